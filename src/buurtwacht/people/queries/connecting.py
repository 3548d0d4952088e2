# SPDX-License-Identifier: EUPL-1.2
"""The ways that somebody can add here, and how far they are with one."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from buurtwacht.channels.base import Channel, Doorway
from buurtwacht.channels.registry import channels
from buurtwacht.people.about import About, about, readable_address
from buurtwacht.people.models import Connecting, ContactPoint, Person

from .numbers import BY_NUMBER, proven_numbers
from .reaching import MEMBER_KINDS

ITSELF = frozenset({"webpush", "email"})  # these have pages of their own


@dataclass(frozen=True, slots=True)
class Offer:
    """A way that this installation has, for somebody who may add it."""

    kind: str
    label: str
    about: About
    is_connected: bool


@dataclass(frozen=True, slots=True)
class Connection:
    """How far somebody is with connecting one way. `code` is empty when none waits that this browser knows."""

    offer: Offer
    code: str
    doorway: Doorway | None
    sent_to: str  # the address to which we sent a code
    numbers: tuple[
        tuple[str, str], ...
    ]  # proven ones that can be used with one tap: as E.164, and as people write them


def offers(person: Person) -> list[Offer]:
    """The ways that somebody can add here."""
    theirs = set(_working(person).values_list("channel", flat=True))
    return [_offer(channel, theirs) for channel in channels().values() if _can_be_added(channel)]


def offer_of(person: Person, kind: str) -> Offer | None:
    """One of them, where it is here."""
    return next((offer for offer in offers(person) if offer.kind == kind), None)


def connection_of(person: Person, offer: Offer, code: str) -> Connection:
    """How far they are, with the code that their browser remembers."""
    waiting = Connecting.objects.filter(person=person, channel=offer.kind, expires_at__gt=timezone.now()).first()
    is_typed = bool(waiting and waiting.address)
    code = code if waiting and not is_typed else ""
    return Connection(
        offer=offer,
        code=code,
        doorway=channels()[offer.kind].doorway(code) if code else None,
        sent_to=readable_address(offer.kind, waiting.address) or waiting.address if waiting and is_typed else "",
        numbers=_numbers(person, offer.kind),
    )


def was_connected(person: Person, kind: str) -> bool:
    """Did the last attempt succeed? Nothing waits any more, and there is a way that they agreed to."""
    waits = Connecting.objects.filter(person=person, channel=kind).exists()
    return not waits and _working(person).filter(channel=kind, agreed_at__isnull=False).exists()


def _can_be_added(channel: Channel) -> bool:
    if channel.reaches != "person" or channel.kind in ITSELF or channel.kind not in MEMBER_KINDS:
        return False
    return bool(about(channel.kind).asks) or channel.doorway("x") is not None


def _offer(channel: Channel, theirs: set[str]) -> Offer:
    return Offer(channel.kind, str(channel.label), about(channel.kind), channel.kind in theirs)


def _working(person: Person) -> QuerySet[ContactPoint]:
    return ContactPoint.objects.filter(person=person, gone_at=None, verified_at__isnull=False)


def _numbers(person: Person, kind: str) -> tuple[tuple[str, str], ...]:
    if kind not in BY_NUMBER:
        return ()
    used = {point.address for point in _working(person).filter(channel=kind)}
    return tuple((one, _unbroken(readable_address(kind, one))) for one in proven_numbers(person) if one not in used)


def _unbroken(number: str) -> str:
    """A number that stays on one line."""
    return number.replace(" ", "\N{NO-BREAK SPACE}")
