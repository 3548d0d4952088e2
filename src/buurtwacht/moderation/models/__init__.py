# SPDX-License-Identifier: EUPL-1.2
from .advice import CaseAdvice
from .bans import Ban
from .cases import Appeal, Case, Measure
from .flags import Flag, Nudge

__all__ = ["Appeal", "Ban", "Case", "CaseAdvice", "Flag", "Measure", "Nudge"]
