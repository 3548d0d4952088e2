# SPDX-License-Identifier: EUPL-1.2
"""What happens to the register of members. One function, one transaction, one journal line."""

from .answer import say_no, say_yes
from .asking import ask_everybody, go_on_asking
from .change_member import correct_address, make_coordinator, set_proxy
from .end_member import end_for
from .enter_paper import Paper, enter_paper
from .note_view import note_export, note_list_view, note_view
from .reading import read_import
from .remind import remind_undecided
from .start_import import start_import
from .take_back import TakenBack, take_back

__all__ = [
    "Paper",
    "TakenBack",
    "ask_everybody",
    "correct_address",
    "end_for",
    "enter_paper",
    "go_on_asking",
    "make_coordinator",
    "note_export",
    "note_list_view",
    "note_view",
    "read_import",
    "remind_undecided",
    "say_no",
    "say_yes",
    "set_proxy",
    "start_import",
    "take_back",
]
