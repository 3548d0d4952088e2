# SPDX-License-Identifier: EUPL-1.2
"""What can happen to the rules of a group itself. They change in a draft, and hold once it is published."""

from .draft import add_rule, change_rule, move_rule, order_rules, withdraw_rule
from .follow import follow_split
from .publish import drop_draft, publish_rules

__all__ = [
    "add_rule",
    "change_rule",
    "drop_draft",
    "follow_split",
    "move_rule",
    "order_rules",
    "publish_rules",
    "withdraw_rule",
]
