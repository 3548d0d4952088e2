# SPDX-License-Identifier: EUPL-1.2
"""Nobody judges their own case; and who is left then."""

import pytest

from buurtwacht.groups.models import Membership, OrganisationRole
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.cases.queries import judges_of, seconds_of
from buurtwacht.moderation.cases.services import agree, close_case, decline, open_case, propose_measure
from buurtwacht.moderation.models import Case, Flag
from buurtwacht.reports.models import Entry
from buurtwacht.reports.tests.stories import make_report

WHY = "You called a neighbour names twice."


def test_the_other_administrators_judge_a_coordinator(street):
    case = street.case_about(street.anna, by=street.ingrid)

    assert case.desk == Case.Desk.ADMINISTRATORS
    assert set(judges_of(case)) == {street.ingrid, street.jonas}


def test_whoever_it_is_about_can_do_nothing_in_it(street):
    case = street.case_about(street.anna, by=street.ingrid)
    proposal = propose_measure(case, "removal", by=street.ingrid, reason=WHY)

    for act in (
        lambda: propose_measure(case, "talk", by=street.anna, reason=WHY),
        lambda: agree(proposal, by=street.anna),
        lambda: decline(proposal, by=street.anna, reason="No."),
        lambda: close_case(case, outcome="nothing", by=street.anna),
    ):
        with pytest.raises(DomainError, match="about you"):
            act()
    with pytest.raises(DomainError, match="about yourself"):
        street.case_about(street.anna, by=street.anna)


def test_without_another_administrator_it_lies_with_the_organisation(street):
    Membership.objects.filter(person__in=(street.ingrid, street.jonas)).update(role="member")
    case = open_case(street.member(street.anna), rule="unforeseen", by=street.eva)

    assert case.desk == Case.Desk.ORGANISATION
    assert list(judges_of(case)) == [street.eva]


def test_with_nobody_left_it_says_so(street, login):
    Membership.objects.filter(person__in=(street.ingrid, street.jonas)).update(role="member")
    OrganisationRole.objects.filter(person=street.eva).delete()
    case = open_case(street.member(street.anna), rule="unforeseen", by=None)

    assert case.desk == Case.Desk.ORGANISATION
    assert not judges_of(case).exists()
    assert login(street.anna).get(f"/bureau/vogelbuurt/zaken/{case.pk}/").status_code == 404


def test_a_suspended_administrator_judges_nothing(street, in_days):
    case = street.case_about(street.jonas, by=street.anna)
    agree(propose_measure(case, "suspension", by=street.anna, reason=WHY, until=in_days(7)), by=street.ingrid)

    other = street.case_about(street.karin, by=street.anna)
    assert street.jonas not in judges_of(other)


def test_who_flagged_it_is_not_the_second(street):
    report = make_report(street.group, street.karin)
    entry = Entry.objects.filter(report=report).first()
    Flag.objects.create(group=street.group, report=report, entry=entry, by=street.ingrid, reason="hurts")
    case = open_case(street.member(street.karin), rule="unforeseen", by=street.anna, entry=entry)
    proposal = propose_measure(case, "removal", by=street.anna, reason=WHY)

    assert list(seconds_of(proposal)) == [street.jonas]


def test_about_one_text_there_is_one_open_case(street):
    report = make_report(street.group, street.karin)
    entry = Entry.objects.filter(report=report).first()
    first = open_case(street.member(street.karin), rule="unforeseen", by=street.anna, entry=entry)
    assert open_case(street.member(street.karin), rule="unforeseen", by=street.ingrid, entry=entry) == first
    close_case(first, outcome="nothing", by=street.anna)
    assert open_case(street.member(street.karin), rule="unforeseen", by=street.ingrid, entry=entry) != first


@pytest.mark.parametrize("stranger", ["bram", "dirk", "farid"])
def test_a_stranger_opens_nothing(street, stranger):
    with pytest.raises(DomainError, match="Only a coordinator"):
        street.case_about(street.karin, by=getattr(street, stranger))
