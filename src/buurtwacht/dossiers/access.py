# SPDX-License-Identifier: EUPL-1.2
"""Doors to dossiers. Absent, forbidden, forged and used up sound the same, as far as they may."""

from collections.abc import Iterable
from typing import NoReturn
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from buurtwacht.groups.access import group_to_coordinate
from buurtwacht.groups.queries import roles_of
from buurtwacht.lib.errors import NotFound
from buurtwacht.lib.links import subject_of
from buurtwacht.people.models import Person

from . import rules
from .mails import OPEN, OUTCOME
from .models import Dossier, Handover

_TOGETHER = ("organisation", "report__group__organisation")


def dossier_to_coordinate(person: Person, slug: str, dossier_id: UUID) -> Dossier:
    """A dossier of a group that this person coordinates today."""
    group = group_to_coordinate(person, slug)
    found = Dossier.objects.filter(pk=dossier_id, report__group=group).select_related(*_TOGETHER).first()
    return found or no_such_dossier()


def handover_for(token: str) -> Handover:
    """What a link in a mail was made for."""
    subject = subject_of(OPEN, token) or no_such_dossier()
    found = (
        Handover.objects.filter(pk=subject).select_related("dossier__organisation", "dossier__report__group").first()
    )
    return found or no_such_dossier()


def dossier_to_answer(token: str) -> Dossier:
    """The dossier whose outcome a link asks for."""
    subject = subject_of(OUTCOME, token) or no_such_dossier()
    return Dossier.objects.filter(pk=subject).select_related(*_TOGETHER).first() or no_such_dossier()


def dossier_for_officer(person: Person, dossier_id: UUID) -> Dossier:
    """A dossier that was given to an organisation for which this person is the officer, where the policy lets the
    police open dossiers by signing in (C4). Elsewhere the link in the mail is the only way."""
    organisations = roles_of(person).officer
    found = Dossier.objects.filter(pk=dossier_id, organisation__in=organisations, handovers__isnull=False)
    dossier = found.select_related(*_TOGETHER).distinct().first() or no_such_dossier()
    return dossier if rules.police_may_sign_in_to(dossier.report.group.policy) else no_such_dossier()


def dossier_to_read(dossier_id: UUID, *, opened: Iterable[str], officer: Person | None) -> Dossier:
    """By the code, for an hour: `opened` are the handovers that this visitor opened. Or as an officer, signed in."""
    by_code = Q(handovers__in=[UUID(handover) for handover in opened], erased_at=None)
    found = Dossier.objects.filter(by_code, pk=dossier_id).select_related(*_TOGETHER).first()
    if found is None and officer is not None:
        return dossier_for_officer(officer, dossier_id)
    return found or no_such_dossier()


def no_such_dossier() -> NoReturn:
    raise NotFound(_("There is no such dossier."))
