# SPDX-License-Identifier: EUPL-1.2
"""Who is where, and in which role. Only people who are in a group now count."""

from dataclasses import dataclass
from datetime import date

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet
from django.utils import timezone

from buurtwacht.people.models import Person

from .models import GroupTransfer, Membership, Organisation, OrganisationRole, WatchGroup
from .room_queries import lost_rooms_of, room_at, rooms_of
from .territory_check import overlaps_and_gaps
from .territory_queries import group_at, group_at_address, group_of_address, neighbours_of

__all__ = [  # found here too
    "group_at",
    "group_at_address",
    "group_of_address",
    "lost_rooms_of",
    "neighbours_of",
    "overlaps_and_gaps",
    "room_at",
    "rooms_of",
]

Role = OrganisationRole.Role


@dataclass(frozen=True, slots=True)
class Roles:
    """The organisations for which somebody is police officer, municipal official or auditor."""

    officer: tuple[Organisation, ...] = ()
    official: tuple[Organisation, ...] = ()
    auditor: tuple[Organisation, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.officer or self.official or self.auditor)


def now_in_group() -> Q:
    """Memberships that have not ended, in a group that has not been closed."""
    return Q(left_at=None) & ~Q(group__status=WatchGroup.Status.CLOSED)


def coordinating(today: date | None = None) -> Q:
    """Memberships that coordinate: the coordinator's own, and that of a deputy on the days of standing in.

    Nobody coordinates while they are suspended.
    """
    today = today or timezone.localdate()
    started = Q(deputy_from=None) | Q(deputy_from__lte=today)
    deputy = started & Q(deputy_of__isnull=False, deputy_until__gte=today)
    free = Q(suspended_until=None) | Q(suspended_until__lte=timezone.now())
    return free & (Q(role=Membership.Role.COORDINATOR) | deputy)


def memberships_of(person: Person) -> QuerySet[Membership]:
    """Where this person takes part now, with group and organisation, and whether they coordinate it today.

    Without the area of the group: its border may be large, and few who ask need it.
    """
    mine = Membership.objects.filter(now_in_group(), person_id=person.pk)
    today = {"coordinates": ExpressionWrapper(coordinating(), BooleanField())}
    return mine.annotate(**today).select_related("group__organisation").order_by("joined_at", "pk")


def groups_of(person: Person) -> QuerySet[WatchGroup]:
    """The groups in which this person takes part now."""
    return WatchGroup.objects.filter(pk__in=memberships_of(person).values("group")).select_related(
        "organisation", "area"
    )


def groups_coordinated_by(person: Person) -> QuerySet[WatchGroup]:
    """The groups that this person coordinates today, also as a deputy."""
    desks = memberships_of(person).filter(coordinating())
    return WatchGroup.objects.filter(pk__in=desks.values("group")).select_related("organisation", "area")


def membership_in(person: Person, group: WatchGroup) -> Membership | None:
    """This person's own membership of the group; None for somebody else."""
    return memberships_of(person).filter(group=group).first()


def members_of(group: WatchGroup) -> QuerySet[Membership]:
    """Everybody who takes part in the group now, with the person."""
    return Membership.objects.filter(now_in_group(), group=group).select_related("person").order_by("joined_at", "pk")


def coordinators_of(group: WatchGroup) -> QuerySet[Membership]:
    """Who coordinates the group today: its coordinators, and deputies who stand in. With the person."""
    return members_of(group).filter(coordinating(timezone.localdate(timezone=group.tz)))


def is_coordinator(person: Person, group: WatchGroup) -> bool:
    """Does this person coordinate the group today?"""
    return coordinators_of(group).filter(person_id=person.pk).exists()


def somebody_else_coordinates(group: WatchGroup, person: Person) -> bool:
    """Does anybody but this person coordinate the group today?"""
    return coordinators_of(group).exclude(person_id=person.pk).exists()


def administrators_of(group: WatchGroup) -> QuerySet[Membership]:
    """Who looks after how neighbours treat each other: who coordinates today, and the moderators. With the person.

    Not while they are suspended themselves.
    """
    trusted = coordinating(timezone.localdate(timezone=group.tz)) | Q(role=Membership.Role.MODERATOR)
    return members_of(group).filter(trusted).exclude(suspended_until__gt=timezone.now())


def is_administrator(person: Person, group: WatchGroup) -> bool:
    """Does this person judge cases of the group today, when they are not about themselves?"""
    return administrators_of(group).filter(person_id=person.pk).exists()


def successors_of(group: WatchGroup) -> QuerySet[Membership]:
    """Who could take over first when nobody coordinates: whoever stood in before, and moderators."""
    known = Q(deputy_of__isnull=False) | Q(role=Membership.Role.MODERATOR)
    return members_of(group).filter(known)


def who_answers_for(organisation: Organisation) -> QuerySet[Person]:
    """Who may say yes or no for an organisation: its officials; for neighbours among themselves, the coordinators."""
    officials = Q(organisation_roles__organisation=organisation, organisation_roles__role=Role.OFFICIAL)
    if organisation.kind not in (Organisation.Kind.ASSOCIATION, Organisation.Kind.TEAM):
        return Person.objects.filter(officials).distinct()
    desks = Membership.objects.filter(now_in_group(), coordinating(), group__organisation=organisation)
    return Person.objects.filter(officials | Q(pk__in=desks.values("person"))).distinct()


def has_official(organisation: Organisation) -> bool:
    """Does anybody sign in for the municipality, or whoever else stands behind the groups?"""
    return OrganisationRole.objects.filter(organisation=organisation, role=Role.OFFICIAL).exists()


def other_organisations(group: WatchGroup) -> QuerySet[Organisation]:
    """To whom the group could go."""
    return Organisation.objects.exclude(pk=group.organisation_id)


def open_offer(group: WatchGroup) -> GroupTransfer | None:
    """The offer of this group that waits for an answer, with the organisation that was asked."""
    return group.transfers.filter(ended_at=None).select_related("offered_to").first()


def roles_of(person: Person) -> Roles:
    """What this person may do for organisations."""
    rows = OrganisationRole.objects.filter(person_id=person.pk).select_related("organisation")
    held = sorted(((row.role, row.organisation) for row in rows), key=lambda pair: pair[1].name)
    return Roles(**{role.value: tuple(where for what, where in held if what == role) for role in Role})


def groups_under(organisation: Organisation) -> QuerySet[WatchGroup]:
    """The groups of an organisation that have not been closed."""
    return organisation.groups.exclude(status=WatchGroup.Status.CLOSED).select_related("area")


def has_a_duty(person: Person) -> bool:
    """Can this person see more than a member sees? Then one code is not enough to sign in.

    A deputy counts from the day of appointment, so that the second factor is ready when it is needed.
    """
    deputy = Q(deputy_of__isnull=False, deputy_until__gte=timezone.localdate())
    trusted = Q(role__in=[Membership.Role.COORDINATOR, Membership.Role.MODERATOR])
    member = Membership.objects.filter(now_in_group(), trusted | deputy, person_id=person.pk)
    role = OrganisationRole.objects.filter(person_id=person.pk)
    return member.values("pk").union(role.values("pk")).exists()
