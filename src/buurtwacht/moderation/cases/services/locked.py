# SPDX-License-Identifier: EUPL-1.2
"""Rows as they are now, locked: the case first, its measures and the membership after it."""

from django.utils.translation import gettext as _

from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.cases import queries
from buurtwacht.moderation.ladder import ENDS
from buurtwacht.moderation.models import Case, Measure
from buurtwacht.people.models import Person

RELATED = ("group__organisation", "person", "membership", "entry")


def locked_case(case: Case) -> Case:
    return Case.objects.select_for_update(of=("self",)).select_related(*RELATED).get(pk=case.pk)


def locked_measure(measure: Measure) -> Measure:
    """The measure, its case locked before it."""
    case = locked_case(Case(pk=measure.case_id))
    found = Measure.objects.select_for_update(of=("self",)).select_related("proposed_by").get(pk=measure.pk)
    found.case = case
    return found


def locked_member(case: Case, kind: str) -> Membership | None:
    """The membership that the case is about, while it lasts; None when they left or were erased meanwhile.

    Before somebody is out the group is locked first, as whoever lets people in or out does.
    """
    if case.membership_id is None:
        return None
    if kind in ENDS:
        WatchGroup.objects.select_for_update(of=("self",)).get(pk=case.group_id)
    rows = Membership.objects.select_for_update(of=("self",)).select_related("group__organisation", "person")
    return rows.filter(pk=case.membership_id, left_at=None).first()


def check_judge(case: Case, by: Person) -> None:
    """Raises `DomainError` for who may not judge this case, the person it is about before all."""
    if by.pk == case.person_id:
        raise DomainError(_("This case is about you. Others look into it."))
    if not queries.is_judge(by, case):
        raise DomainError(_("Others look into this case now."))
