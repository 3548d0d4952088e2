# SPDX-License-Identifier: EUPL-1.2
"""What happens to a ban. One function, one transaction, one journal line."""

from .begin import begin_ban
from .end import agree_to_lift, ask_to_lift, end_ban, keep_after_all, shorten_ban
from .notice import note_attempt, note_shared_address, settle_shared_address

__all__ = [
    "agree_to_lift",
    "ask_to_lift",
    "begin_ban",
    "end_ban",
    "keep_after_all",
    "note_attempt",
    "note_shared_address",
    "settle_shared_address",
    "shorten_ban",
]
