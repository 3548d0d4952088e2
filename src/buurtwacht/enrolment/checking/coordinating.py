# SPDX-License-Identifier: EUPL-1.2
"""What follows from what for somebody who would like to coordinate. Loaded with the other handlers."""

from buurtwacht.delivery.models import Priority
from buurtwacht.delivery.services import intend
from buurtwacht.enrolment.models import Candidacy
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import coordinators_of
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on

from . import services
from .rules import NEWS_FOR


@on("member.joined")
def make_the_first_one_the_candidate(line: Line) -> None:
    """Whoever begins a group is its candidate (R032): the first member of one that is being formed."""
    membership = Membership.objects.select_related("group__organisation").filter(pk=line.subject_id).first()
    if membership is None or membership.left_at or membership.role != Membership.Role.MEMBER:
        return
    group = membership.group
    is_first = not group.memberships.filter(joined_at__lt=membership.joined_at).exists()
    forming = group.status in (WatchGroup.Status.IDEA, WatchGroup.Status.FORMING)
    if forming and is_first and not coordinators_of(group).exists():
        services.open_candidacy(membership)


@on("coordinator.appointed")
def screen_who_was_appointed_without(line: Line) -> None:
    """However somebody became coordinator: where the rules ask the police, they are asked (C11)."""
    membership = Membership.objects.select_related("group__organisation").filter(pk=line.subject_id).first()
    if membership is None or membership.left_at or membership.role != Membership.Role.COORDINATOR:
        return
    if services.lacks_screening(membership):
        services.open_candidacy(membership)


@on("candidacy.opened", "candidacy.decided")
def tell_the_candidate(line: Line) -> None:
    intend("candidacy.news", line.subject_id, priority=Priority.NOTICE, valid_for=NEWS_FOR)
    _appoint(Candidacy.objects.filter(pk=line.subject_id, ended_at=None).first())


@on("confidentiality.signed")
def appoint_who_signed(line: Line) -> None:
    """A candidate signed. In a group that nobody coordinates yet that is the last step."""
    mine = Candidacy.objects.filter(ended_at=None, membership__person=line.by_id, membership__left_at=None)
    for candidacy in mine.filter(group=line.facts["group"]):
        _appoint(candidacy)


@on("candidacy.ended", "candidacy.decided")
def ask_others_to_offer(line: Line) -> None:
    """When a candidacy came to nothing and nobody coordinates, the neighbours are asked who would."""
    candidacy = Candidacy.objects.select_related("group").filter(pk=line.subject_id, appointed_at=None).first()
    if candidacy and candidacy.ended_at and not coordinators_of(candidacy.group).exists():
        intend("candidacy.wanted", candidacy.group_id, priority=Priority.NOTICE, valid_for=NEWS_FOR)


def _appoint(candidacy: Candidacy | None) -> None:
    if candidacy:
        services.appoint_if_ready(candidacy)
