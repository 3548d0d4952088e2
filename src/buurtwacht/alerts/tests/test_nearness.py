# SPDX-License-Identifier: EUPL-1.2
"""A group over a large area tells who lives near first."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.alerts.audience import ears_of, everybody_in
from buurtwacht.alerts.nearness import delay_of, nearest_first, who_knows_by_now
from buurtwacht.groups.models import Membership
from buurtwacht.groups.services import add_member
from buurtwacht.places.geo import moved
from buurtwacht.policy.presets import PRESETS
from buurtwacht.reports.models import Report

SPOT = {"latitude": 52.04, "longitude": 5.66}
NEAR = replace(PRESETS["nl"], near_metres=200, widen_minutes=5)


@pytest.mark.parametrize(
    ("metres", "minutes"), [(0, 0), (200, 0), (201, 5), (400, 5), (401, 10), (800, 10), (1600, 15), (1601, 20)]
)
def test_each_time_the_distance_doubles_it_comes_later(metres, minutes):
    assert delay_of(metres, NEAR) == timedelta(minutes=minutes)


@pytest.fixture
def report(group):
    group.overrides = {"near_metres": 200, "widen_minutes": 5}
    group.save(update_fields=["overrides"])
    now = timezone.now()
    return Report.objects.create(group=group, title="Glasgerinkel", location=SPOT, shared_at=now, shown_at=now)


def lives(person, group, north: float) -> None:
    """Give somebody a home so many metres from the spot."""
    member = Membership.objects.get(group=group, person=person)
    latitude, longitude = moved(SPOT, north=north)
    member.home = {"latitude": latitude, "longitude": longitude}
    member.save(update_fields=["home"])


def places_of(ears):
    return {ear.first_name: (ear.rung, ear.after) for ear in ears}


def test_who_lives_further_hears_it_later(report, group, cast):
    add_member(group, cast.chantal, street="Merelweg")
    lives(cast.bram, group, north=50)
    lives(cast.chantal, group, north=700)
    told = places_of(nearest_first(ears_of(everybody_in(group)), report))
    assert told["Bram"] == (0, 0.0)
    assert told["Chantal"] == (1, 600.0)


def test_a_coordinator_hears_it_at_once_wherever_she_lives(report, group, anna):
    lives(anna, group, north=5000)
    assert places_of(nearest_first(ears_of(everybody_in(group)), report))["Anna"] == (0, 0.0)


def test_without_a_spot_everybody_hears_it_at_once(report, group):
    report.location = None
    ears = ears_of(everybody_in(group))
    assert nearest_first(ears, report) == ears


def test_where_the_group_does_not_want_it_everybody_hears_it_at_once(report, group):
    group.overrides = {}
    report.group = group
    ears = ears_of(everybody_in(group))
    assert nearest_first(ears, report) == ears


def test_news_goes_to_who_has_heard_the_alarm(report, group, bram):
    lives(bram, group, north=700)
    ears = ears_of(everybody_in(group))
    soon, late = report.shown_at + timedelta(minutes=1), report.shown_at + timedelta(minutes=11)
    assert "Bram" not in places_of(who_knows_by_now(ears, report, soon))
    assert "Bram" in places_of(who_knows_by_now(ears, report, late))
