# SPDX-License-Identifier: EUPL-1.2
"""Who judges a case, and which cases wait for whom. Nobody judges their own case."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import administrators_of, who_answers_for
from buurtwacht.moderation.ladder import Decider, Rung, rung_of
from buurtwacht.moderation.models import Case, Flag, Measure
from buurtwacht.people.models import Person

from . import rules
from .held import appointed_for, policy_of

COUNTS_FOR = timedelta(days=365)  # so long an earlier step is still a step on the ladder

Status = Measure.Status


def administrators_apart_from(group: WatchGroup, person_id: UUID) -> QuerySet[Person]:
    """Who administers the group today, this person apart."""
    administrators = administrators_of(group).exclude(person_id=person_id)
    return Person.objects.filter(pk__in=administrators.values("person"), is_active=True)


def who_answers_apart_from(group: WatchGroup, person_id: UUID) -> QuerySet[Person]:
    """Who answers for the organisation behind the group, this person apart."""
    return who_answers_for(group.organisation).filter(is_active=True).exclude(pk=person_id)


def desk_for(group: WatchGroup, person_id: UUID) -> Case.Desk:
    """Where a case about this person begins: with the other administrators, and where there is none, one floor up."""
    if administrators_apart_from(group, person_id).exists():
        return Case.Desk.ADMINISTRATORS
    return Case.Desk.ORGANISATION


def judges_of(case: Case) -> QuerySet[Person]:
    """Who may judge this case now; never the person it is about. Nobody, when nobody else is left."""
    if case.desk == Case.Desk.ADMINISTRATORS:
        administrators = administrators_apart_from(case.group, case.person_id)
        if administrators.exists():
            return administrators
    return who_answers_apart_from(case.group, case.person_id)


def is_judge(person: Person, case: Case) -> bool:
    return judges_of(case).filter(pk=person.pk).exists()


def seconds_of(measure: Measure) -> QuerySet[Person]:
    """Who may agree to what was proposed.

    Another judge, who neither proposed it, nor opened the case, nor flagged or wrote the words, nor was appointed for
    the occasion by who did. Where the group has nobody like that, who answers for the organisation. A letter of the
    chief of police can be noted by every judge.
    """
    case, rung = measure.case, rung_for(measure.case, measure.kind)
    decider = rung.decider if rung else Decider.TOGETHER
    if decider is Decider.POLICE_CHIEF:
        return judges_of(case)
    above = who_answers_apart_from(case.group, case.person_id).exclude(_takes_part(measure))
    if decider is Decider.MUNICIPALITY:
        return above
    others = judges_of(case).exclude(_takes_part(measure))
    return others if others.exists() else above


def _takes_part(measure: Measure) -> Q:
    case = measure.case
    known = {one for one in (measure.proposed_by_id, case.opened_by_id) if one}
    known |= set(appointed_for(case, known))
    if case.entry and case.entry.author_id:
        known.add(case.entry.author_id)
    flagged = Flag.objects.filter(entry=case.entry_id).exclude(by=None) if case.entry_id else Flag.objects.none()
    return Q(pk__in=known) | Q(pk__in=flagged.values("by"))


def coordinates(case: Case) -> bool:
    """Is the case about somebody to whom the ladder for coordinators applies?"""
    if case.membership is None:
        return False
    today = timezone.localdate(timezone=case.group.tz)
    return rules.coordinates(case.membership, policy_of(case), today)


def rung_for(case: Case, kind: str) -> Rung | None:
    """The step of this kind on the ladder of this case; None where there is no such step."""
    return rung_of(policy_of(case), kind, coordinates=coordinates(case))


def taken_against(case: Case) -> set[str]:
    """The kinds of measures that hold against this member, of this case or one of the last year."""
    since = timezone.now() - COUNTS_FOR
    held = Measure.objects.filter(
        case__group=case.group_id, case__person=case.person_id, status=Status.TAKEN, decided_at__gte=since
    )
    return set(held.values_list("kind", flat=True))


def waiting_in(case: Case) -> QuerySet[Measure]:
    """What is proposed and can still be agreed to; what lapsed is no proposal any more, marked or not."""
    now = timezone.now()
    alive = Q(lapses_at=None) | Q(lapses_at__gt=now)
    return case.measures.filter(alive, status=Status.PROPOSED)


def steps_of(case: Case) -> list[rules.Step]:
    """The ladder of this case, with what stands in the way of each step."""
    waiting = set(waiting_in(case).values_list("kind", flat=True))
    return rules.steps(policy_of(case), coordinates=coordinates(case), taken=taken_against(case), waiting=waiting)


def cases_of(group: WatchGroup) -> QuerySet[Case]:
    """The cases of a group, newest first, with whom they are about."""
    cases = Case.objects.filter(group=group).select_related("group__organisation", "person", "membership", "entry")
    return cases.order_by("-opened_at")


def still_appealable(now: datetime) -> QuerySet[Measure]:
    """Measures against which an appeal is still possible, or waits for its answer."""
    in_time = Q(appeal_until__gt=now, appeal=None)
    waits = Q(appeal__isnull=False, appeal__answered_at=None)
    return Measure.objects.filter(in_time | waits, status=Status.TAKEN)
