# SPDX-License-Identifier: EUPL-1.2
"""What each measure does, and what comes back when it is taken back."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.enrolment.models import Departure
from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import coordinators_of, is_administrator, membership_in
from buurtwacht.groups.services import add_member
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.cases.services import agree, close_old, open_case, overturn, propose_measure
from buurtwacht.moderation.models import Ban, Case, Measure

WHY = "You called a neighbour names twice."


@pytest.fixture
def removed(street):
    case = street.case_about(street.karin)
    return agree(propose_measure(case, "removal", by=street.anna, reason=WHY), by=street.jonas)


def test_a_warning_changes_nothing_else(street):
    measure = propose_measure(street.case_about(street.karin), "warning", by=street.anna, reason=WHY)
    assert measure.status == Measure.Status.TAKEN
    assert not street.member(street.karin).is_suspended


def test_a_suspension_ends_within_three_months(street, in_days):
    case = street.case_about(street.karin)
    for until in (None, in_days(-1), in_days(92)):
        with pytest.raises(DomainError):
            propose_measure(case, "suspension", by=street.anna, reason=WHY, until=until)
    propose_measure(case, "suspension", by=street.anna, reason=WHY, until=in_days(30))
    assert street.member(street.karin).is_suspended


def test_a_shorter_suspension_does_not_end_a_longer_one(street, in_days):
    long = propose_measure(street.case_about(street.karin), "suspension", by=street.anna, reason=WHY, until=in_days(60))
    second = open_case(street.member(street.karin), rule="unforeseen", by=street.anna)
    short = propose_measure(second, "suspension", by=street.anna, reason=WHY, until=in_days(7))
    assert street.member(street.karin).suspended_until == long.until

    overturn(long)
    assert street.member(street.karin).suspended_until == short.until
    overturn(short)
    assert street.member(street.karin).suspended_until is None


def test_the_last_coordinator_who_is_relieved_leaves_a_vacancy(street):
    Membership.objects.filter(person=street.ingrid).update(role="moderator")
    case = street.case_about(street.anna, by=street.ingrid)
    agree(propose_measure(case, "relief", by=street.ingrid, reason=WHY), by=street.jonas)

    assert not is_administrator(street.anna, street.group)
    assert membership_in(street.anna, street.group)
    assert not coordinators_of(street.group).exists()
    assert Line.objects.filter(action="group.lost_coordinator").count() == 1


def test_who_is_removed_is_counted_and_held_back(removed, street):
    assert [one.reason for one in Departure.objects.all()] == ["removed"]
    ban = Ban.objects.get()
    assert ban.measure == removed
    assert ban.ends_at == removed.until
    assert removed.address["house_number"] == "12"
    gone = Membership.objects.get(person=street.karin)
    assert (gone.phone, gone.house_number) == ("", "")


def test_a_removal_that_is_taken_back_brings_the_neighbour_back(removed, street):
    overturn(removed, by=street.eva)
    overturn(removed, by=street.eva)

    member = street.member(street.karin)
    assert (member.role, member.house_number, member.phone) == ("member", "12", "+31612345678")
    assert member.welcomed_at is None  # they read how the group works, and agree once more
    assert not Ban.objects.filter(ends_at__gt=timezone.now()).exists()
    assert Line.objects.filter(action="measure.overturned").count() == 1


def test_what_was_suspended_before_a_removal_is_suspended_after_it(street, in_days):
    case = street.case_about(street.karin)
    suspension = propose_measure(case, "suspension", by=street.anna, reason=WHY, until=in_days(30))
    removal = agree(propose_measure(case, "removal", by=street.anna, reason=WHY), by=street.jonas)

    overturn(removal)
    assert street.member(street.karin).suspended_until == suspension.until


def test_what_was_only_proposed_cannot_be_taken_back(street):
    proposal = propose_measure(street.case_about(street.karin), "removal", by=street.anna, reason=WHY)
    with pytest.raises(DomainError, match="holds"):
        overturn(proposal)


def test_a_case_in_which_nothing_happens_is_closed_by_the_clock(street):
    warned = street.case_about(street.karin)
    propose_measure(warned, "warning", by=street.anna, reason=WHY)
    forgotten = street.case_about(street.bram)
    now = timezone.now()

    assert close_old(now + timedelta(days=13)) == 0
    assert close_old(now + timedelta(days=15)) == 1
    with time_machine.travel(now + timedelta(days=91), tick=False):
        assert close_old(timezone.now()) == 1
    assert {case.pk: case.outcome for case in Case.objects.all()} == {
        warned.pk: Case.Outcome.MEASURE,
        forgotten.pk: Case.Outcome.NOTHING,
    }


def test_who_was_removed_again_does_not_come_back_by_an_appeal_against_the_first_time(street, removed):
    """They had come in again meanwhile, since the first ban was ended; the second removal holds."""
    Ban.objects.all().delete()
    add_member(street.group, street.karin, street="Merelweg")
    again = open_case(street.member(street.karin), rule="words", by=street.anna)
    second = agree(propose_measure(again, "removal", by=street.anna, reason=WHY), by=street.jonas)

    overturn(removed, by=street.eva)
    assert membership_in(street.karin, street.group) is None
    overturn(second, by=street.eva)
    assert membership_in(street.karin, street.group)
