# SPDX-License-Identifier: EUPL-1.2
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.cases import queries, rules
from buurtwacht.moderation.ladder import Decider, Rung
from buurtwacht.moderation.models import Measure
from buurtwacht.people.models import Person

from .closing import end_left
from .effects import take
from .locked import check_judge, locked_measure, locked_member

Status = Measure.Status
NEAR = gettext_noop(
    "You live with who proposed this or opened the case, or share a phone number or mail address with them. Here you "
    "count as one. Somebody else says yes or no."
)


@transaction.atomic
def agree(measure: Measure, *, by: Person) -> Measure:
    """The second person says yes: the measure holds from this commit. Agreeing to what holds already changes nothing.

    When the member left meanwhile the case is closed, and what comes back is a measure that lapsed.
    Raises `DomainError` when it is too late, or not for this person to say.
    """
    measure, rung = _waiting(measure, by)
    if rung is None:
        return measure
    if rung.decider is Decider.POLICE_CHIEF:
        raise DomainError(_("The chief of police decides this. Write down when the signed letter came back."))
    _check_second(measure, by)
    return _take(measure, by, rung)


@transaction.atomic
def note_signed(measure: Measure, *, on: date, by: Person) -> Measure:
    """The letter that the chief of police signed came back: the measure holds from this commit."""
    measure, rung = _waiting(measure, by)
    if rung is None:
        return measure
    if rung.decider is not Decider.POLICE_CHIEF:
        raise DomainError(_("No letter of the chief of police is needed here."))
    check_judge(measure.case, by)
    zone = measure.case.group.tz
    today, since = timezone.localdate(timezone=zone), timezone.localdate(measure.proposed_at, zone)
    rules.check_signed_on(on, today, since)
    measure.signed_on = on
    measure.save(update_fields=["signed_on"])
    return _take(measure, by, rung)


@transaction.atomic
def decline(measure: Measure, *, by: Person, reason: str = "") -> Measure:
    """The second person says no and why; or who proposed it thinks better of it. Declining twice changes nothing."""
    measure = locked_measure(measure)
    if measure.status in (Status.DECLINED, Status.WITHDRAWN):
        return measure
    if measure.status != Status.PROPOSED:
        raise DomainError(_("This was decided already."))
    check_judge_or_second(measure, by)
    is_own = by.pk == measure.proposed_by_id
    if not is_own:
        reason = rules.check_words(reason, _("Write down why not. Who proposed it reads it."))
    measure.status = Status.WITHDRAWN if is_own else Status.DECLINED
    measure.declined_because, measure.decided_at = reason.strip(), timezone.now()
    measure.seconded_by = None if is_own else by
    measure.save(update_fields=["status", "declined_because", "decided_at", "seconded_by"])
    record("measure.declined", measure.pk, by=by, group=measure.case.group_id, kind=measure.kind, own=is_own)
    return measure


def check_judge_or_second(measure: Measure, by: Person) -> None:
    """Raises `DomainError` for who is neither a judge of the case nor asked to agree."""
    if not queries.seconds_of(measure).filter(pk=by.pk).exists():
        check_judge(measure.case, by)


def _waiting(measure: Measure, by: Person) -> tuple[Measure, Rung | None]:
    """The measure, locked, and its step of the ladder; no step when it holds already."""
    measure = locked_measure(measure)
    if measure.status == Status.TAKEN:
        return measure, None
    if measure.status == Status.LAPSED or rules.has_lapsed(measure.lapses_at, timezone.now()):
        raise DomainError(_("Nobody agreed in time, so this proposal has ended. It can be proposed again."))
    if measure.status != Status.PROPOSED:
        raise DomainError(_("This was decided already."))
    if by.pk == measure.case.person_id:
        raise DomainError(_("This case is about you. Others look into it."))
    rung = queries.rung_for(measure.case, measure.kind)
    if rung is None:
        raise DomainError(_("The rules of this group do not know this step. Choose one of the list."))
    return measure, rung


def _check_second(measure: Measure, by: Person) -> None:
    if by.pk == measure.proposed_by_id:
        raise DomainError(_("You proposed this yourself. Somebody else says yes or no."))
    if queries.seconds_of(measure).filter(pk=by.pk).exists():
        return
    if queries.is_near_the_first(by, measure):
        raise DomainError(_(NEAR))
    raise DomainError(_("You took part in this case already. Somebody else says yes or no."))


def _take(measure: Measure, by: Person, rung: Rung) -> Measure:
    member = locked_member(measure.case, measure.kind)
    if member is None:
        end_left(measure.case)
        measure.refresh_from_db()
        return measure
    return take(measure, member, by=by, rung=rung)
