# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.groups import queries
from buurtwacht.groups.services import (
    appoint_coordinator,
    end_deputy,
    end_membership,
    relieve_coordinator,
    set_deputy,
)
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def member(cast):
    """The membership of somebody by name."""

    def find(name):
        return queries.memberships_of(getattr(cast, name)).get()

    return find


def actions():
    return list(Line.objects.values_list("action", flat=True))


def test_a_second_coordinator(cast, member):
    appoint_coordinator(member("bram"), by=cast.anna)
    appoint_coordinator(member("bram"), by=cast.anna)
    assert queries.is_coordinator(cast.bram, cast.group)
    assert actions() == ["coordinator.appointed"]


def test_the_last_coordinator_stays_until_there_is_another(cast, member):
    with pytest.raises(DomainError, match="Appoint somebody else first"):
        relieve_coordinator(member("anna"))
    appoint_coordinator(member("bram"))
    relieve_coordinator(member("anna"))
    assert not queries.is_coordinator(cast.anna, cast.group)


def test_a_deputy_may_be_called_back(cast, member, today):
    set_deputy(member("anna"), member("gerrit"), last_day=today + timedelta(days=3), by=cast.anna)
    end_deputy(member("gerrit"), by=cast.anna)
    assert not queries.is_coordinator(cast.gerrit, cast.group)
    assert actions() == ["deputy.set", "deputy.ended"]


@pytest.mark.parametrize(
    ("coordinator", "deputy", "first", "last", "why"),
    [
        ("anna", "gerrit", 3, 2, "before the first day"),
        ("anna", "gerrit", -9, -2, "past"),
        ("anna", "gerrit", 0, 101, "at most 100 days"),
        ("anna", "farid", 0, 5, "same group"),
        ("bram", "gerrit", 0, 5, "same group"),
        ("anna", "anna", 0, 5, "already a coordinator"),
    ],
)
def test_who_cannot_stand_in(cast, member, today, coordinator, deputy, first, last, why):
    first_day, last_day = today + timedelta(days=first), today + timedelta(days=last)
    with pytest.raises(DomainError, match=why):
        set_deputy(member(coordinator), member(deputy), first_day=first_day, last_day=last_day)
    assert actions() == []


def test_who_left_cannot_be_appointed(cast, member):
    bram = member("bram")
    end_membership(bram)
    with pytest.raises(DomainError, match="no longer in the group"):
        appoint_coordinator(bram)


def test_a_deputy_survives_the_loss_of_the_coordinator(cast, member, today):
    set_deputy(member("anna"), member("gerrit"), last_day=today + timedelta(days=9))
    end_membership(member("anna"))
    assert queries.is_coordinator(cast.gerrit, cast.group)
    assert "group.lost_coordinator" not in actions()
