# SPDX-License-Identifier: EUPL-1.2
"""Doors to cases and appeals, for the member and for who judges. Absent and forbidden sound the same."""

from typing import NoReturn
from uuid import UUID

from django.utils.translation import gettext as _

from buurtwacht.lib.errors import NotFound
from buurtwacht.moderation.cases.queries import is_judge
from buurtwacht.moderation.models import Appeal, Case, Measure
from buurtwacht.people.models import Person

from . import queries
from .links import by_reference
from .queries.desk import organisations_of
from .queries.page import TOLD


def own_case(person: Person, case_id: UUID) -> Case:
    """A case about this person."""
    case = queries.cases_of(person).filter(pk=case_id).first()
    return case or _no_such_page()


def measure_of(case: Case, measure_id: UUID) -> Measure:
    """A measure that was taken in this case, with its appeal if there is one."""
    taken = case.measures.filter(status__in=TOLD, pk=measure_id)
    measure: Measure | None = taken.select_related("case__group__organisation").first()
    return measure or _no_such_page()


def appeal_of(case: Case, measure_id: UUID) -> Appeal:
    """The appeal of the member against this measure, as long as its words are kept."""
    appeal: Appeal | None = getattr(measure_of(case, measure_id), "appeal", None)
    if appeal is None or not appeal.words:
        _no_such_page()
    appeal.measure.case = case
    return appeal


def bench_for(person: Person) -> queries.Bench:
    """The desk of somebody who works for an organisation or coordinates a group."""
    if not organisations_of(person).exists():
        _no_such_page()
    return queries.bench_of(person)


def appeal_to_judge(person: Person, appeal_id: UUID) -> Appeal:
    """An appeal that this person may judge, or has answered."""
    rows = Appeal.objects.select_related("measure__case__group__organisation", "measure__case__person")
    appeal = rows.filter(pk=appeal_id).first()
    if appeal is None:
        _no_such_page()
    return appeal if _may_read(person, appeal) else _no_such_page()


def _may_read(person: Person, appeal: Appeal) -> bool:
    """Who judged it reads it again, as long as they still sit at that desk."""
    if appeal.answered_at is None:
        return queries.may_judge(person, appeal)
    owner = appeal.measure.case.group.organisation_id
    return appeal.answered_by_id == person.pk and organisations_of(person).filter(pk=owner).exists()


def answered_appeal(person: Person, appeal_id: UUID) -> Appeal:
    """An answered appeal, for who prints the letter: it has a name and an address, so not for who judged without."""
    rows = Appeal.objects.select_related("measure__case__group__organisation", "measure__case__person")
    appeal = rows.filter(pk=appeal_id, answered_at__isnull=False).first()
    return appeal if appeal and queries.may_print(person, appeal) else _no_such_page()


def case_to_escalate(person: Person, slug: str, case_id: UUID) -> Case:
    """An open case that this administrator judges, and that was not put before others yet."""
    rows = Case.objects.filter(group__slug=slug, pk=case_id, closed_at=None, desk=Case.Desk.ADMINISTRATORS)
    case = rows.select_related("group__organisation", "group__area", "person", "membership").first()
    return case if case and is_judge(person, case) else _no_such_page()


def case_to_weigh(person: Person, case_id: UUID) -> Case:
    """A case that was put before the organisation, for who may decide it or is asked for advice."""
    rows = Case.objects.select_related("group__organisation", "group__area", "person", "membership")
    case = rows.filter(pk=case_id, desk=Case.Desk.ORGANISATION, closed_at=None).first()
    if case is None:
        _no_such_page()
    return case if queries.role_of(person, case) else _no_such_page()


def measure_by_reference(person: Person, typed: str) -> Measure | None:
    """The measure of which the reference stands on a letter, in an organisation of this person; never their own."""
    here = Measure.objects.filter(by_reference(typed), status__in=TOLD)
    here = here.filter(case__group__organisation__in=organisations_of(person)).exclude(case__person_id=person.pk)
    return here.select_related("case__group__organisation").first()


def _no_such_page() -> NoReturn:
    raise NotFound(_("There is no such page."))
