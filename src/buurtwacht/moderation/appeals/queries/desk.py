# SPDX-License-Identifier: EUPL-1.2
"""What waits for somebody who judges: appeals, cases that were put before them, and questions for advice."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from buurtwacht.groups.models import Organisation
from buurtwacht.groups.queries import groups_coordinated_by, roles_of
from buurtwacht.moderation.cases.queries import is_judge
from buurtwacht.moderation.models import Appeal, Case
from buurtwacht.people.models import Person

from .advisers import roles_to_advise
from .judges import may_judge


@dataclass(frozen=True, slots=True)
class Bench:
    """The desk of one judge."""

    appeals: tuple[Appeal, ...]
    answered: tuple[Appeal, ...]
    cases: tuple[Case, ...]
    to_advise: tuple[Case, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.appeals or self.cases or self.to_advise)


def bench_of(person: Person) -> Bench:
    """Everything that this person may judge or advise on now, the oldest first, and what they answered before."""
    here = organisations_of(person)
    waiting = _appeals().filter(measure__case__group__organisation__in=here, answered_at=None)
    escalated = _cases().filter(group__organisation__in=here)
    return Bench(
        appeals=tuple(appeal for appeal in waiting if may_judge(person, appeal)),
        answered=tuple(_appeals().filter(answered_by_id=person.pk).order_by("-answered_at", "-pk")[:10]),
        cases=tuple(case for case in escalated if is_judge(person, case)),
        to_advise=tuple(case for case in escalated if roles_to_advise(person, case)),
    )


def organisations_of(person: Person) -> QuerySet[Organisation]:
    """Those for which somebody works, and those of the groups that they coordinate."""
    roles = roles_of(person)
    works = [one.pk for one in roles.officer + roles.official]
    coordinates = groups_coordinated_by(person).values("organisation")
    return Organisation.objects.filter(Q(pk__in=works) | Q(pk__in=coordinates))


def _appeals() -> QuerySet[Appeal]:
    return Appeal.objects.select_related("measure__case__group__organisation")


def _cases() -> QuerySet[Case]:
    rows = Case.objects.filter(desk=Case.Desk.ORGANISATION, closed_at=None)
    return rows.select_related("group__organisation").order_by("escalated_at", "pk")
