# SPDX-License-Identifier: EUPL-1.2
"""What can happen to organisations, groups and their members. One function, one transaction, one journal line."""

from .coordinators import appoint_coordinator, end_deputy, relieve_coordinator, set_deputy
from .groups import change_settings, create_group, set_status
from .members import add_member, change_address, end_membership
from .organisations import create_organisation, give_role, take_role

__all__ = [
    "add_member",
    "appoint_coordinator",
    "change_address",
    "change_settings",
    "create_group",
    "create_organisation",
    "end_deputy",
    "end_membership",
    "give_role",
    "relieve_coordinator",
    "set_deputy",
    "set_status",
    "take_role",
]
