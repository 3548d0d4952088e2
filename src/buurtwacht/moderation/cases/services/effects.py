# SPDX-License-Identifier: EUPL-1.2
"""What a measure does once it holds. Inside the transaction of who decided it, with case and membership locked."""

from django.utils import timezone

from buurtwacht.enrolment.models import Departure
from buurtwacht.enrolment.staying.services import count_departure, count_removal
from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import coordinators_of
from buurtwacht.groups.services import (
    end_deputy,
    end_membership,
    relieve_coordinator,
    relieve_moderator,
    suspend_member,
)
from buurtwacht.journal.services import record
from buurtwacht.live.services import close_streams
from buurtwacht.moderation.bans.services import begin_ban
from buurtwacht.moderation.ladder import ENDS, TO_APPEAL, Kind, Rung
from buurtwacht.moderation.models import Case, Measure
from buurtwacht.people.models import Person

from .closing import close

REMOVED, ENDED = "removed", "ended"  # the reason in the journal and in the figures
ADDRESS = ("street", "house_number", "postcode", "town", "phone", "home", "kind", "serves")


def take(measure: Measure, member: Membership, *, by: Person, rung: Rung) -> Measure:
    """From now on this holds: the status, its effect, and the journal line that others listen to."""
    now = timezone.now()
    measure.status, measure.decided_at, measure.lapses_at = Measure.Status.TAKEN, now, None
    measure.seconded_by = by if by.pk != measure.proposed_by_id else None
    measure.appeal_until = now + TO_APPEAL if rung.can_appeal else None
    if measure.kind in ENDS:
        measure.address = {name: getattr(member, name) for name in ADDRESS}
    measure.save(update_fields=["status", "decided_at", "lapses_at", "seconded_by", "appeal_until", "address"])
    case = measure.case
    record(
        "measure.taken", measure.pk, by=by, group=case.group_id, case=case.pk, kind=measure.kind, person=case.person_id
    )
    _do(measure, member, by)
    return measure


def _do(measure: Measure, member: Membership, by: Person) -> None:
    match measure.kind:
        case Kind.SUSPENSION | Kind.PROSECUTOR:
            _suspend(measure, member, by)
        case Kind.RELIEF:
            _relieve(member, by)
        case Kind.REMOVAL:
            _remove(measure, member, by)
        case Kind.ENDING:
            _end(measure, member, by)


def _suspend(measure: Measure, member: Membership, by: Person) -> None:
    """Whichever ends last holds. Who coordinates alone leaves the group without a coordinator for now."""
    assert measure.until is not None  # noqa: S101 - `check_until` saw to it
    coordinated = coordinators_of(member.group).filter(pk=member.pk).exists()
    if member.suspended_until is None or member.suspended_until < measure.until:
        suspend_member(member, measure.until, by=by)
    if coordinated:
        close_streams(member.person_id)
        if not coordinators_of(member.group).exists():
            record("group.lost_coordinator", member.group_id, by=by)


def _relieve(member: Membership, by: Person) -> None:
    relieve_coordinator(member, by=by, last_too=True, decided=True)
    relieve_moderator(member, by=by)
    end_deputy(member, by=by)


def _remove(measure: Measure, member: Membership, by: Person) -> None:
    """Every channel stops with this commit: nobody who left is told anything. What else was proposed has no point."""
    begin_ban(measure)
    count_removal(member.group)
    _out(measure, member, by, REMOVED)


def _end(measure: Measure, member: Membership, by: Person) -> None:
    """They moved, died or are not to be found: no ban, and nothing says that they broke a rule."""
    count_departure(member.group, Departure.Reason.UNSAID)
    _out(measure, member, by, ENDED)


def _out(measure: Measure, member: Membership, by: Person, reason: str) -> None:
    end_membership(member, by=by, reason=reason, decided=True)
    close_streams(member.person_id)
    close(measure.case, Case.Outcome.MEASURE, by=by)
