# SPDX-License-Identifier: EUPL-1.2
from .advice import CaseAdvice
from .aside import SteppedAside
from .bans import Ban, BanMark, SharedAddress
from .cases import Appeal, Case, Measure
from .flags import Flag, Nudge
from .leaks import LeakLook

__all__ = [
    "Appeal",
    "Ban",
    "BanMark",
    "Case",
    "CaseAdvice",
    "Flag",
    "LeakLook",
    "Measure",
    "Nudge",
    "SharedAddress",
    "SteppedAside",
]
