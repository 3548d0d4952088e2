# SPDX-License-Identifier: EUPL-1.2
"""What the check found, under the public reasons, as plain data."""

from collections.abc import Sequence
from typing import Any

from .advice import Advice
from .reasons import Reason


def findings(advices: Sequence[Advice]) -> list[dict[str, Any]]:
    """One finding for each public reason, in the order of the remarks. `hard`: it must be followed."""
    together: dict[Reason, list[Advice]] = {}
    for advice in advices:
        together.setdefault(advice.reason.public, []).append(advice)
    return [_finding(reason, ones) for reason, ones in together.items()]


def _finding(reason: Reason, ones: list[Advice]) -> dict[str, Any]:
    said = dict.fromkeys(f"{one.why} {one.instead}" for one in ones)
    better = [f"“{one.better}”" for one in ones if one.better]
    return {
        "reason": reason.value,
        "hard": any(one.blocks for one in ones),
        "words": [word for one in ones for word in one.fault if word],
        "advice": " ".join([*said, *better]),
    }
