# SPDX-License-Identifier: EUPL-1.2
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import coordinators_of, members_of
from buurtwacht.people.models import ContactPoint, Person
from buurtwacht.places.names import plain

AT_ONCE = 50
PUSH, MAIL = "webpush", "email"
QUIET_KINDS = frozenset({"log"})  # what only operators read
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the register: what a neighbour knows too, and whether an alert would arrive."""

    membership: Membership
    coordinates: bool
    reach: str  # "phone", "other", "proxy" or "none"
    is_renewed: bool


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the register."""

    rows: Sequence[Row]
    number: int
    pages: int
    total: int

    @property
    def earlier(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def later(self) -> int | None:
        return self.number + 1 if self.number < self.pages else None


def leaf_of(group: WatchGroup, number: int = 1) -> Leaf:
    """A page of the register by first name, then street. Names are encrypted, so we sort them here."""
    members = sorted(members_of(group), key=_by_name)
    pages = max(-(-len(members) // AT_ONCE), 1)
    number = min(max(number, 1), pages)
    shown = members[(number - 1) * AT_ONCE : number * AT_ONCE]
    return Leaf(_rows(group, shown), number, pages, len(members))


def found_in(group: WatchGroup, words: str) -> Leaf:
    """Members whose name or street has all of these words; at most one page of them."""
    wanted = plain(words).split()
    members = sorted(members_of(group), key=_by_name)
    found = [one for one in members if wanted and all(word in _searched(one) for word in wanted)]
    return Leaf(_rows(group, found[:AT_ONCE]), 1, 1, len(found))


def everybody(group: WatchGroup) -> list[Membership]:
    """The whole register, for the file."""
    return sorted(members_of(group).select_related("group__organisation"), key=_by_name)


def ways_to_reach(person: Person) -> list[ContactPoint]:
    """How this person can be reached, working ways first."""
    points = ContactPoint.objects.filter(person=person).exclude(channel__in=QUIET_KINDS)
    return sorted(points, key=lambda point: (bool(point.gone_at), not point.is_on, point.created_at))


def rung_by(membership: Membership) -> list[Membership]:
    """The members at whose door this one rings."""
    return list(membership.told_by_proxy.filter(left_at=None).select_related("person"))


def possible_proxies(group: WatchGroup, *, but: UUID | None = None) -> list[Membership]:
    """Members who can ring at somebody's door: those whom an alert reaches themselves."""
    return [row.membership for row in _rows(group, everybody(group)) if _hears(row) and row.membership.pk != but]


def _hears(row: Row) -> bool:
    return row.reach in ("phone", "other")


def _by_name(membership: Membership) -> tuple[str, str, str]:
    return plain(membership.person.first_name), plain(membership.street), str(membership.pk)


def _searched(membership: Membership) -> str:
    person = membership.person
    return plain(f"{person.first_name} {person.family_name} {membership.street}")


def _rows(group: WatchGroup, members: Iterable[Membership]) -> list[Row]:
    members = list(members)
    coordinating = set(coordinators_of(group).values_list("pk", flat=True))
    kinds = _working_kinds([one.person_id for one in members])
    since = timezone.now() - YEAR
    return [
        Row(
            membership=one,
            coordinates=one.pk in coordinating,
            reach=_reach(one, kinds[one.person_id]),
            is_renewed=bool(one.renewed_at and one.renewed_at > since) or one.joined_at > since,
        )
        for one in members
    ]


def _working_kinds(person_ids: Sequence[UUID]) -> dict[UUID, set[str]]:
    working = ContactPoint.objects.filter(
        person__in=person_ids, is_on=True, gone_at=None, verified_at__isnull=False, person__is_active=True
    )
    kinds: dict[UUID, set[str]] = defaultdict(set)
    for person_id, channel in working.values_list("person_id", "channel"):
        kinds[person_id].add(channel)
    return kinds


def _reach(membership: Membership, kinds: set[str]) -> str:
    if PUSH in kinds:
        return "phone"
    if kinds:
        return "other"
    return "proxy" if membership.proxy_id else "none"
