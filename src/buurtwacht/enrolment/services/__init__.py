# SPDX-License-Identifier: EUPL-1.2
"""What moves an application along, whatever part of the room did the step."""

from .advance import advance, mark_done, refuse, reopen, withdraw
from .in_the_way import membership_in_the_way, membership_instead
from .join import join_group

__all__ = [
    "advance",
    "join_group",
    "mark_done",
    "membership_in_the_way",
    "membership_instead",
    "refuse",
    "reopen",
    "withdraw",
]
