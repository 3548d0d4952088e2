# SPDX-License-Identifier: EUPL-1.2
"""Where somebody is signed in, and which devices take alerts."""

from dataclasses import dataclass

from allauth.usersessions.models import UserSession
from django.db.models import QuerySet

from buurtwacht.people import device_names
from buurtwacht.people.models import ContactPoint, Person

from .reaching import PUSH


@dataclass(frozen=True, slots=True)
class Device:
    """One sign-in, and whether alerts reach that device."""

    session: UserSession
    name: str
    is_handheld: bool
    is_current: bool
    takes_alerts: bool


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
