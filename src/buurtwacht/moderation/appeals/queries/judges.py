# SPDX-License-Identifier: EUPL-1.2
"""Who judges: somebody who had no part in it, and who is no neighbour in the same group."""

from django.db.models import Q, QuerySet

from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import coordinating, is_administrator, members_of, now_in_group, who_answers_for
from buurtwacht.moderation.appeals import rules
from buurtwacht.moderation.cases.apart import without_near
from buurtwacht.moderation.models import Appeal, Case, Measure, SteppedAside
from buurtwacht.people.models import Person

from .involved import involved_in


def appeal_judges(measure: Measure) -> QuerySet[Person]:
    """Who may judge an appeal against this measure today; nobody, where everybody had a part in it.

    Nor does who stepped aside, who lives with somebody who had a part in it, or who shares a phone number or mail
    address with them.

    The steering group is for now the coordinators of the other groups, with who answers for the organisation.
    """
    judges = without_near(_outsiders(measure.case), involved_in(measure.case), measure.case.group)
    return judges.exclude(pk__in=SteppedAside.objects.filter(appeal__measure=measure).values("by"))


def may_judge(person: Person, appeal: Appeal) -> bool:
    """May this person judge this appeal?"""
    return appeal_judges(appeal.measure).filter(pk=person.pk).exists()


def may_print(person: Person, appeal: Appeal) -> bool:
    """May this person print the answer, and so read a name? Who reads the cases of the group anyway; not the member."""
    group = appeal.measure.case.group
    answers = who_answers_for(group.organisation).filter(pk=person.pk).exists()
    return person.pk != appeal.measure.case.person_id and (answers or is_administrator(person, group))


def _outsiders(case: Case) -> QuerySet[Person]:
    """Who answers for the organisation, and coordinators of other groups where there is a steering group."""
    group = case.group
    whom = Q(pk__in=who_answers_for(group.organisation).values("pk"))
    if rules.body_of(group.policy) is rules.Body.STEERING_GROUP:
        whom |= Q(pk__in=_coordinators_elsewhere(group).values("person"))
    here = members_of(group).values("person")
    return Person.objects.filter(whom, is_active=True, erased_at=None).exclude(pk__in=here).order_by("pk")


def _coordinators_elsewhere(group: WatchGroup) -> QuerySet[Membership]:
    """Those of the other groups of the organisation."""
    others = Membership.objects.filter(now_in_group(), coordinating(), group__organisation=group.organisation_id)
    return others.exclude(group=group)
