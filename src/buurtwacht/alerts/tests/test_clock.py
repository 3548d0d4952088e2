# SPDX-License-Identifier: EUPL-1.2
"""The clock on an alert."""

from datetime import timedelta

import pytest
from django.utils import translation

from buurtwacht.alerts.chart import chart_of, duration
from buurtwacht.alerts.clock import alert_clock
from buurtwacht.alerts.rules import time_for_share
from buurtwacht.alerts.services import acknowledge
from buurtwacht.delivery.models import Delivery, Intent
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.testing.cast import add_contact_point, join, make_person


@pytest.fixture
def neighbours(group):
    """Eight more, so that there are ten who hear Bram."""
    people = [make_person(f"Buur{number}") for number in range(8)]
    for person in people:
        join(group, person)
        add_contact_point(person)
    return people


def set_times(report, **steps):
    """Neighbour by neighbour: so many seconds after the promise."""
    sent = Intent.objects.get().created_at
    rows = Delivery.objects.order_by("person_id")
    for step, seconds in steps.items():
        for row, second in zip(rows, seconds, strict=False):
            Delivery.objects.filter(pk=row.pk).update(**{step: sent + timedelta(seconds=second)})


@pytest.mark.parametrize(
    ("seconds", "share", "of", "found"),
    [
        ([1, 2, 3, 4], 0.5, 4, 2),
        ([4, 3, 2, 1], 0.9, 4, 4),
        ([1, 2], 0.5, 4, 2),
        ([1, 2], 0.9, 4, None),
        ([], 0.5, 4, None),
        ([], 0.5, 0, None),
    ],
)
def test_half_of_all_is_half_of_those_who_were_to_be_told(seconds, share, of, found):
    assert time_for_share(seconds, share, of) == found


def test_the_clock_counts_every_step(group, bram, anna, neighbours, received):
    report = make_report(group, bram)
    received(anna)
    set_times(report, handed_over_at=range(1, 11), shown_at=range(2, 11), seen_at=range(10, 14))

    clock = alert_clock(report)

    assert clock.people == 10
    assert [(mark.step, mark.count, mark.half, mark.most) for mark in clock.marks] == [
        ("handed_over", 10, 5, 9),
        ("shown", 9, 6, 10),
        ("seen", 4, None, None),
    ]
    assert len(clock.lines) == 10
    assert all(line.channel == "log" for line in clock.lines)


def test_a_neighbour_with_two_devices_counts_once_at_the_first(group, bram, anna, received):
    add_contact_point(anna, address="second phone")
    report = make_report(group, bram)
    received(anna)

    clock = alert_clock(report)

    assert clock.people == 2
    assert len(clock.lines) == 3
    assert clock.marks[0].count == 2


def test_an_answer_counts_as_seen(group, bram, anna, received):
    report = make_report(group, bram)
    received(anna)
    acknowledge(report.pk, anna, "watching")

    handed_over, shown, seen = alert_clock(report).marks

    assert (handed_over.count, shown.count, seen.count) == (2, 1, 1)


def test_the_page_draws_it_and_says_the_same_in_a_table(group, bram, anna, neighbours, login, received):
    report = make_report(group, bram)
    received(anna)
    set_times(report, handed_over_at=[1] * 10, shown_at=[3] * 5)

    page = login(anna).get(f"/meldingen/{report.pk}/klok/").content.decode()

    assert page.count("<polyline") == 2
    assert "10 van 10" in page
    assert "5 van 10" in page
    assert "3 seconden" in page
    assert "style=" not in page.split("<main")[1].split("</main")[0]


def test_before_anybody_was_alerted_there_is_nothing_to_draw(group, bram, anna, login):
    report = make_report(group, bram)

    assert alert_clock(report).people == 0
    assert chart_of(alert_clock(report)) is None
    assert "Er is niemand gewaarschuwd" in login(anna).get(f"/meldingen/{report.pk}/klok/").content.decode()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 seconde"), (3, "3 seconden"), (119.5, "2 minuten"), (61 * 60, "61 minuten"), (9000, "3 uur"), (None, "")],
)
def test_times_are_said_as_people_say_them(seconds, words):
    with translation.override("nl"):
        assert duration(seconds) == words
