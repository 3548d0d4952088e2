# SPDX-License-Identifier: EUPL-1.2
"""What reports put on the coordinator's desk."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count, F, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from buurtwacht.groups.desk_registry import Task, desk_tasks
from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib import clock
from buurtwacht.people.models import Person
from buurtwacht.reports.models import BuddyRequest, Photo, Report
from buurtwacht.reports.signatures import named, streets_of
from buurtwacht.reports.thread import rules
from buurtwacht.reports.thread.lines_registry import lines_about
from buurtwacht.reports.thread.photo_copies import judges_of, photos_in_sight
from buurtwacht.reports.thread.photo_rules import decides

Status = Report.Status


@desk_tasks
def report_tasks(group: WatchGroup, person: Person) -> Iterator[Task]:
    """Everything about reports of this group that waits for a coordinator."""
    supplements = Count("entries", filter=Q(entries__kind__in=rules.FROM_NEIGHBOURS))
    live = Report.objects.filter(group=group, status__in=[Status.OPEN, Status.DOUBT, Status.WAITING])
    for report in live.select_related("reporter", "group__organisation").annotate(supplements=supplements):
        yield _TASKS[Status(report.status)](report)
    for request in _missing(group):
        yield _missed(request)
    judges = judges_of(group)
    for photo in _waiting_photos(group):
        if decides(person.pk, photo.entry.author_id, judges):
            yield _photo(photo, group)


def _waiting_photos(group: WatchGroup) -> QuerySet[Photo]:
    """Photos that nobody decided about, of what is not hidden."""
    waiting = photos_in_sight().filter(report__group=group, audience=Photo.Audience.WAITING, erased_at=None)
    return waiting.defer("image", "shown")


def _open(report: Report) -> Task:
    silent = report.asked_to_close_at is not None and report.asked_to_close_at >= report.last_news_at
    number = {"number": report.group.policy.emergency_number, "time": _clock(report, report.called_at)}
    news = ngettext("%(count)s supplement.", "%(count)s supplements.", report.supplements)  # type: ignore[attr-defined]
    parts = (_who(report), news % {"count": report.supplements}, lines_about(report.pk))  # type: ignore[attr-defined]
    return Task(
        kind="silent" if silent else "open",
        is_now=True,
        icon="bell-ringing",
        tag=_("Still going on?") if silent else _("Going on now"),
        when=_("%(number)s called %(time)s") % number if report.called_at else "",
        due_at=report.asked_to_close_at if silent and report.asked_to_close_at else report.shared_at,
        title=report.title,
        sentence=" ".join(filter(None, parts)),
        url=_desk_url("report_close", report) if silent else reverse("report", args=[report.pk]),
        button=_("Close this report") if silent else _("Open the report"),
    )


def _doubt(report: Report) -> Task:
    until = report.doubt_until or report.shared_at
    name = report.reporter.first_name if report.reporter else _("Neighbour")
    return Task(
        kind="doubt",
        icon="help-circle",
        tag=_("Answer before %(time)s") % {"time": _clock(report, until)},
        due_at=until,
        title=_("Question in doubt of %(name)s") % {"name": name},
        sentence=f"{report.title}.",
        url=_desk_url("report_answer", report),
        button=_("Give an answer"),
    )


def _waiting(report: Report) -> Task:
    name = report.reporter.first_name if report.reporter else _("Neighbour")
    number = report.group.policy.emergency_number
    return Task(
        kind="waiting",
        is_now=True,
        icon="bell-ringing",
        tag=_("Waits for you"),
        when=_("%(number)s called %(time)s") % {"number": number, "time": _clock(report, report.called_at)},
        due_at=report.shared_at,
        title=report.title,
        sentence=_("%(name)s asks you to raise the alarm.") % {"name": name},
        url=_desk_url("report_answer", report),
        button=_("Give an answer"),
    )


def _missing(group: WatchGroup) -> list[BuddyRequest]:
    silent = BuddyRequest.objects.filter(report__group=group, ended_at=None, warned_at__gte=F("check_in_due_at"))
    return list(silent.select_related("asked_by", "joined_by", "report__group__organisation"))


def _missed(request: BuddyRequest) -> Task:
    names = [person.first_name for person in (request.asked_by, request.joined_by) if person]
    number = request.report.group.policy.emergency_number
    return Task(
        kind="buddy",
        is_now=True,
        icon="users",
        tag=_("No word"),
        when=_("since %(time)s") % {"time": _clock(request.report, request.check_in_due_at)},
        due_at=request.check_in_due_at or request.asked_at,
        title=_("Two neighbours did not say that they are safe"),
        sentence=_("Call %(names)s. Does nobody answer? Call %(number)s.")
        % {"names": _(" and ").join(names), "number": number},
        url=reverse("report", args=[request.report_id]),
        button=_("Open the report"),
    )


def _photo(photo: Photo, group: WatchGroup) -> Task:
    return Task(
        kind="photo",
        icon="photo",
        tag=_("Photo"),
        when=clock.when(photo.taken_in_at, group.tz),
        due_at=photo.taken_in_at,
        title=_("May the group see this photo?"),
        sentence=photo.description,
        url=reverse("photo_decide", args=[group.slug, photo.report_id, photo.pk]),
        button=_("Look and decide"),
    )


def _who(report: Report) -> str:
    if report.reporter is None:
        return ""
    street = streets_of(report, [report.reporter_id]).get(report.reporter.pk, "")
    return named(report.reporter, "reporter", street) + "."


def _clock(report: Report, moment: datetime | None) -> str:
    return clock.clock(moment, report.group.tz) if moment else ""


def _desk_url(name: str, report: Report) -> str:
    return reverse(name, args=[report.group.slug, report.pk])


_TASKS = {Status.OPEN: _open, Status.DOUBT: _doubt, Status.WAITING: _waiting}
