# SPDX-License-Identifier: EUPL-1.2
"""Signing out on other devices. What ends here really ends: the session is gone, and its alerts stop."""

from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction

from buurtwacht.journal.services import record
from buurtwacht.people.models import ContactPoint, Person

from .contact_points import PUSH, forget_contact_point


@transaction.atomic
def end_session(session: UserSession, *, by: Person | None = None) -> None:
    """Sign out one device. It is told nothing more, and its open pages stop getting news."""
    person_id = session.user_id
    for point in ContactPoint.objects.filter(session=session):
        forget_contact_point(point, by=by)
    session.end()
    record("session.ended", person_id, by=by)


@transaction.atomic
def end_sessions(sessions: Iterable[UserSession], *, by: Person | None = None) -> int:
    """Sign out these devices. Returns how many there were."""
    ended = 0
    for session in sessions:
        end_session(session, by=by)
        ended += 1
    return ended


@transaction.atomic
def end_other_sessions(person: Person, session_key: str) -> int:
    """Sign out everywhere else: all sessions but this one, and alerts on devices that are not signed in."""
    ended = end_sessions(UserSession.objects.filter(user=person).exclude(session_key=session_key), by=person)
    for point in ContactPoint.objects.filter(person=person, channel=PUSH, session=None):
        forget_contact_point(point, by=person)
    return ended


def sign_in_again_everywhere(person: Person, *, by: Person | None = None) -> int:
    """Sign this person out on every device."""
    return end_sessions(UserSession.objects.filter(user=person), by=by)


@transaction.atomic
def remove_second_factors(person: Person, *, by: Person | None = None) -> int:
    """For somebody who lost phone and spare codes. Signs out everywhere, since the phone may be in other hands."""
    removed: int = Authenticator.objects.filter(user=person).delete()[0]
    sign_in_again_everywhere(person, by=by)
    record("second_factor.removed", person.pk, by=by, kind="all")
    return removed
