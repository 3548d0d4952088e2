# SPDX-License-Identifier: EUPL-1.2
"""Threads to test with, and the doors that everybody tries."""

from datetime import timedelta

from django.utils import timezone

from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Entry, Photo
from buurtwacht.reports.tests.stories import make_report, told
from buurtwacht.reports.thread import services

Kind = Entry.Kind


def sighting(report, by, text="Loopt richting Vogelpark.", **more):
    return services.add_supplement(
        report, by=by, kind=Kind.SIGHTING, content=Content(text=text, place="Merelweg"), **more
    )


def doubtful(group, reporter, minutes=15, **fields):
    """A question: somebody sits in a car near the school, nobody has called."""
    until = timezone.now() + timedelta(minutes=minutes)
    content = told(text="Iemand zit lang in een auto bij de school.", called_at=None, until=until)
    return make_report(group, reporter, status="doubt", content=content, doubt_until=until, **fields)


def waiting(group, reporter):
    """Somebody called and asks the coordinator for an alarm."""
    return make_report(group, reporter, status="waiting")


def kinds(report):
    return [entry.kind for entry in report.entries.order_by("sequence")]


def make_photo(report, audience="group", jpeg=b"\xff\xd8 not a real photo", **fields):
    entry = report.entries.order_by("sequence").first()
    shown = jpeg if audience == "group" else None
    return Photo.objects.create(
        report=report, entry=entry, audience=audience, image=jpeg, shown=shown, description="Witte bestelbus",
        digest=b"1" * 32, width=320, height=240, **fields,
    )  # fmt: skip
