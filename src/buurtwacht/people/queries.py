# SPDX-License-Identifier: EUPL-1.2
"""Somebody's devices, ways to be reached, and what is kept about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from buurtwacht.channels.registry import channels
from buurtwacht.privacy.declare import Declaration, declarations

from . import device_names
from .duties import needs_second_factor
from .models import ContactPoint, Person

PUSH = "webpush"
MEMBER_KINDS = frozenset({"webpush", "email", "sms", "voice", "whatsapp", "matrix", "telegram", "ntfy"})
SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


@dataclass(frozen=True, slots=True)
class Device:
    """One sign-in, and whether alerts reach that device."""

    session: UserSession
    name: str
    is_handheld: bool
    is_current: bool
    takes_alerts: bool


@dataclass(frozen=True, slots=True)
class PhoneCard:
    """What "Your phone works" knows: the devices that take alerts, and how the last test went."""

    devices: int
    proven_at: datetime | None
    proof_seconds: int | None
    other_ways: tuple[ContactPoint, ...]
    person: Person

    @property
    def state(self) -> str:
        """`none`: no device takes alerts; `unproven`: one does, and was never tested; `works`."""
        if not self.devices:
            return "none"
        return "works" if self.proven_at else "unproven"

    @property
    def waits(self) -> bool:
        """A test was asked for less than a minute ago, and nothing was shown since."""
        asked = self.person.test_asked_at
        if asked is None or (timezone.now() - asked).total_seconds() > 60:
            return False
        return self.proven_at is None or self.proven_at < asked


def contact_points_of(person: Person) -> list[ContactPoint]:
    """The ways to reach this person, in the order in which they are tried. Those that are gone stand last."""
    order = {kind: place for place, kind in enumerate(channels())}
    points = ContactPoint.objects.filter(person=person, channel__in=MEMBER_KINDS).order_by("created_at")
    return sorted(points, key=lambda point: (point.gone_at is not None, order.get(point.channel, len(order))))


def devices_of(person: Person, session_key: str | None) -> list[Device]:
    """Where this person is signed in, the newest first. Sessions that have run out are left out."""
    alerted = set(
        ContactPoint.objects.filter(person=person, channel=PUSH, gone_at=None).values_list("session_id", flat=True)
    )
    sessions: list[UserSession] = UserSession.objects.purge_and_list(person)
    return [
        Device(
            session=session,
            name=device_names.device_name(session.user_agent),
            is_handheld=device_names.is_handheld(session.user_agent),
            is_current=session.session_key == session_key,
            takes_alerts=session.pk in alerted,
        )
        for session in sorted(sessions, key=lambda one: one.last_seen_at, reverse=True)
    ]


def devices_without_session(person: Person) -> QuerySet[ContactPoint]:
    """Devices that take alerts although nobody is signed in there."""
    return ContactPoint.objects.filter(person=person, channel=PUSH, session=None)


def takes_alerts_here(person: Person, session_key: str | None) -> bool:
    """Do alerts reach the device of this session?"""
    here = ContactPoint.objects.filter(person=person, channel=PUSH, gone_at=None, is_on=True)
    return here.filter(session__session_key=session_key or "").exists()


def phone_card(person: Person) -> PhoneCard:
    """How this person is reached now, for the card on the first page and on the page of the phone."""
    points = contact_points_of(person)
    push = [point for point in points if point.channel == PUSH and point.is_on and point.gone_at is None]
    proofs = [(point.proven_at, point.proof_seconds) for point in push if point.proven_at]
    proven_at, seconds = max(proofs, key=lambda proof: proof[0], default=(None, None))
    return PhoneCard(
        devices=len(push),
        proven_at=proven_at,
        proof_seconds=_whole(seconds),
        other_ways=tuple(point for point in points if point.channel != PUSH and point.is_on and not point.gone_at),
        person=person,
    )


def _whole(seconds: float | None) -> int | None:
    """Seconds, rounded up: "within 3 seconds"."""
    return None if seconds is None else max(1, int(-(-seconds // 1)))


def takes_push() -> bool:
    """Does this installation send Web Push?"""
    return PUSH in channels()


def has_authenticator(person: Person) -> bool:
    """Has this person set up a second way to prove who they are?"""
    return bool(Authenticator.objects.filter(user=person, type__in=SECOND_FACTORS).exists())


def may_remove(authenticator: Authenticator) -> bool:
    """Is another second factor left without this one, or is none needed?"""
    person = authenticator.user
    if authenticator.type not in SECOND_FACTORS or not needs_second_factor(person):
        return True
    others = Authenticator.objects.filter(user=person, type__in=SECOND_FACTORS).exclude(pk=authenticator.pk)
    return bool(others.exists())


def kept_about(person: Person) -> Iterator[tuple[Declaration, list[dict[str, Any]]]]:
    """Everything that any room keeps about this person, with what it is for."""
    for declaration in declarations():
        rows = declaration.export(person.pk)
        if rows:
            yield declaration, rows


def own_data(person: Person) -> dict[str, Any]:
    """The same, to take along: machine-readable, as the law asks (GDPR, article 20)."""
    return {
        "program": "Buurtwacht",
        "site": settings.SITE_URL,
        "made_at": timezone.now(),
        "kept": [
            {
                "model": declaration.model,
                "what": str(declaration.what),
                "why": str(declaration.why),
                "days_kept": declaration.kept_for.days if declaration.kept_for else None,
                "rows": rows,
            }
            for declaration, rows in kept_about(person)
        ],
    }
