# SPDX-License-Identifier: EUPL-1.2
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.cases import queries, rules
from buurtwacht.moderation.ladder import BAN, Kind, Rung
from buurtwacht.moderation.models import Case, Measure
from buurtwacht.people.models import Person

from .closing import end_left
from .effects import take
from .locked import check_judge, locked_case, locked_member

Status = Measure.Status


@transaction.atomic
def propose_measure(case: Case, kind: str, *, by: Person, reason: str, until: datetime | None = None) -> Measure:
    """Take a step of the ladder. It holds at once where one may decide; else it waits for somebody else.

    `reason` is the sentence that the member reads; `until` the end of a suspension, or of the ban after a removal.
    When the member left meanwhile the case is closed, and what comes back is a measure that lapsed. Twice is once.

    Raises `DomainError` when this step is not on the ladder, not yet possible, or not for this person to take.
    """
    case = locked_case(case)
    reason = rules.check_words(reason, _("Write down why, in one or two sentences. The member reads it."))
    _check_open(case)
    check_judge(case, by)
    rung = queries.rung_for(case, kind)
    if rung is None:
        raise DomainError(_("The rules of this group do not know this step. Choose one of the list."))
    if known := queries.waiting_in(case).filter(kind=kind).first():
        return known
    if stands_in_the_way := rules.obstacle(rung, queries.taken_against(case)):
        raise DomainError(stands_in_the_way)
    rules.check_until(kind, until, timezone.now())
    case.measures.filter(kind=kind, status=Status.PROPOSED).update(status=Status.LAPSED, decided_at=timezone.now())
    measure = _made(case, rung, by=by, reason=reason, until=until)
    member = locked_member(case, kind)
    if member is None:
        end_left(case)
        measure.refresh_from_db()
    elif queries.decides_alone(rung, case, by):
        take(measure, member, by=by, rung=rung)
    else:
        record("measure.proposed", measure.pk, by=by, group=case.group_id, case=case.pk, kind=kind)
    return measure


def _made(case: Case, rung: Rung, *, by: Person, reason: str, until: datetime | None) -> Measure:
    now = timezone.now()
    if rung.kind == Kind.REMOVAL:
        until = until or now + BAN
    waits = not queries.decides_alone(rung, case, by)
    return Measure.objects.create(
        case=case,
        kind=rung.kind,
        reason=reason,
        until=until if rung.kind in (Kind.SUSPENSION, Kind.PROSECUTOR, Kind.REMOVAL) else None,
        proposed_by=by,
        proposed_at=now,
        lapses_at=rules.lapses_at(rung.decider, now) if waits else None,
    )


def _check_open(case: Case) -> None:
    if case.closed_at:
        raise DomainError(_("This case is closed. Open a new one when something new happened."))
