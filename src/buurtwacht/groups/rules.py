# SPDX-License-Identifier: EUPL-1.2
"""May this happen in a group? Pure questions, no database."""

from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any, get_args, get_origin, get_type_hints
from uuid import UUID

from django.utils.translation import gettext as _

from buurtwacht.groups.models import Membership
from buurtwacht.lib.errors import DomainError
from buurtwacht.policy.model import Policy
from buurtwacht.policy.presets import PRESETS

# A group does not choose its country, nor the numbers that save lives.
FIXED = frozenset({"country", "emergency_number", "fire_and_ambulance_number"})

# Smallest and largest value of each number that a group may set.
BOUNDS = {
    "doubt_minutes": (1, 60),
    "minimum_age": (12, 21),
    "most_groups_per_person": (1, 10),
    "most_members": (2, 1000),
    "outcome_days": (1, 31),
    "silence_minutes": (10, 24 * 60),
    "silence_grace_minutes": (5, 12 * 60),
    "near_metres": (0, 5_000),
    "widen_minutes": (1, 30),
}
LONGEST_TEXT = 200
LONGEST_DEPUTY_DAYS = 100

_HINTS = get_type_hints(Policy)


def check_not_alone(membership: Membership, by: UUID | None, *, decided: bool) -> None:
    """Nobody relieves another coordinator alone, nor ends their membership: that takes a second yes, in a case.

    `decided` says that it was given, or that whoever checks coordinators for the organisation decided.
    """
    if decided or by is None or by == membership.person_id or membership.role != Membership.Role.COORDINATOR:
        return
    raise DomainError(_("Nobody decides this about another coordinator alone. Ask for a second yes."))


def check_room(members: int, policy: Policy) -> None:
    """Refuse a member too many."""
    if members >= policy.most_members:
        raise DomainError(_("This group is full. Ask the coordinator to put you on the waiting list."))


def check_deputy_days(first: date, last: date, today: date) -> None:
    """A deputy stands in for a while, and that while lies ahead."""
    if last < first:
        raise DomainError(_("The last day comes before the first day. Change one of the two."))
    if last < today:
        raise DomainError(_("The last day is past. Choose today or later."))
    if (last - first).days > LONGEST_DEPUTY_DAYS:
        raise DomainError(_("A deputy stands in for at most 100 days. Appoint a second coordinator instead."))


def check_settings(preset: str, overrides: dict[str, Any]) -> dict[str, Any]:
    """The overrides that really differ from the preset, checked one by one.

    Raises `DomainError` with a sentence about the first that does not fit.
    """
    if preset not in PRESETS:
        raise DomainError(_("There are no such house rules. Choose one of the list."))
    names = {field.name for field in fields(Policy)}
    for name, value in overrides.items():
        if name not in names or name in FIXED:
            raise DomainError(_("A group cannot change the setting “%(name)s”.") % {"name": str(name)[:40]})
        if not _fits(_HINTS[name], name, value):
            raise DomainError(_("The setting “%(name)s” cannot have this value.") % {"name": name})
    standard = PRESETS[preset]
    return {name: value for name, value in overrides.items() if value != _plain(getattr(standard, name))}


def _fits(kind: Any, name: str, value: Any) -> bool:
    if get_origin(kind) is tuple:
        member = get_args(kind)[0]
        return isinstance(value, list | tuple) and all(_fits(member, name, item) for item in value)
    if issubclass(kind, StrEnum):
        return isinstance(value, str) and value in set(kind)
    if kind is bool:
        return isinstance(value, bool)
    if kind is int:
        low, high = BOUNDS[name]
        return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
    return isinstance(value, str) and len(value) <= LONGEST_TEXT and value.isprintable()


def _plain(value: Any) -> Any:
    """A value as JSON writes it."""
    return list(value) if isinstance(value, tuple) else value


def differences(before: Policy, after: Policy) -> list[str]:
    """The names of the settings in which two policies differ."""
    return [field.name for field in fields(Policy) if getattr(before, field.name) != getattr(after, field.name)]
