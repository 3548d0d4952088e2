# SPDX-License-Identifier: EUPL-1.2
"""Who still has to say that they stay, how a move stands, and which phone numbers are kept."""

from .phones import country_of, new_number_of, readable_numbers_of
from .renewals import asked, unanswered_in
from .whereto import is_elsewhere, move_of, plan_for

__all__ = [
    "asked",
    "country_of",
    "is_elsewhere",
    "move_of",
    "new_number_of",
    "plan_for",
    "readable_numbers_of",
    "unanswered_in",
]
