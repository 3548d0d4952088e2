# SPDX-License-Identifier: EUPL-1.2
"""Two people act at the same moment."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from buurtwacht.enrolment.staying.services import leave_group
from buurtwacht.groups.models import Membership
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.cases.services import agree, decline, propose_measure
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
