# SPDX-License-Identifier: EUPL-1.2
"""What a member wants to hear: alarms only, or an alarm that sounds until it is answered."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.alerts.services import acknowledge
from buurtwacht.delivery.now import deliver_now
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.services import change_preferences
from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread import services


@pytest.fixture
def report_told(group, bram):
    """Bram reports, when the wishes are known."""
    return lambda: make_report(group, bram)


def wants(person, **wishes):
    kept = {"lock_screen": person.lock_screen, "quiet_from": None, "quiet_until": None}
    change_preferences(person, **(kept | wishes))


def later(minutes: float) -> time_machine.travel:
    return time_machine.travel(timezone.now() + timedelta(minutes=minutes))


def go_on() -> None:
    """The worker works: what was told is noted, and what is due is told."""
    handle_due_lines()
    deliver_now()
    handle_due_lines()


def test_who_wants_alarms_only_hears_the_alarm_and_the_end(group, bram, anna, gerrit, report_told, received):
    wants(gerrit, news="alarms")
    report = report_told()
    services.add_supplement(
        Report.objects.select_related("group__organisation").get(pk=report.pk),
        by=anna,
        kind=Entry.Kind.SIGHTING,
        content=Content(place="Merelweg"),
    )
    go_on()
    assert len(received(gerrit)) == 1
    services.close_report(report, by=anna, reason="nothing_more")
    go_on()
    assert len(received(gerrit)) == 2


def test_an_alarm_sounds_again_until_it_is_answered(group, gerrit, report_told, received):
    wants(gerrit, repeats=True)
    report = report_told()
    go_on()
    assert len(received(gerrit)) == 1
    with later(1.1):
        go_on()
        assert len(received(gerrit)) == 2
        acknowledge(report.pk, gerrit, "seen")
    with later(2.3):
        go_on()
    assert len(received(gerrit)) == 2


def test_it_sounds_three_times_more_and_then_stops(group, gerrit, anna, report_told, received):
    wants(gerrit, repeats=True)
    report_told()
    go_on()
    for minutes in (1.1, 2.2, 4.3, 8, 16):
        with later(minutes):
            go_on()
    assert len(received(gerrit)) == 4
    assert len(received(anna)) == 1


def test_when_it_is_over_nothing_sounds_again(group, gerrit, anna, report_told, received):
    wants(gerrit, repeats=True)
    report = report_told()
    go_on()
    services.close_report(report, by=anna, reason="nothing_more")
    go_on()
    told = len(received(gerrit))
    with later(1.1):
        go_on()
    assert len(received(gerrit)) == told


@pytest.mark.parametrize("wish", [{"news": "nothing"}, {"lock_screen": "everything"}])
def test_a_wish_that_there_is_not_is_refused(gerrit, wish):
    with pytest.raises(DomainError):
        wants(gerrit, **wish)
