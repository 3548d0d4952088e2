# SPDX-License-Identifier: EUPL-1.2
"""The ladder of the circular of 28 February 2019 (requirements, section 4.1), with its letters."""

from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.groups.queries import is_coordinator, membership_in
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.cases import letters
from buurtwacht.moderation.cases.queries import steps_of
from buurtwacht.moderation.cases.services import agree, note_signed, propose_measure
from buurtwacht.moderation.models import Measure

WHY = "You went out with others to stop somebody."


@pytest.fixture
def street(street_under):
    return street_under("be-bin")


def possible(case):
    return [str(step.rung.kind) for step in steps_of(case) if not step.obstacle]


def today():
    return timezone.localdate()


def test_the_four_steps_against_a_coordinator(street):
    case = street.case_about(street.anna, by=street.ingrid)
    assert possible(case) == ["talk"]

    propose_measure(case, "talk", by=street.ingrid, reason=WHY)
    assert possible(case) == ["talk", "reprimand"]

    reprimand = propose_measure(case, "reprimand", by=street.ingrid, reason=WHY)
    assert reprimand.status == Measure.Status.PROPOSED
    assert reprimand.lapses_at is None
    assert letters.letter_pdf(reprimand).startswith(b"%PDF")
    note_signed(reprimand, on=today(), by=street.ingrid)
    assert "prosecutor" in possible(case)

    until = timezone.now() + timedelta(days=30)
    prosecutor = propose_measure(case, "prosecutor", by=street.ingrid, reason=WHY, until=until)
    assert is_coordinator(street.anna, street.group)
    note_signed(prosecutor, on=today(), by=street.jonas)
    assert not is_coordinator(street.anna, street.group)
    assert "removal" in possible(case)

    removal = propose_measure(case, "removal", by=street.jonas, reason=WHY)
    assert removal.status == Measure.Status.PROPOSED
    with pytest.raises(DomainError, match="took part"):
        agree(removal, by=street.ingrid)  # who opened the case: it goes one floor up
    removal = agree(removal, by=street.eva)

    assert membership_in(street.anna, street.group) is None
    assert removal.appeal_until - removal.decided_at == timedelta(weeks=3)
    assert letters.letter_pdf(removal).startswith(b"%PDF")
    assert letters.copy_pdf(removal).startswith(b"%PDF")


def test_only_against_the_last_step_a_coordinator_can_appeal(street):
    case = street.case_about(street.anna, by=street.ingrid)
    propose_measure(case, "talk", by=street.ingrid, reason=WHY)
    reprimand = propose_measure(case, "reprimand", by=street.ingrid, reason=WHY)
    assert note_signed(reprimand, on=today(), by=street.ingrid).appeal_until is None


def test_nobody_agrees_in_the_place_of_the_chief_of_police(street):
    reprimand = propose_measure(street.case_about(street.karin), "reprimand", by=street.anna, reason=WHY)
    with pytest.raises(DomainError, match="chief of police decides"):
        agree(reprimand, by=street.ingrid)


def test_a_letter_is_signed_between_the_request_and_today(street):
    reprimand = propose_measure(street.case_about(street.karin), "reprimand", by=street.anna, reason=WHY)
    with pytest.raises(DomainError, match="still to come"):
        note_signed(reprimand, on=today() + timedelta(days=1), by=street.anna)
    with pytest.raises(DomainError, match="asked for after"):
        note_signed(reprimand, on=today() - timedelta(days=1), by=street.anna)
    assert note_signed(reprimand, on=today(), by=street.anna).signed_on == today()


def test_a_member_is_suspended_for_a_time_or_removed_for_good(street, in_days):
    case = street.case_about(street.karin)
    propose_measure(case, "suspension", by=street.anna, reason=WHY, until=in_days(30))
    assert street.member(street.karin).is_suspended
    assert "removal" in possible(case)
