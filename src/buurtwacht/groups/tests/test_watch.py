# SPDX-License-Identifier: EUPL-1.2
"""What the program notices about a group, and whom it tells."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.groups.desk_registry import meters_of, tasks_for
from buurtwacht.groups.life_signs import quiet_groups, uncoordinated_groups
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.services import (
    accept_group,
    alarm_uncoordinated,
    ask_quiet,
    begin_forming,
    change_settings,
    close_group,
    create_organisation,
    end_membership,
    make_dormant,
    offer_group,
    plan_new_group,
    split_group,
    still_here,
    wake,
    warn_nearly_full,
)
from buurtwacht.groups.tasks import look_after_groups
from buurtwacht.journal.models import Line
from buurtwacht.people.models import ContactPoint
from buurtwacht.testing.cast import make_group

NOON = datetime(2027, 3, 10, 11, tzinfo=UTC)


@pytest.fixture(autouse=True)
def at_noon():
    """Notices wait for the morning, so these stories happen at noon."""
    with time_machine.travel(NOON, tick=False):
        yield


def lines(action):
    return Line.objects.filter(action=action).count()


def titles(messages):
    return [message.title for message in messages]


def test_a_group_that_loses_its_coordinator_goes_on_and_asks(cast, received):
    Membership.objects.filter(group=cast.next_group).update(role="coordinator")
    end_membership(Membership.objects.get(person=cast.anna), by=cast.anna)
    assert titles(received(cast.gerrit)) == ["Neemt u Vogelbuurt over?"]
    assert titles(received(cast.bram)) == ["Vogelbuurt zoekt een coördinator"]
    assert titles(received(cast.eva)) == ["Vogelbuurt heeft geen coördinator"]
    assert received(cast.farid) == []
    cast.group.refresh_from_db()
    assert cast.group.status == WatchGroup.Status.ACTIVE


def test_the_alarm_comes_back_once_a_week(cast):
    Membership.objects.filter(group=cast.group).update(role="member", deputy_of=None)
    assert {one.name for one in uncoordinated_groups()} == {"Vogelbuurt", "Bloemenbuurt"}
    assert [alarm_uncoordinated(), alarm_uncoordinated()] == [2, 0]
    with time_machine.travel(NOON + timedelta(days=8), tick=False):
        assert alarm_uncoordinated() == 2


def test_a_deputy_who_stands_in_is_a_coordinator(cast):
    Membership.objects.filter(group=cast.group, role="coordinator").update(role="member")
    day = timezone.localdate()
    Membership.objects.filter(person=cast.gerrit).update(deputy_from=day, deputy_until=day)
    assert "Vogelbuurt" not in {one.name for one in uncoordinated_groups()}


def test_nearly_full_is_said_once_and_stands_on_the_desk(cast, received):
    group = change_settings(cast.group, {"most_members": 3})
    received(cast.anna)
    assert [warn_nearly_full(), warn_nearly_full()] == [1, 0]
    assert titles(received(cast.anna))[-1] == "Vogelbuurt is bijna vol"
    assert "group_full" in {task.kind for task in tasks_for(group, cast.anna)}
    group = change_settings(group, {"most_members": 4})
    assert "group_full" not in {task.kind for task in tasks_for(group, cast.anna)}


@pytest.fixture
def old(cast):
    """Both groups began two years ago, and nothing was heard since."""
    WatchGroup.objects.update(created_at=NOON - timedelta(days=730))
    return cast


def test_a_quiet_group_is_asked_and_never_put_to_rest(old, received):
    assert ask_quiet() == 2
    assert titles(received(old.anna)) == ["Is Vogelbuurt er nog?"]
    assert "group_quiet" in {task.kind for task in tasks_for(old.group, old.anna)}
    old.group.refresh_from_db()
    assert old.group.status == WatchGroup.Status.ACTIVE


def test_signs_of_life(old):
    since = NOON - timedelta(days=183)
    still_here(old.group, by=old.anna)
    ContactPoint.objects.filter(person=old.farid).update(last_seen_at=NOON - timedelta(days=182))
    assert quiet_groups(since) == []
    ContactPoint.objects.filter(person=old.farid).update(last_seen_at=NOON - timedelta(days=184))
    assert [one.name for one in quiet_groups(since)] == ["Bloemenbuurt"]


def test_what_the_program_does_itself_is_no_sign_of_life(old):
    alarm_uncoordinated()
    assert old.next_group in quiet_groups(NOON - timedelta(days=183))


def test_the_nightly_look_is_calm_when_all_is_well(cast, received):
    Membership.objects.filter(person=cast.farid).update(role="coordinator")
    look_after_groups(0)
    assert received(cast.anna) == []


def test_members_hear_of_rest_waking_and_the_end(cast, received):
    make_dormant(cast.group, by=cast.anna)
    wake(cast.group, by=cast.anna)
    assert set(titles(received(cast.bram))) == {"Vogelbuurt rust", "Vogelbuurt is weer wakker"}
    close_group(cast.group, by=cast.anna, decided=True)
    assert titles(received(cast.bram))[-1] == "Vogelbuurt is gestopt"
    assert received(cast.farid) == []


def test_members_hear_of_settings_and_whether_they_must_agree_again(cast, received):
    change_settings(cast.group, {"silence_minutes": 90}, by=cast.anna)
    change_settings(cast.group, {"photo": "group"}, by=cast.anna)
    bodies = sorted(message.body for message in received(cast.bram))
    assert "opnieuw uw akkoord" in bodies[0]
    assert bodies[1].startswith("Enkele instellingen")


def test_both_halves_of_a_split_hear_of_it(cast, received):
    bram = Membership.objects.get(person=cast.bram)
    split_group(cast.group, streets=["Merelweg"], name="Merelbuurt", coordinator=bram, by=cast.anna)
    assert titles(received(cast.bram)) == ["Uw groep heet nu Merelbuurt"]
    assert titles(received(cast.gerrit)) == ["Vogelbuurt is nu twee groepen"]


def test_a_group_that_is_offered_is_said_to_who_may_answer(cast, received):
    team = create_organisation(name="Buurtteam", kind="team")
    team.roles.create(person=cast.chantal, role="official")
    transfer = offer_group(cast.group, to=team, by=cast.anna)
    assert titles(received(cast.chantal)) == ["Neemt u Vogelbuurt over?"]
    accept_group(transfer, by=cast.chantal)
    assert titles(received(cast.bram)) == ["Buurtteam staat nu achter uw groep"]


def test_an_authorisation_of_one_organisation_does_not_go_along_to_another(cast):
    overrides = {"national_number_authorisation": "RR 12/2020", "most_members": 90}
    group = change_settings(make_group(cast.organisation, "Zonnewijk", preset="be-politiezone"), overrides)
    team = create_organisation(name="Buurtteam", kind="team")

    group = accept_group(offer_group(group, to=team, by=cast.anna), by=cast.chantal)

    assert group.policy.national_number_authorisation == ""
    assert (group.organisation, group.policy.most_members) == (team, 90)


def test_nobody_is_woken_for_this(cast, received):
    make_dormant(cast.group, by=cast.anna)
    with time_machine.travel(NOON + timedelta(hours=12), tick=False):
        wake(cast.group, by=cast.anna)
        assert titles(received(cast.bram)) == []
    with time_machine.travel(NOON + timedelta(hours=22), tick=False):
        assert "Vogelbuurt is weer wakker" in titles(received(cast.bram))


def test_a_counter_while_a_group_is_being_formed(cast):
    group = begin_forming(plan_new_group(cast.organisation, name="Klaverveld", area=cast.group.area))
    [meter] = [one for one in meters_of(group) if one.most == group.needed_members]
    assert (meter.value, meter.percent) == (0, 0)
    assert lines("group.status_changed") == 1
