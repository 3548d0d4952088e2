# SPDX-License-Identifier: EUPL-1.2
"""The queue of the police: applicants, candidates, and members whom they are asked about again.

Only what they need to answer: name and address, and the national number where the organisation may ask for it. No
phone, no mail address, no reason (R055, R073).
"""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from buurtwacht.enrolment.checking import rules
from buurtwacht.enrolment.models import Application, Candidacy, Clearance, Vetting
from buurtwacht.groups.models import Organisation, WatchGroup
from buurtwacht.groups.queries import groups_under

from .case import APPLICANT, CANDIDATE, MEMBER, Case, of_application, of_candidate, of_member

__all__ = ["APPLICANT", "CANDIDATE", "MEMBER", "Case"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer of the last day, which can still be mended."""

    vetting: Vetting
    group: WatchGroup
    name: str

    @property
    def can_be_mended(self) -> bool:
        return self.vetting.application.status != Application.Status.JOINED


def cases_of(organisation: Organisation) -> list[Case]:
    """Whoever waits for an answer of this organisation's police, the longest wait first."""
    groups = list(groups_under(organisation).select_related("organisation"))
    found = [of_application(row) for row in vettings_waiting(groups)]
    found += [of_candidate(row) for row in candidates_waiting(groups)]
    found += [of_member(row) for row in clearances_waiting(groups)]
    return sorted(found, key=lambda case: case.asked_at)


def case_of(organisation: Organisation, case_id: UUID) -> Case | None:
    """One of them."""
    return next((case for case in cases_of(organisation) if case.id == case_id), None)


def number_waiting(organisation: Organisation) -> int:
    """How many wait, without opening any of them."""
    groups = list(groups_under(organisation))
    return sum(rows(groups).count() for rows in (vettings_waiting, candidates_waiting, clearances_waiting))


def vettings_waiting(groups: list[WatchGroup]) -> QuerySet[Vetting]:
    rows = Vetting.objects.filter(
        verdict="", application__group__in=groups, application__ended_at=None, application__vetted_at=None
    )
    return rows.select_related("application__group__organisation")


def candidates_waiting(groups: list[WatchGroup]) -> QuerySet[Candidacy]:
    """Candidates who said that the police may be asked, in groups whose rules ask them."""
    asking = [group for group in groups if rules.screens_coordinators(group.policy)]
    rows = Candidacy.objects.filter(verdict="", ended_at=None, agreed_at__isnull=False, group__in=asking)
    return rows.filter(membership__left_at=None).select_related("group__organisation", "membership__person")


def clearances_waiting(groups: list[WatchGroup]) -> QuerySet[Clearance]:
    rows = Clearance.objects.filter(asked_at__isnull=False, membership__left_at=None, membership__group__in=groups)
    return rows.select_related("membership__group__organisation", "membership__person")


def answered_lately(organisation: Organisation) -> list[Answered]:
    """What was answered in the last day about applicants, so that a slip of the finger can be mended."""
    since = timezone.now() - rules.CORRECT_WITHIN
    ended_otherwise = Q(application__status=Application.Status.WITHDRAWN)
    rows = Vetting.objects.filter(application__group__organisation=organisation, decided_at__gte=since)
    rows = rows.exclude(ended_otherwise).select_related("application__group__organisation", "application__person")
    return [
        Answered(vetting=row, group=row.application.group, name=_name_of(row.application))
        for row in rows.order_by("-decided_at", "-pk")
    ]


def _name_of(application: Application) -> str:
    """The whole name while the application has it; who joined is a first name here."""
    return f"{application.first_name} {application.family_name}".strip()
