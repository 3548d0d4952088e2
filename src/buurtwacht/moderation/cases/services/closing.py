# SPDX-License-Identifier: EUPL-1.2
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.cases import queries, rules
from buurtwacht.moderation.models import Case, Measure
from buurtwacht.people.models import Person

from .locked import check_judge, locked_case, locked_measure

Outcome = Case.Outcome
Status = Measure.Status


@transaction.atomic
def close_case(case: Case, *, outcome: str, by: Person | None) -> Case:
    """Nobody looks into it any more. Closing twice changes nothing.

    The outcome follows the facts: a measure was taken or it was not. Raises `DomainError` while a proposal waits.
    """
    case = locked_case(case)
    if case.closed_at:
        return case
    if by is not None:
        check_judge(case, by)
    if outcome != Outcome.LEFT:
        if queries.waiting_in(case).exists():
            raise DomainError(_("A proposal still waits for an answer. Withdraw it first, or wait."))
        outcome = Outcome.MEASURE if case.measures.filter(status=Status.TAKEN).exists() else Outcome.NOTHING
    return close(case, outcome, by=by)


def close(case: Case, outcome: str, *, by: Person | None) -> Case:
    """Close a case that is locked; what is still proposed lapses with it."""
    case.closed_at, case.outcome = timezone.now(), outcome
    case.save(update_fields=["closed_at", "outcome"])
    case.measures.filter(status=Status.PROPOSED).update(status=Status.LAPSED, decided_at=case.closed_at)
    record("case.closed", case.pk, by=by, group=case.group_id, outcome=outcome)
    return case


def end_left(case: Case) -> Case:
    """The member is gone: there is nothing more to decide. The case is locked."""
    return case if case.closed_at else close(case, Outcome.LEFT, by=None)


def close_left(membership_id: UUID) -> int:
    """Somebody left: close what was still open about them. Returns how many cases."""
    return sum(_close_left(pk) for pk in _ids(Case.objects.filter(membership=membership_id, closed_at=None)))


@transaction.atomic
def _close_left(case_id: UUID) -> bool:
    case = locked_case(Case(pk=case_id))
    if case.closed_at:
        return False
    end_left(case)
    return True


def mark_lapsed(now: datetime) -> int:
    """Mark what nobody agreed to in time, and say so to who proposed it. Returns how many."""
    late = Measure.objects.filter(status=Status.PROPOSED, lapses_at__lte=now).order_by("lapses_at", "pk")
    return sum(_mark(pk) for pk in late.values_list("pk", flat=True))


@transaction.atomic
def _mark(measure_id: UUID) -> bool:
    case_id = Measure.objects.values_list("case", flat=True).get(pk=measure_id)
    measure = locked_measure(Measure(pk=measure_id, case_id=case_id))
    if measure.status != Status.PROPOSED:
        return False
    measure.status, measure.decided_at = Status.LAPSED, timezone.now()
    measure.save(update_fields=["status", "decided_at"])
    record("measure.lapsed", measure.pk, group=measure.case.group_id, case=measure.case_id, kind=measure.kind)
    return True


def close_old(now: datetime) -> int:
    """Close what nobody goes on with: a fortnight after the last measure, or three months after it was opened."""
    theirs = Measure.objects.filter(case=OuterRef("pk"))
    waits = theirs.filter(status=Status.PROPOSED)
    fresh = theirs.filter(status=Status.TAKEN, decided_at__gt=now - rules.STILL_AFTER)
    open_ones = Case.objects.filter(~Exists(waits), ~Exists(fresh), closed_at=None)
    done = open_ones.filter(Exists(theirs.filter(status=Status.TAKEN)))
    forgotten = open_ones.filter(opened_at__lt=now - rules.OLDEST_OPEN)
    return sum(_close_old(pk) for pk in {*_ids(done), *_ids(forgotten)})


def _close_old(case_id: UUID) -> bool:
    close_case(Case(pk=case_id), outcome=Outcome.NOTHING, by=None)
    return True


def _ids(cases: QuerySet[Case]) -> list[UUID]:
    return list(cases.values_list("pk", flat=True))
