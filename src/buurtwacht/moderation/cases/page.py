# SPDX-License-Identifier: EUPL-1.2
"""What the pages about cases show: the list, one case with its steps, and the list of decisions."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.enrolment.signing.texts import Point, rule_of
from buurtwacht.moderation.ladder import Decider, Kind, Rung
from buurtwacht.moderation.models import Case, Measure
from buurtwacht.people.models import Person

from . import queries
from .words import UNFORESEEN, name_of, rule_words, time_left, who_decides

Status = Measure.Status


@dataclass(frozen=True, slots=True)
class Row:
    """One case in the list: what it waits for, whether that is the reader (`mine`), and the step that is proposed."""

    case: Case
    name: str
    rule: str
    waits: str
    mine: bool
    proposed: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proposal: who could answer it, and whether the reader can."""

    measure: Measure
    is_second: bool
    is_own: bool
    by_letter: bool
    left: str
    seconds: list[str]
    is_near: bool


@dataclass(frozen=True, slots=True)
class NextStep:
    """A step of the ladder as it stands on the page: who decides it, and why it is not possible yet."""

    kind: str
    label: str
    decides: str
    obstacle: str


@dataclass(frozen=True, slots=True)
class CasePage:
    """Everything on the page of one case."""

    case: Case
    name: str
    rule: Point | None
    is_judge: bool
    nobody: bool
    waiting: list[Waiting] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    steps: list[NextStep] = field(default_factory=list)


def rows(cases: Iterable[Case], person: Person) -> list[Row]:
    """The open cases, first what waits for the reader."""
    made = [_row(case, person) for case in cases]
    return sorted(made, key=lambda row: (not row.mine, row.case.opened_at))


def page_of(case: Case, person: Person) -> CasePage:
    """One case, for this reader."""
    is_judge = not case.closed_at and queries.is_judge(person, case)
    return CasePage(
        case=case,
        name=name_of(case),
        rule=rule_of(case.group, case.rule) if case.rule != UNFORESEEN else None,
        is_judge=is_judge,
        nobody=not case.closed_at and not queries.judges_of(case).exists(),
        waiting=[_waiting(measure, person) for measure in _with_case(queries.waiting_in(case), case)],
        measures=list(case.measures.exclude(status=Status.PROPOSED).select_related("proposed_by", "seconded_by")),
        steps=_steps(case, person) if is_judge else [],
    )


def _row(case: Case, person: Person) -> Row:
    waiting = [_waiting(measure, person) for measure in _with_case(queries.waiting_in(case), case)]
    mine = any(one.is_second and not one.by_letter for one in waiting)
    if mine:
        waits = _("Waits for your answer")
    elif waiting:
        waits = _("Waits for a signature") if waiting[0].by_letter else _("Waits for a second yes")
    elif not queries.judges_of(case).exists():
        waits = _("Nobody can judge this yet")
    elif case.desk == Case.Desk.ORGANISATION:
        waits = _("Lies with who answers for the organisation")
    else:
        waits = _("Not decided yet")
    proposed = str(waiting[0].measure.get_kind_display()) if waiting else ""
    return Row(case, name_of(case), rule_words(case.group, case.rule), waits, mine, proposed)


def _waiting(measure: Measure, person: Person) -> Waiting:
    rung = queries.rung_for(measure.case, measure.kind)
    by_letter = rung is not None and rung.decider is Decider.POLICE_CHIEF
    seconds = queries.seconds_of(measure)
    names = [] if by_letter else [one.first_name for one in seconds.order_by("first_name")[:6]]
    return Waiting(
        measure=measure,
        is_second=seconds.filter(pk=person.pk).exists(),
        is_own=measure.proposed_by_id == person.pk,
        by_letter=by_letter,
        left=time_left(measure.lapses_at, timezone.now()),
        seconds=names,
        is_near=not by_letter and queries.is_near_the_first(person, measure),
    )


def _steps(case: Case, person: Person) -> list[NextStep]:
    return [_next_step(step.rung, step.obstacle, case, person) for step in queries.steps_of(case)]


def _next_step(rung: Rung, obstacle: str, case: Case, person: Person) -> NextStep:
    decides = who_decides(rung.decider, alone=queries.decides_alone(rung, case, person))
    return NextStep(rung.kind, str(Kind(rung.kind).label), decides, obstacle)


def _with_case(measures: Iterable[Measure], case: Case) -> list[Measure]:
    found = list(measures)
    for measure in found:
        measure.case = case  # with its group: no query for each
    return found
