# SPDX-License-Identifier: EUPL-1.2
"""A group that is too large becomes two, and nobody has to do anything."""

from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.enrolment.models import Acceptance
from buurtwacht.groups import queries, splitting
from buurtwacht.groups.models import DeputyTurn, Membership, WatchGroup
from buurtwacht.groups.services import add_member, change_settings, make_dormant, plan_turn, split_group
from buurtwacht.groups.splitting import StreetCount, halves
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.live.models import Event
from buurtwacht.testing.cast import make_person


@pytest.fixture
def members(cast):
    """Anna coordinates in the Mezenlaan; Bram and Joost live in the Merelweg, Gerrit in the Vinkenlaan."""
    joost = make_person("Joost")
    add_member(cast.group, joost, street="merelweg ", house_number="9", home={"latitude": 52.04, "longitude": 5.66})
    found = {membership.person.first_name: membership for membership in queries.members_of(cast.group)}
    return {name.lower(): membership for name, membership in found.items()}


def test_streets_with_their_members(cast, members):
    counts = {street.name: street.members for street in splitting.streets_of(cast.group)}
    assert counts == {"Lijsterstraat": 0, "Merelweg": 2, "Mezenlaan": 1, "Vinkenlaan": 1}


def test_a_proposal_cuts_the_row_of_streets_in_two():
    row = [StreetCount(f"S{place}", 10, (52.0, 5.0 + place / 1000)) for place in range(6)]
    assert halves(row[::-1]) == {"S0", "S1", "S2"}
    south = [
        StreetCount(f"S{place}", count, (52.0 - place / 1000, 5.0)) for place, count in enumerate((50, 10, 10, 30))
    ]
    assert halves(south) == {"S0"}


@pytest.mark.parametrize("streets", [[], [StreetCount("A", 3, None)], [StreetCount("A", 0, None)] * 2])
def test_what_cannot_be_cut_is_not(streets):
    assert halves(streets) == frozenset()


def test_a_split_takes_everybody_of_those_streets_along(cast, members):
    change_settings(cast.group, {"doubt": "off"}, by=cast.anna)
    new = split_group(cast.group, streets=["Merelweg"], name="Merelbuurt", coordinator=members["bram"], by=cast.anna)
    there = {membership.person.first_name for membership in queries.members_of(new)}
    here = {membership.person.first_name for membership in queries.members_of(cast.group)}
    assert (there, here) == ({"Bram", "Joost"}, {"Anna", "Gerrit"})
    assert (new.split_from, new.area, new.policy.doubt, new.status) == (cast.group, cast.group.area, "off", "active")
    assert list(new.street_ranges.values_list("street", flat=True)) == ["Merelweg"]
    assert not cast.group.street_ranges.exists()
    assert queries.is_coordinator(cast.bram, new)
    assert not queries.is_coordinator(cast.anna, new)


def test_the_old_group_remembers_who_was_there_and_the_new_one_keeps_what_they_said(cast, members):
    before = members["joost"]
    new = split_group(cast.group, streets=["Merelweg"], name="Merelbuurt", coordinator=members["bram"])
    moved = Membership.objects.get(pk=before.pk)
    assert (moved.group, moved.house_number, moved.home is None) == (new, "9", False)
    [past] = Membership.objects.filter(group=cast.group, person=before.person)
    assert (past.left_at is None, past.street, past.house_number, past.home) == (False, "merelweg ", "", None)


def test_screens_of_who_moved_are_closed(cast, members):
    split_group(cast.group, streets=["Merelweg"], name="Merelbuurt", coordinator=members["bram"])
    closed = set(Event.objects.filter(name="closed").values_list("topic", flat=True))
    assert closed == {f"person:{cast.bram.pk}", f"person:{members['joost'].person_id}"}


def test_ties_between_the_halves_end(cast, members):
    first = timezone.localdate() + timedelta(days=3)
    for start in (first, first + timedelta(days=20)):
        plan_turn(members["anna"], members["bram"], first_day=start, last_day=start + timedelta(days=5))
    assert DeputyTurn.objects.count() == 1
    split_group(cast.group, streets=["Merelweg"], name="Merelbuurt", coordinator=members["joost"])
    bram = Membership.objects.get(pk=members["bram"].pk)
    assert (bram.deputy_of, bram.deputy_until, DeputyTurn.objects.count()) == (None, None, 0)


def test_papers_go_along(cast, members):
    kept = Acceptance.objects.create(
        group=cast.group,
        person=cast.bram,
        kind="rules",
        way="ticked",
        text="nl/rules/1",
        digest="0" * 64,
        language="nl",
    )
    new = split_group(cast.group, streets=["Merelweg"], name="Merelbuurt", coordinator=members["bram"])
    for _twice in range(2):
        handle_due_lines()
    [followed] = Acceptance.objects.filter(group=new)
    assert (followed.person, followed.digest, followed.at, followed.ended_at) == (cast.bram, "0" * 64, kept.at, None)
    kept.refresh_from_db()
    assert kept.ended_at is not None


@pytest.mark.parametrize(
    ("streets", "coordinator", "why"),
    [
        ([], "bram", "both halves"),
        (["Nergensweg"], "bram", "both halves"),
        (["Merelweg", "Mezenlaan", "Vinkenlaan"], "bram", "both halves"),
        (["Merelweg"], "gerrit", "lives in one of its streets"),
        (["Mezenlaan", "Merelweg"], "bram", "coordinators all live"),
    ],
)
def test_a_half_without_neighbours_or_coordinator_is_refused(cast, members, streets, coordinator, why):
    with pytest.raises(DomainError, match=why):
        split_group(cast.group, streets=streets, name="Merelbuurt", coordinator=members[coordinator])
    assert not WatchGroup.objects.filter(name="Merelbuurt").exists()
    assert not Line.objects.filter(action="group.split").exists()


def test_a_group_that_rests_or_a_name_that_is_taken_is_refused(cast, members):
    with pytest.raises(DomainError, match="already a group"):
        split_group(cast.group, streets=["Merelweg"], name="Bloemenbuurt", coordinator=members["bram"])
    make_dormant(cast.group)
    with pytest.raises(DomainError, match="active group"):
        split_group(cast.group, streets=["Merelweg"], name="Merelbuurt", coordinator=members["bram"])
