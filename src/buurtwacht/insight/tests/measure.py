# SPDX-License-Identifier: EUPL-1.2
"""How long the pages take for 10,000 reports in a year, 60 groups and 100,000 journal lines. Not part of the suite:

.venv/bin/pytest -s -n 0 src/buurtwacht/insight/tests/measure.py
"""

import time
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from buurtwacht.groups.models import WatchGroup
from buurtwacht.insight.services import keep_figures
from buurtwacht.journal.models import Line
from buurtwacht.lib.ids import new_id
from buurtwacht.reports.models import Entry, Report
from buurtwacht.testing.cast import make_group

pytestmark = pytest.mark.django_db
REPORTS, LINES, GROUPS, ENTRIES_EACH = 10_000, 100_000, 60, 4


def fill(cast):
    now, gap = timezone.now(), timedelta(minutes=52)
    for number in range(GROUPS - 2):
        make_group(cast.organisation, f"Buurt {number}")
    WatchGroup.objects.update(created_at=now - timedelta(days=430))
    reports = [
        Report(
            group=cast.group,
            title="",
            place="",
            shared_at=at,
            shown_at=at,
            last_news_at=at,
            status="closed",
            closed_at=at + timedelta(minutes=40),
            close_reason="police_dealt",
        )
        for at in (now - number * gap for number in range(REPORTS))
    ]
    Report.objects.bulk_create(reports, batch_size=2000)
    Entry.objects.bulk_create(
        (
            Entry(
                report=report,
                sequence=place,
                kind="sighting" if place else "shared",
                role="member",
                at=report.shared_at,
                content_digest=b"",
                digest=b"",
            )
            for report in reports
            for place in range(ENTRIES_EACH)
        ),
        batch_size=4000,
    )
    Line.objects.bulk_create(
        (
            Line(
                action="report.shared" if number % 50 else "flag.raised",
                subject_id=new_id(),
                at=now - timedelta(minutes=5 * number),
                facts={"group": str(cast.group.pk)},
            )
            for number in range(LINES)
        ),
        batch_size=5000,
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def timed(what, times=5):
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        what()
        taken.append(round(1000 * (time.perf_counter() - began)))
    return taken


def test_how_long_it_takes(cast, login, capsys):
    fill(cast)
    anna, eva = login(cast.anna), login(cast.eva)
    measured = {
        "group, before the first night": timed(lambda: anna.get("/bureau/vogelbuurt/cijfers/"), 1),
        "keeping three months of all groups": timed(keep_figures),
        "group": timed(lambda: anna.get("/bureau/vogelbuurt/cijfers/")),
        "organisation": timed(lambda: eva.get("/gemeente/ede/cijfers/")),
    }
    with capsys.disabled():
        for name, taken in measured.items():
            print(f"{name}: {taken} ms")  # noqa: T201 - this is what it is for
    assert all(taken for taken in measured.values())
