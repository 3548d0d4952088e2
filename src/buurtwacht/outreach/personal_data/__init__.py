# SPDX-License-Identifier: EUPL-1.2
"""What this room keeps about people."""

from .asking import erase_asked, export_asked, forget_asked
from .rights import erase_requests, export_requests, forget_requests
from .site import export_questions, forget_messages

__all__ = [
    "erase_asked",
    "erase_requests",
    "export_asked",
    "export_questions",
    "export_requests",
    "forget_asked",
    "forget_messages",
    "forget_requests",
]
