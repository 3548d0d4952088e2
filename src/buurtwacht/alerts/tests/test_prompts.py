# SPDX-License-Identifier: EUPL-1.2
"""Messages to one or two people, who have something to do now."""

from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.alerts.services import acknowledge
from buurtwacht.reports.models import BuddyRequest, Report
from buurtwacht.reports.tests.stories import make_report, told
from buurtwacht.reports.thread.services import (
    ask_for_buddy,
    call_made,
    end_doubts,
    expire_silent_reports,
    join_buddy,
    watch_buddies,
)
from buurtwacht.testing.cast import add_contact_point, join, make_person


@pytest.fixture
def ilse(group):
    person = make_person("Ilse")
    join(group, person)
    add_contact_point(person)
    return person


def test_a_silent_report_is_asked_about_once_and_only_to_who_can_close_it(report, anna, gerrit, received):
    before = len(received(anna)), len(received(gerrit))
    Report.objects.update(last_news_at=timezone.now() - timedelta(minutes=61))
    expire_silent_reports()

    asked = received(anna)[before[0] :]
    assert len(asked) == 1
    assert "Is het voorbij? Vogelbuurt" in asked[0].title
    assert asked[0].title.startswith("112 gebeld"), "it is still going on"
    assert not asked[0].sound
    assert len(received(gerrit)) == before[1]


def test_who_asked_in_doubt_and_hears_nothing_is_told_to_call(group, bram, anna, received):
    until = timezone.now() - timedelta(seconds=1)
    make_report(group, bram, status="doubt", content=told(called_at=None, until=until), doubt_until=until)
    end_doubts()

    [now] = received(bram)
    assert now.title == "Nog geen antwoord. Ziet u het nog? Bel 112"
    assert now.urgency == "alarm"
    assert now.sound


def test_a_question_that_becomes_a_call_alarms_those_who_did_not_know(group, bram, ilse, anna, received):
    until = timezone.now() + timedelta(minutes=15)
    report = make_report(group, bram, status="doubt", content=told(called_at=None, until=until), doubt_until=until)
    assert received(ilse) == []

    call_made(report, by=bram)

    [alarm] = received(ilse)
    assert alarm.title.startswith("112 gebeld")
    assert alarm.urgency == "alarm"


@pytest.fixture
def asked(group, bram, anna, gerrit, ilse, received):
    """Gerrit watches, Ilse does not answer, Bram does not want to go alone."""
    group.overrides = {"approach": "ask_for_company"}
    group.save()
    if not group.policy.buddies_allowed:
        pytest.fail("this policy was to allow going together")
    report = make_report(group, bram)
    received(anna)
    acknowledge(report.pk, gerrit, "watching")
    return ask_for_buddy(report, by=bram)


def test_nobody_is_called_together(asked, anna, gerrit, ilse, received):
    """Only who let know that they watch is asked along (R113)."""
    assert "Wie gaat er mee?" in received(gerrit)[-1].title
    assert len(received(ilse)) == 1
    assert len(received(anna)) == 1


def test_who_asked_hears_that_somebody_comes(asked, bram, gerrit, received):
    join_buddy(asked, by=gerrit)

    assert "Een buur gaat mee" in received(bram)[-1].title


def test_who_asked_hears_that_nobody_comes(asked, bram, received):
    watch_buddies(timezone.now() + timedelta(minutes=11))

    assert received(bram)[-1].body.endswith("Blijf binnen. Ga niet alleen.")


def test_two_who_do_not_check_in_wake_the_coordinator_also_when_the_report_has_ended(
    asked, anna, bram, gerrit, received
):
    join_buddy(asked, by=gerrit)
    before = len(received(anna))
    Report.objects.update(status="closed", closed_at=timezone.now())
    BuddyRequest.objects.update(check_in_due_at=timezone.now() - timedelta(seconds=1))
    watch_buddies()

    warned = received(anna)[before:]
    assert len(warned) == 1
    assert warned[0].urgency == "alarm"
    assert "Twee buren hebben zich niet gemeld" in warned[0].title
    assert "Bel 112" in warned[0].body
