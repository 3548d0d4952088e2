# SPDX-License-Identifier: EUPL-1.2
"""A report that was hidden whole is shown again: by whom, as what, and who hears it."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import membership_in
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.live.models import Event
from buurtwacht.reports.chain import verify
from buurtwacht.reports.models import Report
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread import access, services
from buurtwacht.reports.thread.queries import page_of, reports_for
from buurtwacht.testing.cast import join, make_person

Status = Report.Status


@pytest.fixture
def ingrid(cast):
    ingrid = make_person("Ingrid")
    join(cast.group, ingrid, Membership.Role.MODERATOR, street="Vinkenlaan")
    return ingrid


@pytest.fixture
def hidden(group, anna, bram):
    report = make_report(group, bram)
    services.hide_report(report, by=anna, reason="accusation")
    return report


def test_it_stands_as_it_stood(hidden, anna, gerrit):
    services.show_report_again(hidden, by=anna)

    hidden.refresh_from_db()
    assert (hidden.status, hidden.closed_at, hidden.closed_by) == (Status.OPEN, None, None)
    page = page_of(access.reader_for(gerrit, hidden.pk))
    assert page.title
    assert not page.hidden_because
    assert [line.kind for line in page.lines][:2] == ["shown_again", "hidden"]
    assert [one.report for one in reports_for(gerrit).live] == [hidden]
    assert verify(hidden.pk, hidden.entries.all()).is_whole
    [line] = Line.objects.filter(action="report.shown_again")
    assert (line.subject_id, line.by_id) == (hidden.pk, anna.pk)


def test_open_screens_fetch_the_page_anew(hidden, anna):
    services.show_report_again(hidden, by=anna)
    last = Event.objects.filter(topic=f"report:{hidden.pk}:nl").order_by("id").last()
    assert reverse("report", args=[hidden.pk]) in last.body


def test_what_had_ended_has_ended(group, anna, bram):
    report = make_report(group, bram)
    services.close_report(report, by=anna, reason="police_dealt")
    report.refresh_from_db()
    ended = report.closed_at
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        services.hide_report(report, by=anna, reason="accusation")
        services.show_report_again(report, by=anna)

    report.refresh_from_db()
    assert (report.status, report.close_reason) == (Status.CLOSED, "police_dealt")
    assert abs(report.closed_at - ended) < timedelta(minutes=1)


def test_of_what_was_withdrawn_nothing_is_left_to_show(group, anna, bram):
    report = make_report(group, bram)
    services.withdraw_report(report, by=bram)
    services.hide_report(report, by=anna, reason="accusation")
    with pytest.raises(DomainError):
        services.show_report_again(report, by=anna)


def test_after_a_long_silence_nothing_goes_on(hidden, anna, time_machine):
    time_machine.move_to(timezone.now() + timedelta(hours=5))
    services.show_report_again(hidden, by=anna)
    hidden.refresh_from_db()
    assert (hidden.status, hidden.close_reason) == (Status.CLOSED, "silence")


@pytest.mark.parametrize("name", ["bram", "gerrit", "farid", "dirk", "eva"])
def test_nobody_else_shows_it(hidden, cast, name):
    Membership.objects.filter(person=cast.gerrit).update(deputy_of=None)
    with pytest.raises(NotFound):
        services.show_report_again(hidden, by=getattr(cast, name))


def test_nobody_shows_their_own_report_again(group, anna, ingrid):
    report = make_report(group, anna)
    services.hide_report(report, by=ingrid, reason="accusation")
    with pytest.raises(DomainError, match=r"eigen melding|your own report"):
        services.show_report_again(report, by=anna)
    services.show_report_again(report, by=ingrid)


def test_not_when_it_is_not_hidden_nor_when_its_words_are_gone(hidden, anna):
    Report.objects.filter(pk=hidden.pk).update(erased_at=timezone.now())
    with pytest.raises(DomainError):
        services.show_report_again(hidden, by=anna)
    Report.objects.filter(pk=hidden.pk).update(erased_at=None)
    services.show_report_again(hidden, by=anna)
    with pytest.raises(DomainError):
        services.show_report_again(hidden, by=anna)


def test_who_was_told_that_it_is_gone_hears_that_it_stands(cast, received, time_machine):
    time_machine.move_to("2026-05-12T13:00:00+02:00", tick=False)
    report = make_report(cast.group, cast.bram)
    received(cast.gerrit)
    services.hide_report(report, by=cast.anna, reason="accusation")
    taken_back = received(cast.gerrit)[-1]
    services.show_report_again(report, by=cast.anna)

    told = received(cast.gerrit)[-1]
    assert told.title != taken_back.title
    assert "weer" in told.title
    assert "vergissing" in received(cast.bram)[-1].body
    assert not any("weer" in one.title for one in received(cast.farid))


def test_the_button_stands_with_the_hidden_report(hidden, cast, login):
    page = reverse("report", args=[hidden.pk])
    button = reverse("report_show_again", args=[cast.group.slug, hidden.pk])
    anna = login(cast.anna)
    assert button in anna.get(page).content.decode()
    assert button not in login(cast.bram).get(page).content.decode()
    assert anna.post(button).headers["Location"] == page
    assert button not in anna.get(page).content.decode()
    assert membership_in(cast.bram, cast.group)
    assert anna.post(button).status_code == 400
