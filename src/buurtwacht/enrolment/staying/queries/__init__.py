# SPDX-License-Identifier: EUPL-1.2
"""Who still has to say that they stay, and how a move stands."""

from .renewals import asked, unanswered_in
from .whereto import is_elsewhere, move_of, plan_for

__all__ = ["asked", "is_elsewhere", "move_of", "plan_for", "unanswered_in"]
