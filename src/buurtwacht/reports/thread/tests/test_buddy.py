# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.delivery.models import Intent
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.policy.presets import PRESETS
from buurtwacht.reports.models import BuddyRequest
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread import services
from buurtwacht.reports.thread.rules import refusal_to_go
from buurtwacht.testing.cast import gather, join

from .threads import doubtful


def later(minutes):
    return timezone.now() + timedelta(minutes=minutes)


@pytest.fixture
def wish(group, bram):
    return services.ask_for_buddy(make_report(group, bram), by=bram)


def told(kind, wish):
    return Intent.objects.filter(kind=kind, subject_id=wish.pk).count()


def test_asking_twice_asks_once(wish, bram):
    assert services.ask_for_buddy(wish.report, by=bram) == wish
    assert told("report.buddy", wish) == 1


def test_it_takes_a_second_person(wish, bram):
    with pytest.raises(DomainError):
        services.join_buddy(wish, by=bram)


def test_and_never_a_third(wish, cast):
    services.join_buddy(wish, by=cast.gerrit)
    with pytest.raises(DomainError):
        services.join_buddy(wish, by=cast.anna)
    assert services.join_buddy(wish, by=cast.gerrit).joined_by == cast.gerrit


def test_after_ten_minutes_both_should_have_said_that_all_is_well(wish, gerrit):
    services.join_buddy(wish, by=gerrit)
    assert services.watch_buddies(later(7)) == 0
    assert services.watch_buddies(later(9)) == 1
    assert (told("report.buddy_check_in", wish), told("report.buddy_missed", wish)) == (1, 0)
    assert services.watch_buddies(later(11)) == 1
    assert services.watch_buddies(later(12)) == 0
    assert told("report.buddy_check_in", wish) == 1
    assert told("report.buddy_missed", wish) == 1
    assert Intent.objects.get(kind="report.buddy_missed").priority == 0


def test_who_is_home_again_is_not_missed(wish, bram, gerrit):
    services.join_buddy(wish, by=gerrit)
    services.check_in(wish, by=bram, home=True)
    assert services.watch_buddies(later(60)) == 0


def test_who_is_still_outside_tells_again_ten_minutes_later(wish, bram, gerrit):
    services.join_buddy(wish, by=gerrit)
    services.check_in(wish, by=bram, home=False)
    wish.refresh_from_db()
    assert wish.ended_at is None
    assert wish.check_in_due_at > later(9)
    services.watch_buddies(later(11))
    assert told("report.buddy_missed", wish) == 1


def test_nobody_joins_so_nobody_goes(wish):
    assert services.watch_buddies(later(11)) == 1
    wish.refresh_from_db()
    assert wish.ended_at is not None
    assert told("report.buddy_unanswered", wish) == 1
    assert told("report.buddy_missed", wish) == 0


def test_somebody_elses_word_does_not_count(wish, cast):
    services.join_buddy(wish, by=cast.gerrit)
    with pytest.raises(DomainError):
        services.check_in(wish, by=cast.anna, home=True)


def test_the_end_of_the_report_ends_the_question(wish, anna):
    services.close_report(wish.report, by=anna, reason="nothing_more")
    assert BuddyRequest.objects.get().ended_at is not None


def test_two_who_are_out_at_the_end_are_still_waited_for(wish, anna, gerrit):
    services.join_buddy(wish, by=gerrit)
    services.close_report(wish.report, by=anna, reason="nothing_more")
    services.watch_buddies(later(11))
    assert told("report.buddy_missed", wish) == 1


def test_farid_does_not_come_along(wish, cast):
    with pytest.raises(NotFound):
        services.join_buddy(wish, by=cast.farid)


@pytest.mark.parametrize("preset", [name for name, policy in PRESETS.items() if not policy.buddies_allowed])
def test_where_the_rules_say_stay_at_home_nobody_is_asked(db, preset):
    cast = gather(preset)
    with pytest.raises(DomainError):
        services.ask_for_buddy(make_report(cast.group, cast.bram), by=cast.bram)


def test_never_in_belgium_whatever_the_group_changes(db):
    cast = gather("be")
    cast.group.overrides = {"approach": "at_least_two"}
    assert refusal_to_go(make_report(cast.group, cast.bram), cast.group.policy)


def test_nobody_goes_out_on_a_question(group, bram):
    with pytest.raises(DomainError):
        services.ask_for_buddy(doubtful(group, bram), by=bram)


def test_nor_when_the_police_are_there(group, bram):
    report = make_report(group, bram)
    services.mark_police_on_site(report, by=bram)
    with pytest.raises(DomainError):
        services.ask_for_buddy(report, by=bram)


def test_a_newcomer_can_join_as_well(wish, cast):
    join(cast.group, cast.chantal)
    assert services.join_buddy(wish, by=cast.chantal).joined_by == cast.chantal
