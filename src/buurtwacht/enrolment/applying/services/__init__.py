# SPDX-License-Identifier: EUPL-1.2
"""What happens to an application between the form and the confirmed address, and while it waits for a place."""

from .change import Correction, change_details
from .codes import EMAIL, PHONE, go_on_without_phone, prove, send_code, try_code
from .follow import follow_streets
from .on_site import apply_on_site
from .places import fill_places, groups_waited_for
from .remind import SILENT, UNANSWERED, remind_unfinished, withdraw_silent
from .stop import is_kept_a_while, stop_application
from .submit import AlreadyApplied, AlreadyMember, submit_application

__all__ = [
    "EMAIL",
    "PHONE",
    "SILENT",
    "UNANSWERED",
    "AlreadyApplied",
    "AlreadyMember",
    "Correction",
    "apply_on_site",
    "change_details",
    "fill_places",
    "follow_streets",
    "go_on_without_phone",
    "groups_waited_for",
    "is_kept_a_while",
    "prove",
    "remind_unfinished",
    "send_code",
    "stop_application",
    "submit_application",
    "try_code",
    "withdraw_silent",
]
