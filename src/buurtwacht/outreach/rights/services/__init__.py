# SPDX-License-Identifier: EUPL-1.2
"""What can happen to a request. One function, one transaction, one journal line."""

from .answering import answer_request, prolong_request
from .asking import ask_for_rights, send_code_again, try_code
from .entering import enter_letter
from .looking import erase_described, note_report, search_reports
from .reminding import remind_of_terms

__all__ = [
    "answer_request",
    "ask_for_rights",
    "enter_letter",
    "erase_described",
    "note_report",
    "prolong_request",
    "remind_of_terms",
    "search_reports",
    "send_code_again",
    "try_code",
]
