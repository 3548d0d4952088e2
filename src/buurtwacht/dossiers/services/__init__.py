# SPDX-License-Identifier: EUPL-1.2
"""Everything that changes a dossier: one function per verb, one transaction each."""

from .answer import answer_dossier, ask_again, give_up_on_answers, remind, remind_officers
from .begin import begin_dossier, set_dossier_aside
from .excerpt import add_excerpt, remove_excerpt
from .hand_over import hand_over_dossier, mail_handover
from .open import open_dossier, set_police_reference
from .redact import redact_dossier
from .reseal import reseal_dossier, weigh_again
from .tell_of_change import tell_of_change

__all__ = [
    "add_excerpt",
    "answer_dossier",
    "ask_again",
    "begin_dossier",
    "give_up_on_answers",
    "hand_over_dossier",
    "mail_handover",
    "open_dossier",
    "redact_dossier",
    "remind",
    "remind_officers",
    "remove_excerpt",
    "reseal_dossier",
    "set_dossier_aside",
    "set_police_reference",
    "tell_of_change",
    "weigh_again",
]
