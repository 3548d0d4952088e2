# SPDX-License-Identifier: EUPL-1.2
"""The second ways in which somebody can prove who they are."""

from allauth.mfa.models import Authenticator

from buurtwacht.people.duties import needs_second_factor
from buurtwacht.people.models import Person

SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


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
