# SPDX-License-Identifier: EUPL-1.2
"""What can happen while somebody is being checked: one function per verb, one transaction each."""

from .admission import admit, note_details_seen, turn_away
from .assign import assign, assign_coordinator, assign_group
from .candidacy import agree_to_screening, appoint_if_ready, end_candidacy, lacks_screening, offer, open_candidacy
from .clearance import ask_again_in_time, clear_member
from .confirm import confirm_neighbour
from .letters import print_letters
from .objection import answer_objection, object_to_refusal
from .officer import fill_card
from .residence import begin_again, choose_way, deny_residence, enter_code, note_visit
from .verdict import correct_verdict, give_verdict
from .vetting import ask_the_police, forget_needless_numbers, note_opened, tell_of_delays, tell_the_police
from .vouch import say_unknown, vouch

__all__ = [
    "admit",
    "agree_to_screening",
    "answer_objection",
    "appoint_if_ready",
    "ask_again_in_time",
    "ask_the_police",
    "assign",
    "assign_coordinator",
    "assign_group",
    "begin_again",
    "choose_way",
    "clear_member",
    "confirm_neighbour",
    "correct_verdict",
    "deny_residence",
    "end_candidacy",
    "enter_code",
    "fill_card",
    "forget_needless_numbers",
    "give_verdict",
    "lacks_screening",
    "note_details_seen",
    "note_opened",
    "note_visit",
    "object_to_refusal",
    "offer",
    "open_candidacy",
    "print_letters",
    "say_unknown",
    "tell_of_delays",
    "tell_the_police",
    "turn_away",
    "vouch",
]
