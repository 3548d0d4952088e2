# SPDX-License-Identifier: EUPL-1.2
"""The life of a group, from idea to its end."""

from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.groups import lifecycle, queries, starting
from buurtwacht.groups.models import Membership, PolicyVersion, WatchGroup
from buurtwacht.groups.services import (
    add_member,
    appoint_coordinator,
    begin_forming,
    close_group,
    create_organisation,
    make_dormant,
    set_place,
    set_plan,
    start_group,
    start_idea,
    wake,
)
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.policy.presets import PRESETS
from buurtwacht.testing.cast import make_area, make_person

Status = WatchGroup.Status


@pytest.fixture
def no_needs(monkeypatch):
    """Only what this room itself asks before a group starts."""
    monkeypatch.setattr(starting, "_needs", [])


@pytest.fixture
def forming(cast, no_needs):
    """A group of three neighbours, none of whom is there yet."""
    group = start_idea(cast.organisation, name="Plantenbuurt", area=make_area("Plantenbuurt", "BU9", 5.7, 52.0))
    set_plan(group, needed_members=3, goal=" Elkaar kennen ")
    return begin_forming(group)


@pytest.mark.parametrize("before", Status)
@pytest.mark.parametrize("after", Status)
def test_every_change_is_in_the_table_or_refused(before, after):
    if lifecycle.may_become(before, after):
        assert lifecycle.check_change(before, after) is None
    else:
        with pytest.raises(DomainError, match="cannot make this step"):
            lifecycle.check_change(before, after)


def test_nothing_comes_back_from_closed():
    assert lifecycle.CHANGES[Status.CLOSED] == frozenset()
    assert set(lifecycle.CHANGES) == set(Status)


@pytest.mark.parametrize(("members", "full", "nearly"), [(134, False, False), (135, False, True), (150, True, True)])
def test_ninety_percent_is_nearly_full(members, full, nearly):
    policy = PRESETS["nl"]
    assert lifecycle.is_full(members, policy) is full
    assert lifecycle.is_nearly_full(members, policy) is nearly


def test_an_idea_needs_a_place_before_neighbours_are_asked(cast):
    idea = start_idea(cast.organisation, name="Plantenbuurt", by=cast.bram)
    with pytest.raises(DomainError, match="area or the streets"):
        begin_forming(idea)
    set_place(idea, area=None, streets=["Klaverstraat", " Klaverstraat ", ""])
    assert begin_forming(idea).status == Status.FORMING
    assert list(idea.street_ranges.values_list("street", flat=True)) == ["Klaverstraat"]


@pytest.mark.parametrize("needed", [0, 1, 201])
def test_a_threshold_that_makes_no_sense_is_refused(forming, needed):
    with pytest.raises(DomainError, match="at least 2"):
        set_plan(forming, needed_members=needed)


def test_three_neighbours_start_a_group_without_municipality_or_police(db, no_needs, received):
    """R004, R016: the organisation is a team of neighbours, and nobody has a role in it."""
    team = create_organisation(name="Plantenbuurt", kind="team")
    group = start_idea(team, name="Plantenbuurt", area=make_area("Plantenbuurt", "BU9", 5.7, 52.0))
    set_plan(group, needed_members=3)
    begin_forming(group)
    people = [make_person(name) for name in ("Ilse", "Joost", "Kees")]
    first, *_others = [add_member(group, person, street="Klaverstraat") for person in people]
    handle_due_lines()
    group.refresh_from_db()
    assert group.status == Status.FORMING

    appoint_coordinator(first, by=people[0])
    handle_due_lines()
    group.refresh_from_db()
    assert (group.status, group.started_at is not None) == (Status.ACTIVE, True)
    assert not team.roles.exists()


def test_a_group_waits_for_enough_neighbours_and_a_coordinator(forming, cast):
    with pytest.raises(DomainError, match="0 of 3 neighbours"):
        start_group(forming)
    add_member(forming, cast.bram, street="Klaverstraat")
    anna = add_member(forming, cast.anna, street="Klaverstraat")
    appoint_coordinator(anna)
    handle_due_lines()
    forming.refresh_from_db()
    assert forming.status == Status.FORMING
    add_member(forming, cast.gerrit, street="Klaverstraat")
    handle_due_lines()
    forming.refresh_from_db()
    assert forming.status == Status.ACTIVE


def test_a_group_waits_for_what_other_rooms_ask_of_the_coordinator(forming, cast):
    signed = set()
    starting.needs("The coordinator has signed.")(lambda membership: membership.pk in signed)
    members = [add_member(forming, person, street="Klaverstraat") for person in (cast.anna, cast.bram, cast.gerrit)]
    appoint_coordinator(members[0])
    handle_due_lines()
    with pytest.raises(DomainError, match="The coordinator has signed"):
        start_group(forming)
    signed.add(members[0].pk)
    assert start_group(forming).status == Status.ACTIVE


def test_a_group_rests_and_wakes(cast):
    assert make_dormant(cast.group, by=cast.anna).status == Status.DORMANT
    with pytest.raises(DomainError, match="cannot make this step"):
        make_dormant(cast.group)
    assert wake(cast.group, by=cast.anna).status == Status.ACTIVE
    with pytest.raises(DomainError, match="does not rest"):
        wake(cast.group)
    changes = [line.facts["after"] for line in Line.objects.filter(action="group.status_changed")]
    assert changes == ["dormant", "active"]


def test_a_group_without_coordinator_does_not_wake(cast):
    make_dormant(cast.group)
    Membership.objects.filter(group=cast.group).update(role="member", deputy_of=None)
    with pytest.raises(DomainError, match="needs a coordinator"):
        wake(cast.group)


def test_closing_ends_every_membership_and_forgets_where_people_live(cast):
    close_group(cast.group, by=cast.anna, decided=True)
    assert not queries.members_of(cast.group).exists()
    bram = Membership.objects.get(person=cast.bram)
    assert (bram.left_at is None, bram.home) == (False, None)
    assert Line.objects.filter(action="member.left", facts__reason="group_closed").count() == 3
    assert not Line.objects.filter(action="group.lost_coordinator").exists()
    with pytest.raises(DomainError):
        close_group(cast.group)


def test_a_new_group_begins_with_one_version_of_its_settings(forming):
    assert PolicyVersion.objects.filter(group=forming).count() == 1
    assert forming.created_at <= timezone.now() + timedelta(seconds=1)
