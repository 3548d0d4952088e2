# SPDX-License-Identifier: EUPL-1.2
"""Who could have seen a report, and how: what we know, and what we do not know. For who clears up a leak."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from buurtwacht.channels.registry import channels
from buurtwacht.delivery.models import Delivery
from buurtwacht.delivery.queries import Told, told_about
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import members_of
from buurtwacht.journal.models import Line
from buurtwacht.people.viewing import matches, reference_for
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.rules import is_for_everybody

LATELY = 30  # so many reports are offered; of older ones little is left to leak
ARRIVED = Delivery.State.HANDED_OVER


@dataclass(frozen=True, slots=True)
class Viewer:
    """A member who could have seen it: by which ways it was brought, and whether something there was opened."""

    membership: Membership
    ways: tuple[str, ...]
    opened: bool
    wrote: bool

    @property
    def reference(self) -> str:
        """What stands across everything that this member sees."""
        return reference_for(self.membership.person_id)


@dataclass(frozen=True, slots=True)
class Audience:
    """Everybody whom a report reached. The members by name; the others only as a number."""

    viewers: tuple[Viewer, ...]
    ways: tuple[tuple[str, int], ...]  # a way in words, and how many members it went to
    rooms: int
    elsewhere: int  # people of other groups
    dossiers: int
    photo_views: int

    @property
    def opened(self) -> int:
        """How many members surely opened it."""
        return sum(viewer.opened for viewer in self.viewers)


def recent_reports(group: WatchGroup) -> QuerySet[Report]:
    """The reports that may have leaked, the newest first."""
    found = Report.objects.filter(group=group).select_related("group")
    return found.order_by("-shared_at", "-pk")[:LATELY]


def title_of(report: Report) -> str:
    """Its headline while the whole group may read it; nothing for one that was hidden, never shown, or erased."""
    return report.title if is_for_everybody(report, report.group.policy) else ""


def members_with_mark(group: WatchGroup, typed: str) -> list[Membership]:
    """The members whose mark this is. More than one when only half of it was read, which is rare."""
    return [member for member in members_of(group) if matches(typed, reference_for(member.person_id))]


def audience_of(report: Report) -> Audience:
    """Who was a member between the first sharing and now, and what we know of each."""
    entries = dict(Entry.objects.filter(report=report).values_list("pk", "author_id"))
    told = [one for one in told_about([report.pk, *entries]) if one.state == ARRIVED]
    members = list(_members_since(report))
    theirs: dict[UUID, list[Told]] = {}
    for one in told:
        if not one.is_room:
            theirs.setdefault(one.person_id, []).append(one)
    looked = _looked_at_photos(report)
    viewers = tuple(_viewer(member, theirs.get(member.person_id, []), entries.values(), looked) for member in members)
    here = {member.person_id for member in members}
    return Audience(
        viewers=viewers,
        ways=tuple(Counter(way for viewer in viewers for way in viewer.ways).most_common()),
        rooms=len({one.contact_point_id for one in told if one.is_room}),
        elsewhere=len(theirs.keys() - here),
        dossiers=Line.objects.filter(action="dossier.handed_over", facts__report=str(report.pk)).count(),
        photo_views=len(looked & here),
    )


def _members_since(report: Report) -> QuerySet[Membership]:
    stayed = Q(left_at=None) | Q(left_at__gt=report.shared_at)
    rows = Membership.objects.filter(stayed, group=report.group_id, person__erased_at=None)
    return rows.select_related("person").order_by("joined_at", "pk")


def _viewer(
    member: Membership, told: Iterable[Told], authors: Iterable[UUID | None], looked: set[UUID | None]
) -> Viewer:
    told, wrote = list(told), member.person_id in authors
    opened = wrote or member.person_id in looked or any(one.seen_at for one in told)
    ways = dict.fromkeys(_in_words(one.channel) for one in told)
    return Viewer(membership=member, ways=tuple(ways), opened=opened, wrote=wrote)


def _looked_at_photos(report: Report) -> set[UUID | None]:
    """Who opened a photo of it: that is in the journal, each time."""
    lines = Line.objects.filter(action="photo.viewed", facts__report=str(report.pk))
    return set(lines.values_list("by_id", flat=True))


def _in_words(kind: str) -> str:
    channel = channels().get(kind)
    return str(channel.label) if channel else kind
