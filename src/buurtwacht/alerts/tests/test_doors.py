# SPDX-License-Identifier: EUPL-1.2
"""A neighbour without a phone hears it from somebody who rings at the door."""

import pytest

from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import membership_in
from buurtwacht.groups.services import end_membership
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread.services import close_report
from buurtwacht.testing.cast import join, make_person

LINE = "Bel ook aan bij Ans, Merelweg, als dat veilig kan."


@pytest.fixture
def ans(group, gerrit):
    """Ans has no phone; Gerrit rings at her door."""
    return join(group, make_person("Ans"), proxy=membership_in(gerrit, group))


def test_who_rings_reads_at_whose_door(ans, group, bram, gerrit, anna, received):
    make_report(group, bram)

    [alert] = received(gerrit)
    assert alert.body.endswith(LINE)
    assert LINE in alert.extra["mail"]["body"]
    assert LINE not in received(anna)[0].body


def test_a_locked_screen_that_says_little_says_no_name(ans, group, bram, gerrit, received):
    gerrit.lock_screen = "short"
    gerrit.save()
    make_report(group, bram)

    [alert] = received(gerrit)
    assert "Ans" not in alert.body + alert.title


def test_the_end_is_passed_on_too(ans, group, bram, gerrit, anna, received):
    report = make_report(group, bram)
    received(gerrit)
    close_report(report, by=anna, reason="over")

    assert LINE in received(gerrit)[-1].body


def test_who_has_left_is_not_rung_for(ans, group, bram, gerrit, received):
    end_membership(ans)
    make_report(group, bram)

    assert "Ans" not in received(gerrit)[0].body


def test_whoever_rang_and_left_is_asked_no_more(ans, group, bram, gerrit, anna, received):
    end_membership(membership_in(gerrit, group))
    make_report(group, bram)

    assert received(gerrit) == []
    assert "Ans" not in received(anna)[0].body


def test_two_doors_are_two_sentences(ans, group, bram, gerrit, received):
    join(group, make_person("Cor"), street="Vinkenlaan", proxy=membership_in(gerrit, group))
    make_report(group, bram)

    [alert] = received(gerrit)
    assert LINE in alert.body
    assert "Bel ook aan bij Cor, Vinkenlaan, als dat veilig kan." in alert.body
    assert Membership.objects.filter(proxy__isnull=False).count() == 2
