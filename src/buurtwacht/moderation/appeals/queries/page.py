# SPDX-License-Identifier: EUPL-1.2
"""A case as the member reads it, and with the same words who judges: never who flagged it, and no names."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from buurtwacht.enrolment.signing.texts import Point, rule_of
from buurtwacht.moderation import ladder
from buurtwacht.moderation.appeals import rules
from buurtwacht.moderation.appeals.links import reference_of
from buurtwacht.moderation.cases.held import policy_of
from buurtwacht.moderation.models import Appeal, Case, CaseAdvice, Measure
from buurtwacht.people.models import Person

from . import said

TOLD = (Measure.Status.TAKEN, Measure.Status.OVERTURNED)


@dataclass(frozen=True, slots=True)
class Step:
    """One measure that was taken: what, by whom in which role, and what the member can do about it."""

    measure: Measure
    decider: str  # a value of ladder.Decider, or empty where nobody knows any more
    appeal: Appeal | None
    can_appeal: bool

    @property
    def holds(self) -> bool:
        """Does it hold now?"""
        until = self.measure.until
        return self.measure.status == Measure.Status.TAKEN and (until is None or until > timezone.now())

    @property
    def is_in_the_past(self) -> bool:
        return self.measure.status == Measure.Status.TAKEN and not self.holds

    @property
    def people(self) -> int:
        """How many people decided it."""
        return len({one for one in (self.measure.proposed_by_id, self.measure.seconded_by_id) if one}) or 1

    @property
    def decided_by(self) -> str:
        """Who decided it: how many people and in which role, never a name."""
        return said.decided_by(self.decider, self.people)

    @property
    def what_remains(self) -> str:
        """What the member can and cannot do while it holds."""
        return said.what_remains(self.measure.kind)

    @property
    def reference(self) -> str:
        return reference_of(self.measure)


@dataclass(frozen=True, slots=True)
class CasePage:
    """Everything about a case that the member may know."""

    case: Case
    rule: Point | None  # None: the rules have no rule for this
    steps: tuple[Step, ...]
    advice: tuple[CaseAdvice, ...]

    @property
    def is_open(self) -> bool:
        return self.case.closed_at is None

    @property
    def others_look(self) -> bool:
        """Was it put before the organisation?"""
        return self.is_open and self.case.desk == Case.Desk.ORGANISATION

    @property
    def appeals(self) -> list[Step]:
        return [step for step in self.steps if step.appeal]


def cases_of(person: Person) -> QuerySet[Case]:
    """The cases about this person, newest first."""
    rows = Case.objects.filter(person_id=person.pk).select_related("group__organisation", "membership", "person")
    return rows.order_by("-opened_at", "-pk")


def page_of(case: Case) -> CasePage:
    """The case in the language that is active."""
    now = timezone.now()
    taken = case.measures.filter(status__in=TOLD).select_related("appeal").order_by("proposed_at", "pk")
    advice = tuple(case.advice.all()) if case.closed_at else ()
    return CasePage(case, rule_of(case.group, case.rule), tuple(_step(one, case, now) for one in taken), advice)


def step_of(measure: Measure) -> Step:
    """One measure, with what the member can do about it."""
    return _step(measure, measure.case, timezone.now())


def _step(measure: Measure, case: Case, now: datetime) -> Step:
    appeal: Appeal | None = getattr(measure, "appeal", None)
    appealed = appeal is not None and not rules.can_be_added_to(appeal)
    can = rules.may_appeal(measure.status, measure.appeal_until, appealed=appealed, now=now)
    return Step(measure, _decider(measure, case), appeal, can)


def _decider(measure: Measure, case: Case) -> str:
    """Who decides such a step in this group. Who was relieved is no coordinator any more: both ladders count."""
    policy = policy_of(case)
    rungs = (ladder.rung_of(policy, measure.kind, coordinates=coordinates) for coordinates in (True, False))
    return next((rung.decider.value for rung in rungs if rung), "")
