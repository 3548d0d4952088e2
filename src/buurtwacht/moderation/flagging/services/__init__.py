# SPDX-License-Identifier: EUPL-1.2
"""What happens to a flag. One function, one transaction, one journal line."""

from .bringing import bring_to_people
from .considering import consider, look_after_nudges
from .flagging import raise_flag
from .judging import hide_it, let_it_stay, move_to_information, nudge_the_writer
from .nudging import change_by_nudge, keep_words, send_nudge, take_back_by_nudge
from .settling import note_answer, settle, stands_again

__all__ = [
    "bring_to_people",
    "change_by_nudge",
    "consider",
    "hide_it",
    "keep_words",
    "let_it_stay",
    "look_after_nudges",
    "move_to_information",
    "note_answer",
    "nudge_the_writer",
    "raise_flag",
    "send_nudge",
    "settle",
    "stands_again",
    "take_back_by_nudge",
]
