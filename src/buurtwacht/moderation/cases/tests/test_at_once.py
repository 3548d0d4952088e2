# SPDX-License-Identifier: EUPL-1.2
"""Two people act at the same moment."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from buurtwacht.enrolment.staying.services import leave_group
from buurtwacht.groups.models import Membership
from buurtwacht.groups.services import relieve_coordinator
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.cases.services import agree, ask_change, decline, propose_measure
from buurtwacht.moderation.cases.tests.conftest import gathered
from buurtwacht.moderation.models import Measure

WHY = "You called a neighbour names twice."

pytestmark = pytest.mark.django_db(transaction=True)


def together(*acts):
    """Run these at the same time, each on a connection of its own. Returns the refusals."""

    def run(act):
        try:
            act()
        except DomainError as refusal:
            return str(refusal)
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(len(acts)) as pool:
        return [refusal for refusal in pool.map(run, acts) if refusal]


def test_yes_and_no_at_once_is_one_answer(transactional_db):
    street = gathered("nl")
    proposal = propose_measure(street.case_about(street.karin), "removal", by=street.anna, reason=WHY)

    refusals = together(
        lambda: agree(proposal, by=street.ingrid), lambda: decline(proposal, by=street.jonas, reason="No.")
    )

    proposal.refresh_from_db()
    assert len(refusals) == 1
    removed = Membership.objects.get(person=street.karin).left_at is not None
    assert removed == (proposal.status == Measure.Status.TAKEN)


def test_leaving_and_being_removed_at_once_ends_it_once(transactional_db):
    street = gathered("nl")
    proposal = propose_measure(street.case_about(street.karin), "removal", by=street.anna, reason=WHY)
    member = street.member(street.karin)

    assert together(lambda: agree(proposal, by=street.jonas), lambda: leave_group(member, by=street.karin)) == []

    proposal.refresh_from_db()
    assert Line.objects.filter(action="member.left").count() == 1
    taken = Line.objects.filter(action="measure.taken").exists()
    assert taken == (proposal.status == Measure.Status.TAKEN)


def test_two_who_ask_and_agree_at_once_relieve_a_coordinator_once(transactional_db):
    """Both ask the same at one moment: it is asked once, and neither of them is the second."""
    street = gathered("nl")
    ingrid = street.member(street.ingrid)
    Membership.objects.filter(person=street.karin).update(role=Membership.Role.COORDINATOR)

    refusals = together(
        lambda: ask_change(ingrid, "relief", by=street.anna, reason=WHY),
        lambda: ask_change(ingrid, "relief", by=street.karin, reason=WHY),
    )

    proposal = Measure.objects.get()
    assert refusals == []
    assert Membership.objects.get(pk=ingrid.pk).role == Membership.Role.COORDINATOR
    refusals = together(lambda: agree(proposal, by=proposal.proposed_by), lambda: agree(proposal, by=street.jonas))
    assert len(refusals) <= 1
    assert Line.objects.filter(action="coordinator.relieved").count() == 1
    proposal.refresh_from_db()
    assert proposal.seconded_by == street.jonas


def test_stepping_down_and_being_relieved_at_once_is_one(transactional_db):
    street = gathered("nl")
    ingrid = street.member(street.ingrid)
    proposal = ask_change(ingrid, "relief", by=street.anna, reason=WHY)

    together(lambda: agree(proposal, by=street.jonas), lambda: relieve_coordinator(ingrid, by=street.ingrid))

    assert Line.objects.filter(action="coordinator.relieved").count() == 1
    assert Membership.objects.get(pk=ingrid.pk).role == Membership.Role.MEMBER
