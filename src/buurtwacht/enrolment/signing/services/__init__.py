# SPDX-License-Identifier: EUPL-1.2
"""What can happen to a paper: it is signed, it is signed again, and its term begins."""

from .again import accept_again, announce_changes, end_evidence
from .confidentiality import sign_confidentiality
from .follow import follow_group
from .guardian import ask_guardian_again, refuse_as_guardian, sign_as_guardian
from .notes import note_quiz, note_reading
from .sign import accept_by_signing_up, has_agreed_to_transfer, sign_application

__all__ = [
    "accept_again",
    "accept_by_signing_up",
    "announce_changes",
    "ask_guardian_again",
    "end_evidence",
    "follow_group",
    "has_agreed_to_transfer",
    "note_quiz",
    "note_reading",
    "refuse_as_guardian",
    "sign_application",
    "sign_as_guardian",
    "sign_confidentiality",
]
