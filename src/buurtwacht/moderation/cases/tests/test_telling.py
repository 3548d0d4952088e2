# SPDX-License-Identifier: EUPL-1.2
"""Who hears of a case, in which words: never who flagged it, and nothing on a lock screen."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.journal.services import handle_due_lines
from buurtwacht.moderation.cases.services import agree, decline, mark_lapsed, overturn, propose_measure
from buurtwacht.testing.cast import add_contact_point

WHY = "You called a neighbour names twice."


@pytest.fixture(autouse=True)
def by_day():
    """In the afternoon, so that nothing waits for the morning."""
    with time_machine.travel("2026-05-12T13:00:00+02:00", tick=False):
        yield


@pytest.fixture
def street(street):
    for person in (street.ingrid, street.jonas, street.karin):
        add_contact_point(person)
    return street


def titles(messages):
    return [message.title for message in messages]


def test_both_sides_hear_that_there_is_a_case(street, received):
    case = street.case_about(street.karin)

    [told] = received(street.karin)
    assert told.body == "Lees het en zeg hoe u het ziet. Er is nog niets besloten."
    assert str(case.pk) in told.url
    assert titles(received(street.jonas)) == ["Een zaak in Vogelbuurt"]
    assert received(street.anna) == []


def test_a_second_is_asked_and_told_what_is_lost(street, received):
    proposal = propose_measure(street.case_about(street.karin), "removal", by=street.anna, reason=WHY)
    [asked] = [message for message in received(street.jonas) if "24 uur" in message.body]
    assert "Karin" not in asked.title + asked.body

    with time_machine.travel(timezone.now() + timedelta(hours=25), tick=False):
        mark_lapsed(timezone.now())
        assert received(street.anna)[-1].body.startswith("Niemand zei op tijd ja")
    proposal.refresh_from_db()
    assert proposal.status == "lapsed"


def test_who_proposed_it_hears_a_no(street, received):
    proposal = propose_measure(street.case_about(street.karin), "removal", by=street.anna, reason=WHY)
    decline(proposal, by=street.jonas, reason="A warning is enough.")
    assert "nee" in received(street.anna)[-1].body


def test_the_member_gets_the_rule_the_words_the_reason_and_the_term(street, received, mailoutbox):
    case = street.case_about(street.karin, rule="no_discussion")
    agree(propose_measure(case, "removal", by=street.anna, reason=WHY), by=street.jonas)

    assert "besluit" in received(street.karin)[-1].title
    [mail] = [mail for mail in mailoutbox if mail.to == [street.karin.email] and "besluit" in mail.subject]
    for words in ("Wat een idioot.", "He called a neighbour names.", WHY, "2 juni", "Kenmerk"):
        assert words in mail.body
    for name in ("Anna", "Jonas"):
        assert name not in mail.body


def test_the_other_administrators_are_a_second_pair_of_eyes(street, received):
    propose_measure(street.case_about(street.karin), "warning", by=street.anna, reason=WHY)
    assert "Een besluit in Vogelbuurt" in titles(received(street.ingrid))
    assert "Een besluit in Vogelbuurt" not in titles(received(street.anna))


def test_who_comes_back_hears_it(street, received, mailoutbox):
    case = street.case_about(street.karin)
    removal = agree(propose_measure(case, "removal", by=street.anna, reason=WHY), by=street.jonas)
    handle_due_lines()
    overturn(removal, by=street.eva)

    assert "Een besluit over u is teruggenomen" in titles(received(street.karin))
    assert any("teruggenomen" in mail.subject for mail in mailoutbox)
