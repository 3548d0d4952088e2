# SPDX-License-Identifier: EUPL-1.2
"""Who waits for what, shown to each only as far as their task needs it."""

from .candidates import Candidate, candidate_of, contenders_of, is_ready
from .cases import Case, answered_lately, case_of, cases_of, number_waiting
from .endings import endings_to_print
from .entrance import Entrance, Waiting, entrance_of, listed_name
from .letters import letters_waiting
from .moments import can_still_object, choices_for, gone_at, waits_for_admission, waits_for_residence
from .objections import Complaint, objections_for
from .officers import ContactPair, card_of, contacts_of, pairs_for
from .residence import Residence, printable, printed_by_officials, residence_of, visits_of
from .transfer import Transfer, transfer_of
from .unchecked import to_confirm, unchecked_coordinators

__all__ = [
    "Candidate",
    "Case",
    "Complaint",
    "ContactPair",
    "Entrance",
    "Residence",
    "Transfer",
    "Waiting",
    "answered_lately",
    "can_still_object",
    "candidate_of",
    "card_of",
    "case_of",
    "cases_of",
    "choices_for",
    "contacts_of",
    "contenders_of",
    "endings_to_print",
    "entrance_of",
    "gone_at",
    "is_ready",
    "letters_waiting",
    "listed_name",
    "number_waiting",
    "objections_for",
    "pairs_for",
    "printable",
    "printed_by_officials",
    "residence_of",
    "to_confirm",
    "transfer_of",
    "unchecked_coordinators",
    "visits_of",
    "waits_for_admission",
    "waits_for_residence",
]
