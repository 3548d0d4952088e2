# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.utils import timezone

from buurtwacht.groups import queries
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.services import add_member, change_address, change_settings, end_membership, set_status
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError


def lines(action):
    return list(Line.objects.filter(action=action))


def test_a_neighbour_joins(cast):
    chantal = add_member(
        cast.group, cast.chantal, street="Mezenlaan", house_number="12", home={"latitude": 52.04}, by=cast.anna
    )
    chantal.refresh_from_db()
    assert (chantal.street, chantal.house_number, chantal.home) == ("Mezenlaan", "12", {"latitude": 52.04})
    [line] = lines("member.joined")
    assert line.by_id == cast.anna.pk
    assert line.facts == {"group": str(cast.group.pk), "person": str(cast.chantal.pk), "role": "member"}


def test_nobody_joins_twice(cast):
    with pytest.raises(DomainError, match="already"):
        add_member(cast.group, cast.bram, street="Merelweg")


def test_who_left_may_come_back(cast):
    end_membership(queries.membership_in(cast.bram, cast.group))
    add_member(cast.group, cast.bram, street="Merelweg")
    assert queries.members_of(cast.group).filter(person=cast.bram).count() == 1


def test_a_full_group_takes_nobody(cast):
    change_settings(cast.group, {"most_members": 3})
    with pytest.raises(DomainError, match="full"):
        add_member(cast.group, cast.chantal, street="Mezenlaan")


def test_a_stopped_group_takes_nobody(cast):
    set_status(cast.group, WatchGroup.Status.CLOSED)
    with pytest.raises(DomainError, match="stopped"):
        add_member(cast.group, cast.chantal, street="Mezenlaan")


def test_leaving_takes_house_number_and_home_along(cast):
    bram = queries.membership_in(cast.bram, cast.group)
    change_address(bram, street="Merelweg", house_number="3", home={"latitude": 1.0}, by=cast.bram)
    end_membership(bram, by=cast.bram, reason="moved")
    bram.refresh_from_db()
    assert (bram.street, bram.house_number, bram.home) == ("Merelweg", "", None)
    assert bram.left_at <= timezone.now()
    [line] = lines("member.left")
    assert (line.subject_id, line.facts["reason"]) == (bram.pk, "moved")
    assert lines("group.lost_coordinator") == []


def test_leaving_twice_is_leaving_once(cast):
    bram = queries.membership_in(cast.bram, cast.group)
    end_membership(bram)
    end_membership(bram)
    assert len(lines("member.left")) == 1


def test_the_last_coordinator_who_leaves_is_noticed(cast):
    end_membership(queries.membership_in(cast.anna, cast.group))
    [line] = lines("group.lost_coordinator")
    assert line.subject_id == cast.group.pk


def test_an_address_lies_unreadable_in_the_database(cast):
    from django.db import connection

    add_member(cast.group, cast.chantal, street="Mezenlaan", house_number="12")
    with connection.cursor() as cursor:
        cursor.execute("SELECT street, house_number, home FROM groups_membership")
        kept = b"".join(bytes(value) for row in cursor.fetchall() for value in row if value is not None)
    assert b"Mezenlaan" not in kept
    assert Membership.objects.filter(person=cast.chantal).count() == 1
