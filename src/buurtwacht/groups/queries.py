# SPDX-License-Identifier: EUPL-1.2
"""Who is where, and in which role. Only people who are in a group now count."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from buurtwacht.people.models import Person
from buurtwacht.places.addresses import spot_of
from buurtwacht.places.queries import areas_at

from .models import Membership, Organisation, OrganisationRole, WatchGroup

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
    """Memberships that coordinate: the coordinator's own, and that of a deputy on the days of standing in."""
    today = today or timezone.localdate()
    started = Q(deputy_from=None) | Q(deputy_from__lte=today)
    deputy = started & Q(deputy_of__isnull=False, deputy_until__gte=today)
    return Q(role=Membership.Role.COORDINATOR) | deputy


def memberships_of(person: Person) -> QuerySet[Membership]:
    """Where this person takes part now, with group and organisation."""
    mine = Membership.objects.filter(now_in_group(), person_id=person.pk)
    return mine.select_related("group__organisation", "group__area").order_by("joined_at")


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
    return Membership.objects.filter(now_in_group(), group=group).select_related("person").order_by("joined_at")


def coordinators_of(group: WatchGroup) -> QuerySet[Membership]:
    """Who coordinates the group today: its coordinators, and deputies who stand in. With the person."""
    return members_of(group).filter(coordinating(timezone.localdate(timezone=group.tz)))


def is_coordinator(person: Person, group: WatchGroup) -> bool:
    """Does this person coordinate the group today?"""
    return coordinators_of(group).filter(person_id=person.pk).exists()


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


def group_at(latitude: float, longitude: float) -> WatchGroup | None:
    """The group that watches over a point: that of the smallest area around it that has one; None without one.

    Where one area has several groups, an active one comes first, then the oldest.
    """
    ranks = {area.pk: rank for rank, area in enumerate(areas_at(latitude, longitude))}
    groups = WatchGroup.objects.filter(area__in=ranks).exclude(status=WatchGroup.Status.CLOSED)
    near_first = sorted((ranks[group.area_id], *_readiness(group), group.pk) for group in groups if group.area_id)
    return groups.select_related("organisation", "area").get(pk=near_first[0][-1]) if near_first else None


def _readiness(group: WatchGroup) -> tuple[bool, datetime]:
    return group.status != WatchGroup.Status.ACTIVE, group.created_at


def group_of_address(text: str, *, town: str = "") -> WatchGroup | None:
    """The group that watches over an address as somebody types it; None when the address or a group is not known."""
    spot = spot_of(text, town=town)
    return group_at(*spot.point) if spot else None
