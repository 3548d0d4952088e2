# SPDX-License-Identifier: EUPL-1.2
"""Doors to somebody's own devices and addresses. Absent and somebody else's sound the same."""

from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.utils.translation import gettext as _

from buurtwacht.lib.errors import DomainError, NotFound

from . import queries
from .models import ContactPoint, Person
from .operators import is_operator


def contact_point_for(person: Person, contact_point_id: UUID) -> ContactPoint:
    """One of this person's own ways to be reached."""
    point = ContactPoint.objects.filter(person=person, pk=contact_point_id).first()
    if point is None:
        raise NotFound(_("There is no such device."))
    return point


def operator_required(person: Person) -> None:
    """Raises `NotFound` for everybody but those who keep this installation going (`BUURTWACHT_OPERATORS`)."""
    if not is_operator(person):
        raise NotFound(_("There is no such page."))


def offer_for(person: Person, kind: str) -> queries.Offer:
    """A way that this person can add here."""
    offer = queries.offer_of(person, kind)
    if offer is None:
        raise NotFound(_("We cannot reach anybody in this way here. Choose another way."))
    return offer


def session_for(person: Person, session_id: int) -> UserSession:
    """One of this person's own sign-ins."""
    session: UserSession | None = UserSession.objects.filter(user=person, pk=session_id).first()
    if session is None:
        raise NotFound(_("There is no such device."))
    return session


def passkey_to_remove(person: Person, passkey_id: int) -> Authenticator:
    """One of this person's passkeys. Raises `DomainError` when their task needs it."""
    passkey = Authenticator.objects.filter(user=person, type=Authenticator.Type.WEBAUTHN, pk=passkey_id).first()
    if passkey is None:
        raise NotFound(_("There is no such passkey."))
    if not queries.may_remove(passkey):
        raise DomainError(_("Your task needs a second step. First add another, then remove this one."))
    return passkey
