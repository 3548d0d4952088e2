# SPDX-License-Identifier: EUPL-1.2
"""What can happen before and just after somebody joins. One function, one transaction, one journal line."""

from .gate import attend_workshop, confirm_reading
from .invitations import (
    count_letters,
    count_opening,
    end_invitation,
    end_own_code,
    make_invitation,
    make_own_code,
)
from .understood import agree_to_rules

__all__ = [
    "agree_to_rules",
    "attend_workshop",
    "confirm_reading",
    "count_letters",
    "count_opening",
    "end_invitation",
    "end_own_code",
    "make_invitation",
    "make_own_code",
]
