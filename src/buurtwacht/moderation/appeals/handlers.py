# SPDX-License-Identifier: EUPL-1.2
"""What follows from what: the member and the judges are told. A handler may run twice for one line."""

from datetime import timedelta
from uuid import UUID

from buurtwacht.delivery.models import Priority
from buurtwacht.delivery.services import intend
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on
from buurtwacht.moderation.cases.queries import judges_of
from buurtwacht.moderation.models import Appeal, Case

from . import mails, queries

NEWS_FOR = timedelta(days=3)


@on("appeal.made")
def tell_who_judges(line: Line) -> None:
    appeal = _appeal(line.subject_id)
    if appeal is None or appeal.answered_at:
        return
    _ask_judges(appeal)
    mails.send_received(appeal)


@on("appeal.stepped_aside")
def ask_the_others(line: Line) -> None:
    """Who is left hears that it waits for them; where nobody is, the operators hear it."""
    appeal = _appeal(line.subject_id)
    if appeal and not appeal.answered_at:
        _ask_judges(appeal)


@on("appeal.answered")
def tell_the_verdict(line: Line) -> None:
    if appeal := _appeal(line.subject_id):
        _intend("appeal.answered", appeal.pk)
        mails.send_answer(appeal)


@on("appeal.delayed")
def remind(line: Line) -> None:
    appeal = _appeal(line.subject_id)
    if appeal is None or appeal.answered_at:
        return
    _ask_judges(appeal)
    if line.facts["late"]:
        mails.send_late(appeal)


@on("case.opened")
def tell_who_answers(line: Line) -> None:
    """A case that nobody in the group can judge begins with the organisation. The member hears of it from `cases`."""
    case = _case(line.subject_id)
    if case and not case.closed_at and line.facts["desk"] == Case.Desk.ORGANISATION:
        _intend("case.asked", case.pk)
        _ask_when_nobody_judges(case)


@on("case.escalated")
def tell_that_others_look(line: Line) -> None:
    case = _case(line.subject_id)
    if case and not case.closed_at and case.desk == Case.Desk.ORGANISATION:
        _intend("case.asked", case.pk)
        _ask_when_nobody_judges(case)
        _intend("case.others_look", case.pk)
        mails.send_others_look(case)


@on("case.delayed")
def remind_the_bench(line: Line) -> None:
    case = _case(line.subject_id)
    if case and not case.closed_at and case.desk == Case.Desk.ORGANISATION:
        _intend("case.delayed", case.pk)
        _ask_when_nobody_judges(case)


@on("case.advised", "case.handed_back")
def tell_who_decides(line: Line) -> None:
    case = _case(line.subject_id)
    if case and not case.closed_at:
        _intend("case.has_advice", case.pk)


def _ask_judges(appeal: Appeal) -> None:
    """Who judges it hears that it waits; where nobody is left, the operators hear that somebody is needed."""
    _intend("appeal.waits", appeal.pk)
    if not queries.appeal_judges(appeal.measure).exists():
        mails.ask_operators(appeal.measure.case.group.organisation)


def _ask_when_nobody_judges(case: Case) -> None:
    if not judges_of(case).exists():
        mails.ask_operators(case.group.organisation)


def _intend(kind: str, subject_id: UUID) -> None:
    intend(kind, subject_id, priority=Priority.NOTICE, valid_for=NEWS_FOR)


def _appeal(appeal_id: UUID) -> Appeal | None:
    rows = Appeal.objects.select_related("measure__case__group__organisation", "measure__case__person")
    return rows.select_related("measure__case__membership").filter(pk=appeal_id).first()


def _case(case_id: UUID) -> Case | None:
    return Case.objects.select_related("group__organisation", "person").filter(pk=case_id).first()
