# SPDX-License-Identifier: EUPL-1.2
"""The conversation itself: where it stands, what was understood and what is known, to what comes next. Pure."""

from .model import Act, Choice, Facts, Near, Remark, Reply, Said, State, Step, Turned
from .telling import next_question, show, tell

__all__ = [
    "Act",
    "Choice",
    "Facts",
    "Near",
    "Remark",
    "Reply",
    "Said",
    "State",
    "Step",
    "Turned",
    "next_question",
    "show",
    "tell",
]
