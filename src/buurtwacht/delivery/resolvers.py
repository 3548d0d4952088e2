# SPDX-License-Identifier: EUPL-1.2
"""Who hears what. Rooms above register a resolver for each kind of intent; delivery itself knows no reports."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from buurtwacht.channels.base import Message

from .models import Intent


@dataclass(frozen=True, slots=True)
class Recipient:
    """One address of one person, and the words for it.

    `rung` is the step of the ladder: 0 is told at once; a higher one when everything below it failed that person, or
    when nothing came back `after` as many seconds from the alarm. `hold_until` is the end of the person's quiet hours,
    or None when it may ring now.
    """

    person_id: UUID
    contact_point_id: UUID
    channel: str
    address: str
    message: Message
    rung: int = 0
    after: float = 0.0
    hold_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """Everybody whom one intent concerns."""

    recipients: list[Recipient] = field(default_factory=list)


Resolver = Callable[[Intent], Resolved]

_resolvers: dict[str, Resolver] = {}


def resolves(kind: str) -> Callable[[Resolver], Resolver]:
    """Register the function that says whom an intent of this kind concerns. It may run again for the same intent."""

    def register(resolver: Resolver) -> Resolver:
        _resolvers[kind] = resolver
        return resolver

    return register


def resolver_for(kind: str) -> Resolver:
    """Raises `KeyError` when no room answers for this kind."""
    return _resolvers[kind]
