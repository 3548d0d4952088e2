# SPDX-License-Identifier: EUPL-1.2
"""Staying, moving and leaving. One function, one transaction, one journal line."""

from .forgetting import erase_left_behind, keeps_people
from .leaving import count_departure, count_removal, is_last_coordinator, leave_group
from .moving import announce_move, begin_in_new_group, cancel_move, correct_address, end_moves, stay_until_the_move
from .phone import cancel_phone_change, change_phone, remove_phone, send_phone_code_again, try_phone_code
from .renewing import ask_to_renew, end_unanswered, remind, renew

__all__ = [
    "announce_move",
    "ask_to_renew",
    "begin_in_new_group",
    "cancel_move",
    "cancel_phone_change",
    "change_phone",
    "correct_address",
    "count_departure",
    "count_removal",
    "end_moves",
    "end_unanswered",
    "erase_left_behind",
    "is_last_coordinator",
    "keeps_people",
    "leave_group",
    "remind",
    "remove_phone",
    "renew",
    "send_phone_code_again",
    "stay_until_the_move",
    "try_phone_code",
]
