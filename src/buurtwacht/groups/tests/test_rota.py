# SPDX-License-Identifier: EUPL-1.2
"""Holidays planned ahead: several periods, each at its own time."""

from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.groups import queries
from buurtwacht.groups.models import DeputyTurn, Membership
from buurtwacht.groups.rota import rota_of
from buurtwacht.groups.services import appoint_coordinator, cancel_turn, end_membership, give_next_turns, plan_turn
from buurtwacht.lib.errors import DomainError


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def plan(cast, today):
    """Let Gerrit stand in for Anna, counted in days from today."""
    anna, gerrit = Membership.objects.get(person=cast.anna), Membership.objects.get(person=cast.gerrit)

    def planned(first, last):
        days = {"first_day": today + timedelta(days=first), "last_day": today + timedelta(days=last)}
        return plan_turn(anna, gerrit, **days, by=cast.anna)

    return planned


def test_each_period_comes_at_its_time(cast, plan, today, time_machine_at):
    plan(30, 35)
    plan(2, 5)
    assert [(one.last_day - today).days for one in rota_of(cast.group)] == [5, 35]
    for days, may in ((1, False), (2, True), (6, False), (29, False), (30, True), (35, True), (36, False)):
        with time_machine_at(today + timedelta(days=days)):
            give_next_turns()
            assert queries.is_coordinator(cast.gerrit, cast.group) is may, days
    assert not DeputyTurn.objects.exists()


@pytest.mark.parametrize(
    ("first", "last", "why"), [(5, 2, "before the first"), (-5, -2, "past"), (0, 101, "at most 100"), (3, 8, "already")]
)
def test_days_that_do_not_fit_are_refused(plan, first, last, why):
    plan(2, 5)
    plan(40, 45)
    with pytest.raises(DomainError, match=why):
        plan(first, last)
    with pytest.raises(DomainError, match="already"):
        plan(45, 50)


def test_a_period_can_be_taken_off(cast, plan):
    plan(2, 5)
    later = plan(20, 25)
    cancel_turn(later, by=cast.anna)
    cancel_turn(later, by=cast.anna)
    assert len(rota_of(cast.group)) == 1


def test_who_left_or_coordinates_now_is_off_the_rota(cast, plan):
    plan(2, 5)
    plan(20, 25)
    appoint_coordinator(Membership.objects.get(person=cast.gerrit))
    give_next_turns()
    assert not DeputyTurn.objects.exists()
    with pytest.raises(DomainError, match="already a coordinator"):
        plan(50, 51)


def test_somebody_of_another_group_or_who_left_cannot_stand_in(cast, today):
    anna, bram = Membership.objects.get(person=cast.anna), Membership.objects.get(person=cast.bram)
    end_membership(bram)
    for deputy in (bram, Membership.objects.get(person=cast.farid)):
        with pytest.raises(DomainError, match="same group"):
            plan_turn(anna, deputy, first_day=today, last_day=today)
