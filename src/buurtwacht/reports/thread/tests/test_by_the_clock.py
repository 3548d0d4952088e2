# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import time_machine
from django.utils import timezone
from procrastinate.contrib.django import app

from buurtwacht.privacy.declare import declarations
from buurtwacht.reports.tasks import watch_reports
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread import services

from .threads import doubtful

MODELS = ("reports.BuddyRequest", "reports.Calling", "reports.Entry", "reports.Photo", "reports.Report")


def test_every_minute_somebody_looks(db):
    periodic = {(task.task.name, task.cron) for task in app.periodic_registry.periodic_tasks.values()}
    assert (watch_reports.name, "* * * * *") in periodic


def test_one_look_does_all_three(group, bram, gerrit):
    question, silent = doubtful(group, gerrit), make_report(group, bram)
    wish = services.ask_for_buddy(silent, by=bram)
    with time_machine.travel(timezone.now() + timedelta(minutes=61), tick=False):
        watch_reports(0)

    for row in (question, silent, wish):
        row.refresh_from_db()
    assert question.asked_to_close_at is not None
    assert silent.asked_to_close_at is not None
    assert wish.ended_at is not None


def test_what_we_keep_is_declared_and_has_a_last_day(db):
    kept = {one.model: one for one in declarations() if one.model.startswith("reports.")}
    assert tuple(sorted(kept)) == MODELS
    assert all(one.kept_for for one in kept.values())


def test_somebody_takes_their_own_words_along_and_not_those_of_others(cast):
    from buurtwacht.reports import personal_data

    make_report(cast.group, cast.bram)
    assert [row["title"] for row in personal_data.export_reports(cast.bram.pk)] == ["Man voelt aan achterpoorten"]
    assert len(personal_data.export_entries(cast.bram.pk)) == 1
    for person in (cast.gerrit, cast.farid):
        assert personal_data.export_reports(person.pk) == []
        assert personal_data.export_entries(person.pk) == []


def test_who_leaves_takes_the_name_away_and_leaves_the_report(cast):
    from buurtwacht.reports import chain, personal_data

    report = make_report(cast.group, cast.bram, caller=cast.bram)
    services.ask_for_buddy(report, by=cast.bram)
    for declaration in declarations():
        if declaration.model.startswith("reports."):
            declaration.erase(cast.bram.pk)

    report.refresh_from_db()
    assert (report.reporter, report.caller) == (None, None)
    assert report.entries.get().author is None
    assert report.buddy_requests.count() == 0
    assert chain.verify(report.pk, report.entries.all()).is_whole
    assert personal_data.export_buddies(cast.bram.pk) == []
