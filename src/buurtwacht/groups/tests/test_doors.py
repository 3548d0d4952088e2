# SPDX-License-Identifier: EUPL-1.2
"""Who may come in where. And Farid, who lives one group along?"""

from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.groups import access
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.services import end_membership, give_role, set_deputy, set_status
from buurtwacht.lib.errors import NotFound

DOORS = [
    access.group_for,
    access.membership_for,
    access.group_to_coordinate,
    access.group_to_report_in,
    access.organisation_for_officer,
    access.organisation_for_official,
    access.organisation_for_auditor,
]
OPEN = {
    "anna": {access.group_for, access.membership_for, access.group_to_coordinate, access.group_to_report_in},
    "bram": {access.group_for, access.membership_for, access.group_to_report_in},
    "chantal": set(),
    "dirk": {access.organisation_for_officer},
    "eva": {access.organisation_for_official},
    "farid": set(),
    "gerrit": {access.group_for, access.membership_for, access.group_to_report_in},
    "hanna": {access.organisation_for_auditor},
}


def opens(door, person, slug):
    try:
        door(person, slug)
    except NotFound:
        return False
    return True


@pytest.mark.parametrize("name", OPEN)
def test_each_door_opens_for_those_who_belong_there(cast, name):
    person = getattr(cast, name)
    opened = {door for door in DOORS if opens(door, person, "ede" if "organisation" in door.__name__ else "vogelbuurt")}
    assert opened == OPEN[name]


@pytest.mark.parametrize("door", DOORS)
def test_absent_and_forbidden_sound_the_same(cast, door):
    slug = "ede" if "organisation" in door.__name__ else "vogelbuurt"
    with pytest.raises(NotFound) as forbidden:
        door(cast.farid, slug)
    with pytest.raises(NotFound) as absent:
        door(cast.farid, "nergens")
    assert str(forbidden.value) == str(absent.value)


def test_farid_finds_his_own_group(cast):
    assert access.group_for(cast.farid, "bloemenbuurt") == cast.next_group


def test_who_left_is_outside(cast):
    end_membership(access.membership_for(cast.bram, "vogelbuurt"))
    assert not opens(access.group_for, cast.bram, "vogelbuurt")


def test_a_closed_group_opens_for_nobody(cast):
    set_status(cast.group, WatchGroup.Status.CLOSED)
    assert not opens(access.group_for, cast.anna, "vogelbuurt")


def test_a_group_being_formed_cannot_be_warned_yet(cast):
    set_status(cast.group, WatchGroup.Status.FORMING)
    assert opens(access.group_for, cast.bram, "vogelbuurt")
    assert not opens(access.group_to_report_in, cast.bram, "vogelbuurt")


def test_a_deputy_coordinates_on_the_days_of_standing_in(cast, time_machine_at):
    today = timezone.localdate()
    anna = Membership.objects.get(person=cast.anna)
    gerrit = Membership.objects.get(person=cast.gerrit)
    first, last = today + timedelta(days=2), today + timedelta(days=4)
    set_deputy(anna, gerrit, first_day=first, last_day=last, by=cast.anna)

    for days, may in ((1, False), (2, True), (4, True), (5, False)):
        with time_machine_at(today + timedelta(days=days)):
            assert opens(access.group_to_coordinate, cast.gerrit, "vogelbuurt") is may


def test_a_coordinator_manages_members_of_the_own_group_only(cast):
    bram = Membership.objects.get(person=cast.bram)
    farid = Membership.objects.get(person=cast.farid)
    assert access.member_to_manage(cast.anna, "vogelbuurt", bram.pk) == bram
    with pytest.raises(NotFound):
        access.member_to_manage(cast.anna, "vogelbuurt", farid.pk)
    with pytest.raises(NotFound):
        access.member_to_manage(cast.farid, "vogelbuurt", bram.pk)


def test_a_role_in_one_organisation_opens_no_other(cast):
    from buurtwacht.testing.cast import make_organisation

    other = make_organisation("Lanaken")
    give_role(other, cast.farid, "officer")
    assert access.organisation_for_officer(cast.farid, "lanaken") == other
    assert not opens(access.organisation_for_officer, cast.dirk, "lanaken")
