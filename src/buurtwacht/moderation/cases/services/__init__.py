# SPDX-License-Identifier: EUPL-1.2
"""What happens to a case. One function, one transaction, one journal line.

Everything locks the case first and the membership after it.
"""

from .agreeing import agree, decline, note_signed
from .closing import close_case, close_left, close_old, mark_lapsed
from .opening import escalate, move_to_part, open_case
from .overturning import overturn, suspend_again
from .proposing import propose_measure
from .roles import ask_change

__all__ = [
    "agree",
    "ask_change",
    "close_case",
    "close_left",
    "close_old",
    "decline",
    "escalate",
    "mark_lapsed",
    "move_to_part",
    "note_signed",
    "open_case",
    "overturn",
    "propose_measure",
    "suspend_again",
]
