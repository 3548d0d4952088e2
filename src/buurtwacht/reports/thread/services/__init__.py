# SPDX-License-Identifier: EUPL-1.2
"""What can happen to a report after it was shared. One function, one transaction, one journal line."""

from .answer import answer_question
from .buddy import ask_for_buddy, check_in, join_buddy, watch_buddies
from .call import call_made
from .close import close_report
from .correct import correct_report
from .doubt import advise_to_call, ask_the_group, end_doubt, end_doubts
from .erase import erase_description, erase_handed_over_photos, erase_old_words
from .expire import expire_silent_reports
from .hide import hide_report
from .hide_entry import change_entry, hide_entry, show_entry_again, take_back_entry
from .photos import approve_photo, blur_photo, delete_photo, keep_from_the_group, refuse_photo, view_photo
from .police import mark_police_on_site
from .raise_alarm import raise_alarm
from .show_report import show_report_again
from .supplement import add_supplement
from .withdraw import call_it_false_alarm, withdraw_report

__all__ = [
    "add_supplement",
    "advise_to_call",
    "answer_question",
    "approve_photo",
    "ask_for_buddy",
    "ask_the_group",
    "blur_photo",
    "call_it_false_alarm",
    "call_made",
    "change_entry",
    "check_in",
    "close_report",
    "correct_report",
    "delete_photo",
    "end_doubt",
    "end_doubts",
    "erase_description",
    "erase_handed_over_photos",
    "erase_old_words",
    "expire_silent_reports",
    "hide_entry",
    "hide_report",
    "join_buddy",
    "keep_from_the_group",
    "mark_police_on_site",
    "raise_alarm",
    "refuse_photo",
    "show_entry_again",
    "show_report_again",
    "take_back_entry",
    "view_photo",
    "watch_buddies",
    "withdraw_report",
]
