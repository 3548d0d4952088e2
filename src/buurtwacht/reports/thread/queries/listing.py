# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import memberships_of
from buurtwacht.lib import clock
from buurtwacht.people.models import Person
from buurtwacht.places.queries import distance_from_home
from buurtwacht.reports.content import read
from buurtwacht.reports.models import Entry, Report

Status = Report.Status

HOW_FAR_BACK = timedelta(days=365)
MOST_CLOSED = 50


@dataclass(frozen=True, slots=True)
class Item:
    """One report in the list: what was told at once, and how it ended."""

    report: Report
    title: str
    place: str
    news: str
    outcome: str


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
    live = list(visible.filter(status__in=[Status.OPEN, Status.DOUBT, Status.WAITING]).order_by("-shared_at"))
    ended = list(visible.filter(closed_at__isnull=False).order_by("-closed_at")[:MOST_CLOSED])
    for report in (*live, *ended):
        report.group = in_groups[report.group_id].group  # known already: a join would fetch it anew for every row
    outcomes, news = _outcomes(ended), _latest_news(live)
    return Listing(
        live=tuple(
            _item(report, distance_from_home(in_groups[report.group_id].home, report.location), news, {})
            for report in live
        ),
        ended=tuple(_item(report, "", {}, outcomes) for report in ended),
    )


def _visible_to(person: Person, memberships: Collection[Membership]) -> QuerySet[Report]:
    """Shown to one of these groups, or their own, or of a group that they coordinate today."""
    shown = Q(shown_at__isnull=False) & ~Q(status__in=[Status.HIDDEN, Status.WAITING])
    theirs = Q(reporter_id=person.pk) | Q(group__in=[one.group_id for one in memberships if one.coordinates])
    return Report.objects.filter(shown | theirs, group__in=[one.group_id for one in memberships])


def _item(report: Report, distance: str, news: dict[object, str], outcomes: dict[object, str]) -> Item:
    """A report in the list. What was hidden has no headline there: its writer, and who judges it, open it."""
    place = ". ".join(part for part in (report.place, distance) if part) if report.is_live else ""
    title = report.headline or _("Report of %(day)s") % {"day": clock.day(report.shared_at, report.group.tz)}
    return Item(report, title, place, news.get(report.pk, ""), outcomes.get(report.pk, _ending(report)))


def _ending(report: Report) -> str:
    """How it ended, as long as nobody said what came of it."""
    if report.status == Status.WITHDRAWN:
        return _("Withdrawn. The description has been erased.")
    if report.status == Status.HIDDEN:
        return _("Hidden by the coordinator.")
    if report.close_reason == Report.CloseReason.FALSE_ALARM:
        return _("False alarm. The description has been erased.")
    return str(report.get_close_reason_display()) + "." if report.close_reason else ""


def _outcomes(reports: Iterable[Report]) -> dict[object, str]:
    """What came of each report, for those of which that is known. One query."""
    return {entry.report_id: read(entry).text for entry in _told(reports, Entry.Kind.OUTCOME)}


def _latest_news(reports: Iterable[Report]) -> dict[object, str]:
    """The newest observation of each report. One query."""
    zones = {report.pk: report.group.tz for report in reports}
    told = _told(reports, Entry.Kind.SIGHTING, Entry.Kind.POLICE_ON_SITE)
    return {entry.report_id: _news(entry, zones[entry.report_id]) for entry in told}


def _told(reports: Iterable[Report], *kinds: Entry.Kind) -> QuerySet[Entry]:
    """The entries of these kinds that have words, in order."""
    rows = Entry.objects.filter(report__in=[report.pk for report in reports], kind__in=kinds, content__isnull=False)
    return rows.order_by("sequence").only("report_id", "kind", "at", "content")


def _news(entry: Entry, zone: tzinfo) -> str:
    at: datetime = entry.at
    time = clock.clock(at, zone)
    if entry.kind == Entry.Kind.POLICE_ON_SITE:
        return _("Latest news %(time)s: the police are there.") % {"time": time}
    content = read(entry)
    return _("Latest news %(time)s: %(text)s") % {"time": time, "text": content.direction or content.text}
