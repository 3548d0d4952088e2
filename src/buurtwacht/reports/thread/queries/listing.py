# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import groups_coordinated_by, memberships_of
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


def reports_for(person: Person, group: WatchGroup | None = None) -> Listing:
    """The reports that this person may see, of one group or of all groups in which they take part."""
    homes = {one.group_id: one.home for one in memberships_of(person) if group is None or one.group_id == group.pk}
    now = timezone.now()
    visible = visible_to(person).filter(group__in=homes, shared_at__gte=now - HOW_FAR_BACK)
    live = list(visible.filter(status__in=[Status.OPEN, Status.DOUBT, Status.WAITING]).order_by("-shared_at"))
    ended = list(visible.filter(closed_at__isnull=False).order_by("-closed_at")[:MOST_CLOSED])
    outcomes = _outcomes(ended)
    news = _latest_news(live)
    return Listing(
        live=tuple(
            _item(report, distance_from_home(homes[report.group_id], report.location), news, {}) for report in live
        ),
        ended=tuple(_item(report, "", {}, outcomes) for report in ended),
    )


def visible_to(person: Person) -> QuerySet[Report]:
    """Shown to a group in which they take part, or their own, or of a group that they coordinate today."""
    mine = Q(group__in=memberships_of(person).order_by().values("group"))
    shown = mine & Q(shown_at__isnull=False) & ~Q(status__in=[Status.HIDDEN, Status.WAITING])
    theirs = Q(reporter_id=person.pk) | Q(group__in=groups_coordinated_by(person).values("pk"))
    return Report.objects.filter(shown | theirs).select_related("group__organisation")


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
    rows = Entry.objects.filter(report__in=list(reports), kind=Entry.Kind.OUTCOME, content__isnull=False)
    return {row.report_id: read(row).text for row in rows.order_by("sequence")}


def _latest_news(reports: Iterable[Report]) -> dict[object, str]:
    """The newest observation of each report. One query."""
    kinds = [Entry.Kind.SIGHTING, Entry.Kind.POLICE_ON_SITE]
    rows = Entry.objects.filter(report__in=list(reports), kind__in=kinds, content__isnull=False)
    return {
        row.report_id: _news(row) for row in rows.order_by("sequence").select_related("report__group__organisation")
    }


def _news(entry: Entry) -> str:
    at: datetime = entry.at
    time = clock.clock(at, entry.report.group.tz)
    if entry.kind == Entry.Kind.POLICE_ON_SITE:
        return _("Latest news %(time)s: the police are there.") % {"time": time}
    content = read(entry)
    return _("Latest news %(time)s: %(text)s") % {"time": time, "text": content.direction or content.text}
