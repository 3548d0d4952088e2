# SPDX-License-Identifier: EUPL-1.2
"""Doors: who may come in where. Absent and forbidden sound the same."""

from typing import NoReturn
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from buurtwacht.lib.errors import GoFirst, NotFound
from buurtwacht.people.models import Person

from . import queries
from .models import ChatRoom, GroupNote, GroupTransfer, Membership, Organisation, OrganisationRole, WatchGroup
from .municipal import Act, official_may

Role = OrganisationRole.Role


def group_for(person: Person, slug: str) -> WatchGroup:
    """A group in which this person takes part."""
    return membership_for(person, slug).group


def membership_for(person: Person, slug: str) -> Membership:
    """This person's own membership of the group."""
    membership = queries.memberships_of(person).filter(group__slug=slug).first()
    return membership or no_such_group()


def group_to_coordinate(person: Person, slug: str) -> WatchGroup:
    """A group that this person coordinates today, also as a deputy."""
    group = group_for(person, slug)
    return group if queries.is_coordinator(person, group) else no_such_group()


def group_to_moderate(person: Person, slug: str) -> WatchGroup:
    """A group whose cases this person may judge today: its coordinators, their deputies, and its moderators."""
    group = group_for(person, slug)
    return group if queries.is_administrator(person, group) else no_such_group()


def group_to_report_in(person: Person, slug: str) -> WatchGroup:
    """A group that this person can warn: theirs, and active."""
    group = group_for(person, slug)
    return group if group.status == WatchGroup.Status.ACTIVE else no_such_group()


def member_to_manage(person: Person, slug: str, membership_id: UUID) -> Membership:
    """A member of a group that this person coordinates today."""
    group = group_to_coordinate(person, slug)
    membership = queries.members_of(group).filter(pk=membership_id).first()
    return membership or no_such_group()


def check_welcomed(*memberships: Membership) -> None:
    """Lead who is new to the welcome page first: before it they read nothing of what neighbours tell (R025).

    Alerts themselves are never held back, and reporting is always possible.
    """
    for membership in memberships:
        if membership.welcomed_at is None:
            url = reverse("welcome", args=[membership.group.slug])
            raise GoFirst(_("First read how your group works. That takes two minutes."), url)


def organisation_for_officer(person: Person, slug: str) -> Organisation:
    """An organisation for which this person is the police officer."""
    return _organisation_for(person, slug, Role.OFFICER)


def organisation_for_official(person: Person, slug: str) -> Organisation:
    """An organisation for which this person is the municipal official."""
    return _organisation_for(person, slug, Role.OFFICIAL)


def organisation_to_answer_for(person: Person, slug: str) -> Organisation:
    """An organisation for which this person answers: its official; of neighbours among themselves, who coordinates."""
    organisation = Organisation.objects.filter(slug=slug).first()
    if organisation is None or not queries.who_answers_for(organisation).filter(pk=person.pk).exists():
        raise NotFound(_("There is no such organisation."))
    return organisation


def organisation_for_auditor(person: Person, slug: str) -> Organisation:
    """An organisation that this person audits."""
    return _organisation_for(person, slug, Role.AUDITOR)


def group_of_official(person: Person, organisation: str, slug: str, act: Act) -> WatchGroup:
    """A group of an organisation for which this person is the official, where its policy lets an official do this."""
    owner = organisation_for_official(person, organisation)
    group = queries.groups_under(owner).select_related("organisation", "area").filter(slug=slug).first()
    return group if group and official_may(group.policy.municipality, act) else no_such_group()


def group_to_manage(person: Person, slug: str) -> WatchGroup:
    """A group that this person coordinates today, or manages as an official where the policy says so (C5)."""
    group = WatchGroup.objects.select_related("organisation", "area").filter(slug=slug).first()
    if group is None or group.status == WatchGroup.Status.CLOSED:
        no_such_group()
    may = queries.is_coordinator(person, group) or _is_official_who_may(person, group, Act.MANAGE)
    return group if may else no_such_group()


def group_to_help(person: Person, slug: str) -> tuple[WatchGroup, str]:
    """A group whose log this person may read and write, and in which role: coordinator, official or officer (R032)."""
    group = WatchGroup.objects.select_related("organisation", "area").filter(slug=slug).first()
    if group is None or group.status == WatchGroup.Status.CLOSED:
        no_such_group()
    if queries.is_coordinator(person, group):
        return group, GroupNote.Role.COORDINATOR
    if _is_official_who_may(person, group, Act.ADVISE):
        return group, GroupNote.Role.OFFICIAL
    is_starting = group.status in (WatchGroup.Status.IDEA, WatchGroup.Status.FORMING)
    if is_starting and group.organisation in queries.roles_of(person).officer:
        return group, GroupNote.Role.OFFICER
    return no_such_group()


def room_to_close(person: Person, slug: str, room_id: UUID) -> ChatRoom:
    """A room on another network of a group that this person coordinates today."""
    room = ChatRoom.objects.filter(group=group_to_coordinate(person, slug), pk=room_id).first()
    return room or no_such_group()


def transfers_to_answer(person: Person) -> QuerySet[GroupTransfer]:
    """The groups that were offered to an organisation for which this person may answer, and wait for an answer."""
    waiting = GroupTransfer.objects.filter(ended_at=None).select_related("group", "offered_by", "offered_to")
    asked = Organisation.objects.filter(pk__in=waiting.values("offered_to"))
    mine = [one.pk for one in asked if queries.who_answers_for(one).filter(pk=person.pk).exists()]
    return waiting.filter(offered_to__in=mine)


def transfer_to_answer(person: Person, transfer_id: UUID) -> GroupTransfer:
    """An offer that this person may accept or decline."""
    transfer = transfers_to_answer(person).filter(pk=transfer_id).first()
    return transfer or no_such_group()


def group_to_give_away(person: Person, slug: str) -> WatchGroup:
    """A group that this person may offer to another organisation: its coordinator, or who answers for its owner."""
    group = WatchGroup.objects.select_related("organisation", "area").filter(slug=slug).first()
    if group is None or group.status == WatchGroup.Status.CLOSED:
        no_such_group()
    answers = queries.who_answers_for(group.organisation).filter(pk=person.pk).exists()
    return group if answers or queries.is_coordinator(person, group) else no_such_group()


def no_such_group() -> NoReturn:
    raise NotFound(_("There is no such group."))


def _is_official_who_may(person: Person, group: WatchGroup, act: Act) -> bool:
    works_there = group.organisation in queries.roles_of(person).official
    return works_there and official_may(group.policy.municipality, act)


def _organisation_for(person: Person, slug: str, role: Role) -> Organisation:
    mine = Organisation.objects.filter(slug=slug, roles__person_id=person.pk, roles__role=role)
    organisation = mine.first()
    if organisation is None:
        raise NotFound(_("There is no such organisation."))
    return organisation
