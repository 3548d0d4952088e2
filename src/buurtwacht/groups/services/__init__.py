# SPDX-License-Identifier: EUPL-1.2
"""What can happen to organisations, groups and their members. One function, one transaction, one journal line."""

from .ceiling import set_ceiling
from .coordinators import (
    appoint_coordinator,
    appoint_moderator,
    end_deputy,
    relieve_coordinator,
    relieve_moderator,
    set_deputy,
)
from .found import add_first_coordinator, plan_new_group
from .groups import change_settings, create_group, set_status
from .hints import count_hints, count_words
from .life import (
    begin_forming,
    close_group,
    make_dormant,
    start_group,
    start_idea,
    start_if_ready,
    still_here,
    wake,
)
from .members import add_member, change_address, end_membership
from .new_room import leave_room, make_room
from .notes import add_note, tick_steps
from .organisations import create_organisation, give_role, share_municipal_reports, take_role
from .pace import announce_only, lift_suspension, slow_down, suspend_member
from .plan import copy_settings, rename_group, set_place, set_plan, tell_story
from .room_codes import begin_room, finish_room
from .rooms import close_room, mark_rooms_gone, move_room, open_room
from .rota import cancel_turn, give_next_turn, give_next_turns, plan_turn
from .split import split_group
from .transfer import accept_group, end_offer, offer_group
from .watch import alarm_uncoordinated, ask_quiet, warn_nearly_full

__all__ = [
    "accept_group",
    "add_first_coordinator",
    "add_member",
    "add_note",
    "alarm_uncoordinated",
    "announce_only",
    "appoint_coordinator",
    "appoint_moderator",
    "ask_quiet",
    "begin_forming",
    "begin_room",
    "cancel_turn",
    "change_address",
    "change_settings",
    "close_group",
    "close_room",
    "copy_settings",
    "count_hints",
    "count_words",
    "create_group",
    "create_organisation",
    "end_deputy",
    "end_membership",
    "end_offer",
    "finish_room",
    "give_next_turn",
    "give_next_turns",
    "give_role",
    "leave_room",
    "lift_suspension",
    "make_dormant",
    "make_room",
    "mark_rooms_gone",
    "move_room",
    "offer_group",
    "open_room",
    "plan_new_group",
    "plan_turn",
    "relieve_coordinator",
    "relieve_moderator",
    "rename_group",
    "set_ceiling",
    "set_deputy",
    "set_place",
    "set_plan",
    "set_status",
    "share_municipal_reports",
    "slow_down",
    "split_group",
    "start_group",
    "start_idea",
    "start_if_ready",
    "still_here",
    "suspend_member",
    "take_role",
    "tell_story",
    "tick_steps",
    "wake",
    "warn_nearly_full",
]
