# SPDX-License-Identifier: EUPL-1.2
"""What cases put on the desk of who coordinates."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups.desk_registry import ORDER, Link, Task, desk_links, desk_tasks
from buurtwacht.groups.models import WatchGroup
from buurtwacht.moderation.models import Case, Measure
from buurtwacht.people.models import Person

from . import queries, words

LOOK_WITHIN = timedelta(days=3)


@desk_links
def link_to_cases(group: WatchGroup, person: Person) -> Iterator[Link]:
    yield Link(_("Cases"), "scale", reverse("desk_cases", args=[group.slug]), ORDER)


@desk_tasks
def cases_to_judge(group: WatchGroup, person: Person) -> Iterator[Task]:
    """What waits for this person's yes comes before everything that can wait longer."""
    cases = queries.cases_of(group).filter(closed_at=None)
    for case in cases.exclude(person_id__in=queries.close_to(person, cases, group)):
        waiting = list(queries.waiting_in(case))
        for measure in waiting:
            measure.case = case
            if measure.lapses_at and queries.seconds_of(measure).filter(pk=person.pk).exists():
                yield _second(case, measure)
        if not waiting and case.desk == Case.Desk.ADMINISTRATORS and queries.is_judge(person, case):
            yield _undecided(case)


def _second(case: Case, measure: Measure) -> Task:
    now = timezone.now()
    due = measure.lapses_at or now
    return Task(
        kind="case_second",
        due_at=due,
        tag=_("Your answer"),
        when=words.time_left(measure.lapses_at, now),
        title=_("Do you agree? %(kind)s") % {"kind": words.label_of(measure.kind)},
        sentence=_("Another administrator proposed this. It holds only if you agree in time."),
        url=reverse("desk_case", args=[case.group.slug, case.pk]),
        button=_("Read the case"),
        icon="scale",
        minutes=5,
    )


def _undecided(case: Case) -> Task:
    taken = case.measures.filter(status=Measure.Status.TAKEN).exists()
    return Task(
        kind="case",
        due_at=case.opened_at + LOOK_WITHIN,
        tag=_("Case"),
        title=_("Close this case?") if taken else _("A case to look at"),
        sentence=_("A step was taken. Close the case when nothing more is needed.")
        if taken
        else words.rule_words(case.group, case.rule),
        url=reverse("desk_case", args=[case.group.slug, case.pk]),
        button=_("Look"),
        icon="scale",
        minutes=5,
    )
