# SPDX-License-Identifier: EUPL-1.2
"""Doors to bans, for who administers the group. Absent and forbidden sound the same."""

from typing import NoReturn
from uuid import UUID

from django.utils.translation import gettext as _

from buurtwacht.groups.access import group_to_moderate
from buurtwacht.lib.errors import NotFound
from buurtwacht.moderation.models import Ban, SharedAddress
from buurtwacht.people.models import Person

from . import queries


def ban_to_end(person: Person, slug: str, ban_id: UUID) -> Ban:
    """A ban that runs in a group that this person administers today."""
    group = group_to_moderate(person, slug)
    return queries.running_bans(group).filter(pk=ban_id).first() or _no_such_ban()


def shared_address_to_settle(person: Person, slug: str, shared_id: UUID) -> SharedAddress:
    """A member who uses an address under a ban; never the administrator who looks."""
    group = group_to_moderate(person, slug)
    waiting = queries.shared_addresses(group).exclude(membership__person=person)
    return waiting.filter(pk=shared_id).first() or _no_such_ban()


def _no_such_ban() -> NoReturn:
    raise NotFound(_("There is no such ban."))
