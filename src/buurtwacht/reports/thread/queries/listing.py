# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import memberships_of
from buurtwacht.lib import clock
from buurtwacht.people.models import Person
from buurtwacht.places.queries import distance_from_home
from buurtwacht.reports.content import read
from buurtwacht.reports.models import Entry, Report

Kind, Status = Entry.Kind, Report.Status

HOW_FAR_BACK = timedelta(days=365)
MOST = 50  # reports in the list; what is going on comes first
LIVE = (Status.OPEN, Status.DOUBT, Status.WAITING)
SHOWN = ("group", "status", "title", "place", "location", "called_at", "shared_at", "closed_at", "close_reason")
NEWS = (Kind.SIGHTING, Kind.POLICE_ON_SITE)


@dataclass(frozen=True, slots=True)
class Item:
    """One report in the list: what was told at once, and how it ended. `answered_at`: when the police said so."""

    report: Report
    title: str
    place: str = ""
    news: str = ""
    outcome: str = ""
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What is going on now, then what has ended, newest first."""

    live: tuple[Item, ...]
    ended: tuple[Item, ...]

    def __bool__(self) -> bool:
        return bool(self.live or self.ended)


def reports_for(person: Person, memberships: Iterable[Membership] | None = None) -> Listing:
    """The reports that this person may see in these groups of theirs; in all of them when none are given."""
    in_groups = {one.group_id: one for one in (memberships_of(person) if memberships is None else memberships)}
    visible = _visible_to(person, in_groups.values()).filter(shared_at__gte=timezone.now() - HOW_FAR_BACK)
    either = visible.filter(Q(status__in=LIVE) | Q(closed_at__isnull=False)).only(*SHOWN)
    found = list(either.order_by(F("closed_at").desc(nulls_first=True), "-shared_at", "-pk")[:MOST])
    for report in found:
        report.group = in_groups[report.group_id].group  # known already: a join would fetch it anew for every row
    told = _told(found)
    items = [_item(report, in_groups[report.group_id], told[report.pk]) for report in found]
    return Listing(
        live=tuple(item for item in items if item.report.is_live),
        ended=tuple(item for item in items if not item.report.is_live),
    )


def _visible_to(person: Person, memberships: Collection[Membership]) -> QuerySet[Report]:
    """Shown to one of these groups, or their own, or of a group that they coordinate today."""
    shown = Q(shown_at__isnull=False) & ~Q(status__in=[Status.HIDDEN, Status.WAITING])
    theirs = Q(reporter_id=person.pk) | Q(group__in=[one.group_id for one in memberships if one.coordinates])
    return Report.objects.filter(shown | theirs, group__in=[one.group_id for one in memberships])


def _item(report: Report, membership: Membership, told: Sequence[Entry]) -> Item:
    """A report in the list. What was hidden has no headline there: its writer, and who judges it, open it."""
    title = report.headline or _("Report of %(day)s") % {"day": clock.day(report.shared_at, report.group.tz)}
    if report.is_live:
        distance = distance_from_home(membership.home, report.location)
        place = ". ".join(part for part in (report.place, distance) if part)
        news = [entry for entry in told if entry.content is not None]
        return Item(report, title, place=place, news=_news(news[-1], report.group.tz) if news else "")
    outcomes = [read(entry).text for entry in told if entry.content is not None]
    answers = [entry.at for entry in told if entry.role == Entry.Role.POLICE]
    outcome = outcomes[-1] if outcomes else _ending(report)
    return Item(report, title, outcome=outcome, answered_at=answers[-1] if answers else None)


def _ending(report: Report) -> str:
    """How it ended, as long as nobody said what came of it."""
    if report.status == Status.WITHDRAWN:
        return _("Withdrawn. The description has been erased.")
    if report.status == Status.HIDDEN:
        return _("Hidden by the coordinator.")
    if report.close_reason == Report.CloseReason.FALSE_ALARM:
        return _("False alarm. The description has been erased.")
    return str(report.get_close_reason_display()) + "." if report.close_reason else ""


def _told(reports: Iterable[Report]) -> dict[UUID, list[Entry]]:
    """What the list tells of each, in order: observations while it goes on, after that what came of it. One query."""
    by_live: dict[bool, list[UUID]] = {True: [], False: []}
    told: dict[UUID, list[Entry]] = {}
    for report in reports:
        told[report.pk] = []
        by_live[report.is_live].append(report.pk)
    news = Q(report__in=by_live[True], kind__in=NEWS)
    outcomes = Q(report__in=by_live[False], kind=Kind.OUTCOME)
    rows = Entry.objects.filter(news | outcomes).order_by("sequence")
    for entry in rows.only("report_id", "kind", "role", "at", "content"):
        told[entry.report_id].append(entry)
    return told


def _news(entry: Entry, zone: tzinfo) -> str:
    at: datetime = entry.at
    time = clock.clock(at, zone)
    if entry.kind == Entry.Kind.POLICE_ON_SITE:
        return _("Latest news %(time)s: the police are there.") % {"time": time}
    content = read(entry)
    return _("Latest news %(time)s: %(text)s") % {"time": time, "text": content.direction or content.text}
