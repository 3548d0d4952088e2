# SPDX-License-Identifier: EUPL-1.2
"""Questions from the site, and the desks where somebody sits to answer them."""

from django.db.models import QuerySet

from buurtwacht.groups.models import Membership, Organisation, WatchGroup
from buurtwacht.groups.queries import coordinating, groups_under, has_official, now_in_group

from .models import ContactMessage

Desk = ContactMessage.Desk


def groups_with_a_coordinator(organisation: Organisation) -> list[WatchGroup]:
    """The groups here that somebody coordinates today."""
    coordinated = Membership.objects.filter(now_in_group() & coordinating(), group__organisation=organisation)
    return list(groups_under(organisation).filter(pk__in=coordinated.values("group")).order_by("name"))


def desks_of(organisation: Organisation) -> list[str]:
    """Where a question can go: only to desks where somebody sits."""
    desks = [Desk.COORDINATORS.value] if groups_with_a_coordinator(organisation) else []
    if has_official(organisation):
        desks += [Desk.MUNICIPALITY.value, Desk.COMPLAINT.value]
    return desks


def open_questions_to(group: WatchGroup) -> QuerySet[ContactMessage]:
    """What the coordinators of this group were asked, and nobody has answered."""
    return ContactMessage.objects.filter(group=group, desk=Desk.COORDINATORS, answered_at=None).order_by(
        "asked_at", "pk"
    )


def questions_to_officials(organisation: Organisation) -> QuerySet[ContactMessage]:
    """What the organisation was asked, unanswered first."""
    found = ContactMessage.objects.filter(organisation=organisation).exclude(desk=Desk.COORDINATORS)
    return found.select_related("group").order_by("answered_at", "asked_at", "pk")
