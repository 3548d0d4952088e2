# SPDX-License-Identifier: EUPL-1.2
"""One proposes, another agrees within a day (R148, N14)."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import membership_in
from buurtwacht.groups.services import end_membership
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.cases.queries import seconds_of
from buurtwacht.moderation.cases.services import agree, decline, mark_lapsed, propose_measure
from buurtwacht.moderation.models import Case, Measure

WHY = "You called a neighbour names twice."


@pytest.fixture
def proposal(street):
    return propose_measure(street.case_about(street.karin), "removal", by=street.anna, reason=WHY)


def facts_of(action):
    return [line.facts for line in Line.objects.filter(action=action)]


def test_one_alone_removes_nobody(street, proposal):
    assert proposal.status == Measure.Status.PROPOSED
    assert membership_in(street.karin, street.group)
    assert facts_of("measure.proposed")[0]["kind"] == "removal"
    with pytest.raises(DomainError, match="proposed this yourself"):
        agree(proposal, by=street.anna)


def test_a_second_administrator_makes_it_hold(street, proposal):
    measure = agree(proposal, by=street.jonas)

    assert measure.status == Measure.Status.TAKEN
    assert (measure.proposed_by, measure.seconded_by) == (street.anna, street.jonas)
    assert membership_in(street.karin, street.group) is None
    assert measure.appeal_until - measure.decided_at == timedelta(weeks=3)
    assert Case.objects.get().outcome == Case.Outcome.MEASURE
    assert facts_of("measure.taken") == [
        {
            "group": str(street.group.pk),
            "case": str(measure.case_id),
            "kind": "removal",
            "person": str(street.karin.pk),
        }
    ]
    assert facts_of("member.left")[0]["reason"] == "removed"


def test_agreeing_twice_is_agreeing_once(street, proposal):
    agree(proposal, by=street.ingrid)
    agree(proposal, by=street.jonas)

    assert Measure.objects.get().seconded_by == street.ingrid
    assert len(facts_of("measure.taken")) == 1


def test_proposing_twice_is_proposing_once(street, proposal):
    again = propose_measure(proposal.case, "removal", by=street.ingrid, reason="Again.")
    assert again == proposal
    assert Measure.objects.count() == 1


def test_after_a_day_it_is_too_late_even_before_anybody_marked_it(street, proposal):
    with time_machine.travel(timezone.now() + timedelta(hours=24, seconds=1), tick=False):
        with pytest.raises(DomainError, match="Nobody agreed in time"):
            agree(proposal, by=street.jonas)
        assert mark_lapsed(timezone.now()) == 1
        assert mark_lapsed(timezone.now()) == 0
    proposal.refresh_from_db()
    assert proposal.status == Measure.Status.LAPSED
    assert len(facts_of("measure.lapsed")) == 1
    assert membership_in(street.karin, street.group)


def test_what_lapsed_can_be_proposed_again(street, proposal):
    with time_machine.travel(timezone.now() + timedelta(hours=25), tick=False):
        again = propose_measure(proposal.case, "removal", by=street.ingrid, reason=WHY)
        assert agree(again, by=street.jonas).status == Measure.Status.TAKEN
    proposal.refresh_from_db()
    assert proposal.status == Measure.Status.LAPSED


def test_declining_says_why(street, proposal):
    with pytest.raises(DomainError, match="why not"):
        decline(proposal, by=street.jonas)
    declined = decline(proposal, by=street.jonas, reason="A warning is enough.")

    assert declined.status == Measure.Status.DECLINED
    assert declined.declined_because == "A warning is enough."
    with pytest.raises(DomainError, match="decided already"):
        agree(proposal, by=street.ingrid)
    assert membership_in(street.karin, street.group)


def test_who_proposed_it_may_think_better_of_it(street, proposal):
    assert decline(proposal, by=street.anna).status == Measure.Status.WITHDRAWN


def test_who_opened_the_case_is_not_the_second(street):
    case = street.case_about(street.karin, by=street.anna)
    proposal = propose_measure(case, "removal", by=street.ingrid, reason=WHY)

    assert list(seconds_of(proposal)) == [street.jonas]
    with pytest.raises(DomainError, match="took part"):
        agree(proposal, by=street.anna)


def test_with_nobody_else_in_the_group_the_organisation_says_yes_or_no(street):
    Membership.objects.filter(person__in=(street.ingrid, street.jonas)).update(role="member")
    proposal = propose_measure(street.case_about(street.karin), "removal", by=street.anna, reason=WHY)

    assert list(seconds_of(proposal)) == [street.eva]
    assert agree(proposal, by=street.eva).status == Measure.Status.TAKEN


@pytest.mark.parametrize("stranger", ["bram", "dirk", "farid", "karin"])
def test_nobody_else_agrees_or_declines(street, proposal, stranger):
    who = getattr(street, stranger)
    with pytest.raises(DomainError):
        agree(proposal, by=who)
    with pytest.raises(DomainError):
        decline(proposal, by=who, reason="No.")
    proposal.refresh_from_db()
    assert proposal.status == Measure.Status.PROPOSED


def test_who_left_meanwhile_is_not_removed_as_well(street, proposal):
    end_membership(street.member(street.karin), reason="left")
    measure = agree(proposal, by=street.jonas)

    assert measure.status == Measure.Status.LAPSED
    assert Case.objects.get().outcome == Case.Outcome.LEFT
    assert facts_of("measure.taken") == []
    with pytest.raises(DomainError, match="closed"):
        propose_measure(measure.case, "warning", by=street.anna, reason=WHY)


def test_a_measure_needs_a_reason(street):
    case = street.case_about(street.karin)
    with pytest.raises(DomainError, match="Write down why"):
        propose_measure(case, "warning", by=street.anna, reason="  ")
    with pytest.raises(DomainError, match="shorter"):
        propose_measure(case, "warning", by=street.anna, reason="a" * 2001)
