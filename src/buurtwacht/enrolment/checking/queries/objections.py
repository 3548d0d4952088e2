# SPDX-License-Identifier: EUPL-1.2
"""Objections, each with whom it has to be answered by."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from buurtwacht.enrolment.checking import rules
from buurtwacht.enrolment.models import Objection
from buurtwacht.groups.models import Organisation, OrganisationRole
from buurtwacht.groups.queries import has_official

Role = OrganisationRole.Role


@dataclass(frozen=True, slots=True)
class Complaint:
    """An objection as the desk shows it: the name, the words, and how long there is."""

    objection: Objection

    @property
    def name(self) -> str:
        application = self.objection.application
        return f"{application.first_name} {application.family_name}".strip()

    @property
    def ends_at(self) -> datetime | None:
        ended_at = self.objection.application.ended_at
        return ended_at + rules.OBJECT_WITHIN if ended_at else None


def objections_for(organisation: Organisation, role: str) -> list[Complaint]:
    """Those that this role has to answer: the police what the police refused, the municipality the rest.

    Where the municipality has nobody who signs in, the police desk has them all.
    """
    return [Complaint(row) for row in objections_to_answer(organisation, role)]


def objections_to_answer(organisation: Organisation, role: str) -> QuerySet[Objection]:
    rows = Objection.objects.filter(application__group__organisation=organisation, answered_at=None)
    rows = rows.select_related("application__group__organisation").order_by("made_at", "pk")
    if role == Role.OFFICER:
        return rows.filter(application__vetting__verdict="no") if has_official(organisation) else rows
    return rows.exclude(application__vetting__verdict="no")
