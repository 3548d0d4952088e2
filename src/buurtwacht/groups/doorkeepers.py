# SPDX-License-Identifier: EUPL-1.2
"""Who asks, before somebody comes into a group, whether that may be. Rooms above register what they know.

This room knows of no bans. Whoever lets people in asks here, and the last one to ask is `services.add_member`, with
the group locked.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

from .models import WatchGroup

BAN = "ban"  # the reason why somebody is turned away who was removed before


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Somebody at the door: what is known of how to reach them, and who they are if we know."""

    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    person: Person | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnedAway:
    """They cannot come in before this moment. `reason` is a code for the figures; `sentence` says it to whoever asks,
    and names no reason."""

    reason: str
    until: datetime
    sentence: str


Doorkeeper = Callable[[WatchGroup, Newcomer], TurnedAway | None]
_doorkeepers: list[Doorkeeper] = []


def doorkeeper(ask: Doorkeeper) -> Doorkeeper:
    """Register a function that says whether somebody is turned away from this group."""
    if ask not in _doorkeepers:
        _doorkeepers.append(ask)
    return ask


def turned_away(group: WatchGroup, newcomer: Newcomer) -> TurnedAway | None:
    """The first no of the doorkeepers; None when all of them let this one in. It changes nothing."""
    return next((no for ask in _doorkeepers if (no := ask(group, newcomer))), None)


def check_doorkeepers(group: WatchGroup, newcomer: Newcomer) -> None:
    """Raises `DomainError` when somebody is turned away."""
    if no := turned_away(group, newcomer):
        raise DomainError(no.sentence)
