# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, date, datetime, timedelta

import pytest

from buurtwacht.enrolment.models import Departure
from buurtwacht.groups.models import HintCount
from buurtwacht.groups.services import end_membership
from buurtwacht.insight.columns import BY_KEY
from buurtwacht.insight.counting import count
from buurtwacht.insight.counting.steps import STEPS
from buurtwacht.insight.months import later, up_to
from buurtwacht.reports.content import Content
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry

from .made import MARCH, THEN, happened, journalled

pytestmark = pytest.mark.django_db
MONTHS = up_to(MARCH, 3)


def counted(group):
    return count([group], MONTHS)[group.pk, MARCH]


def test_an_alarm_is_a_report_that_the_whole_group_was_told_of(group):
    happened(group)
    happened(group, shown_at=None, status="waiting")

    assert counted(group)["reports"] == 2
    assert counted(group)["alarms"] == 1


def test_a_month_begins_at_midnight_where_the_group_is(group):
    happened(group, datetime(2026, 2, 28, 23, 30, tzinfo=UTC))  # half past midnight in Ede
    happened(group, datetime(2026, 2, 28, 22, 30, tzinfo=UTC))

    found = count([group], MONTHS)
    assert found[group.pk, MARCH]["alarms"] == 1
    assert found[group.pk, date(2026, 2, 1)]["alarms"] == 1


def test_half_of_the_reports_took_less_than_the_middle_one(group):
    for minutes in (10, 30, 500):
        happened(group, minutes=minutes)
    happened(group, minutes=30, close_reason="false_alarm")

    assert counted(group)["closed"] == 4
    assert counted(group)["false_alarms"] == 1
    assert counted(group)["minutes_to_close"] == 30


def test_what_neighbours_add_is_no_alarm(group, time_machine, cast):
    report = happened(group)
    time_machine.move_to(THEN)
    for kind in (Entry.Kind.SHARED, Entry.Kind.SIGHTING, Entry.Kind.CALL, Entry.Kind.ADVICE):
        add_entry(report, kind=kind, role=Entry.Role.MEMBER, content=Content(text="Loopt weg"), tell=False)

    assert counted(group)["supplements"] == 2
    assert counted(group)["texts"] == 3
    assert counted(group)["alarms"] == 1


def test_members_are_those_of_the_last_day_and_leavers_say_why_without_a_name(group, cast, time_machine):
    time_machine.move_to(THEN)
    end_membership(cast.bram.memberships.get())
    Departure.objects.create(group=group, reason="too_many", month=MARCH)
    Departure.objects.create(group=group, reason="moved", month=MARCH)

    found = count([group], MONTHS)
    assert found[group.pk, date(2026, 2, 1)]["members"] == 3
    assert found[group.pk, MARCH]["members"] == 2
    assert found[group.pk, MARCH]["leavers"] == 2
    assert found[group.pk, MARCH]["left_too_many"] == found[group.pk, MARCH]["left_moved"] == 1


def test_every_reason_to_leave_has_a_figure():
    assert {f"left_{reason}" for reason in Departure.Reason.values} <= set(BY_KEY)


def test_off_topic_is_told_apart_from_other_advice(group):
    HintCount.objects.create(group=group, month=MARCH, reason="chit_chat", shown=5, changed=3, kept=2)
    HintCount.objects.create(group=group, month=MARCH, reason="off_topic", shown=4, changed=3, kept=1)
    HintCount.objects.create(group=group, month=MARCH, reason="missing_place", shown=4, changed=4)

    found = counted(group)
    assert (found["hints_shown"], found["hints_changed"], found["hints_kept"]) == (9, 7, 2)
    assert (found["off_topic_changed"], found["off_topic_kept"]) == (3, 1)


def test_steps_of_moderation_come_from_the_journal(group, cast):
    for action, facts in (
        ("flag.raised", {"reason": "hurts"}),
        ("flag.raised", {"reason": "accuses"}),
        ("nudge.sent", {}),
        ("nudge.answered", {"answer": "changed"}),
        ("nudge.answered", {"answer": "kept"}),
        ("measure.taken", {"kind": "warning"}),
        ("measure.taken", {"kind": "removal"}),
        ("measure.taken", {"kind": "talk"}),
        ("appeal.made", {}),
        ("appeal.answered", {"verdict": "overturned"}),
        ("ban.met", {}),
    ):
        journalled(action, group, **facts)
    journalled("flag.raised", cast.next_group)
    journalled("flag.raised", group, THEN - timedelta(days=200))

    found = counted(group)
    assert (found["flags"], found["nudges"], found["nudges_heeded"]) == (2, 1, 1)
    assert (found["warnings"], found["removals"], found["suspensions"]) == (1, 1, 0)
    assert (found["appeals"], found["appeals_granted"], found["bans_met"]) == (1, 1, 1)


def test_every_step_has_a_figure():
    assert {key for *_wanted, key in STEPS} <= set(BY_KEY)


def test_more_groups_and_months_ask_no_more_questions(group, cast, django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        found = count([group, cast.next_group], up_to(MARCH, 12))

    assert len(found) == 24


def test_months_follow_one_another_over_new_year():
    assert later(date(2025, 12, 1)) == date(2026, 1, 1)
    assert later(date(2026, 1, 1), -1) == date(2025, 12, 1)
    assert up_to(date(2026, 1, 1), 2) == [date(2025, 12, 1), date(2026, 1, 1)]
