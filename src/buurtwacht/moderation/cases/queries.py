# SPDX-License-Identifier: EUPL-1.2
"""Who judges a case, and which cases wait for whom. Nobody judges their own case."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import administrators_of, is_administrator, who_answers_for
from buurtwacht.moderation.ladder import Decider, Rung, rung_of
from buurtwacht.moderation.models import Case, Flag, Measure
from buurtwacht.people.models import Person

from . import rules
from .apart import near, without_near
from .held import appointed_for, policy_of

COUNTS_FOR = timedelta(days=365)  # so long an earlier step is still a step on the ladder

Status = Measure.Status


def administrators_apart_from(group: WatchGroup, person_id: UUID) -> QuerySet[Person]:
    """Who administers the group today, apart from this person and who lives with them or shares their contacts."""
    administrators = administrators_of(group).exclude(person_id=person_id)
    rows = Person.objects.filter(pk__in=administrators.values("person"), is_active=True)
    return without_near(rows, [person_id], group)


def who_answers_apart_from(group: WatchGroup, person_id: UUID) -> QuerySet[Person]:
    """Who answers for the organisation behind the group, apart from the same."""
    rows = who_answers_for(group.organisation).filter(is_active=True).exclude(pk=person_id)
    return without_near(rows, [person_id], group)


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
    the occasion by who did; nor lives with one of them or shares a phone number or mail address. Where the group has
    nobody like that, who answers for the organisation. A letter of the chief of police can be noted by every judge.
    """
    case, rung = measure.case, rung_for(measure.case, measure.kind)
    decider = rung.decider if rung else Decider.TOGETHER
    if decider is Decider.POLICE_CHIEF:
        return judges_of(case)
    taking_part = _taking_part(measure)
    above = without_near(who_answers_apart_from(case.group, case.person_id), taking_part, case.group)
    if decider is Decider.MUNICIPALITY:
        return above
    others = without_near(judges_of(case), taking_part, case.group)
    return others if others.exists() else above


def decides_alone(rung: Rung, case: Case, person: Person) -> bool:
    """One administrator; or who answers for the organisation, where that is theirs and they are no party in it."""
    if rung.decider in (Decider.MUNICIPALITY, Decider.ANOTHER):
        answers = who_answers_apart_from(case.group, case.person_id).filter(pk=person.pk).exists()
        opened = rung.decider is Decider.MUNICIPALITY and person.pk == case.opened_by_id
        return answers and not opened and not is_administrator(person, case.group)
    return rung.decider is Decider.ADMINISTRATOR


def is_near_the_first(person: Person, measure: Measure) -> bool:
    """Is this somebody else, who lives with who proposed it or opened the case, or shares a contact with them?"""
    first = _first(measure)
    return person.pk not in first and bool(near(first, [person.pk], measure.case.group))


def _first(measure: Measure) -> set[UUID]:
    return {one for one in (measure.proposed_by_id, measure.case.opened_by_id) if one}


def _taking_part(measure: Measure) -> set[UUID]:
    case = measure.case
    known = _first(measure)
    known |= near(known, list(administrators_of(case.group).values_list("person", flat=True)), case.group)
    known |= set(appointed_for(case, known))
    if case.entry and case.entry.author_id:
        known.add(case.entry.author_id)
    if case.entry_id:
        known |= set(Flag.objects.filter(entry=case.entry_id).exclude(by=None).values_list("by", flat=True))
    return known


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
    return cases.order_by("-opened_at", "-pk")


def close_to(person: Person, cases: QuerySet[Case], group: WatchGroup) -> set[UUID]:
    """Of whom these cases are about: this person themself, who lives with them, and who shares a contact with them."""
    return near([person.pk], list(cases.order_by().values_list("person", flat=True).distinct()), group)


def still_appealable(now: datetime) -> QuerySet[Measure]:
    """Measures against which an appeal is still possible, or waits for its answer."""
    in_time = Q(appeal_until__gt=now, appeal=None)
    waits = Q(appeal__isnull=False, appeal__answered_at=None)
    return Measure.objects.filter(in_time | waits, status=Status.TAKEN)
