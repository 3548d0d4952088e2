# SPDX-License-Identifier: EUPL-1.2
"""What can happen around a case besides the measures themselves: one function per verb, one transaction each."""

from .answer import answer_appeal
from .appeal import make_appeal, note_letter
from .aside import step_aside
from .escalate import ask_others, give_advice, hand_back
from .remind import remind_of_appeals, remind_of_questions
from .view import say_view

__all__ = [
    "answer_appeal",
    "ask_others",
    "give_advice",
    "hand_back",
    "make_appeal",
    "note_letter",
    "remind_of_appeals",
    "remind_of_questions",
    "say_view",
    "step_aside",
]
