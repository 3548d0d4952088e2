# SPDX-License-Identifier: EUPL-1.2
"""Addresses that name a delivery, and nothing else."""

import re

import pytest

from buurtwacht.channels.contract import make_message
from buurtwacht.channels.email.addresses import Named, bounce_address, named_in, reply_address
from buurtwacht.channels.email.letter import letter

from .written import ANNA, REFERENCE

pytestmark = pytest.mark.usefixtures("replies")


def test_an_address_of_ours_names_its_delivery():
    assert named_in(f"Buurtwacht <{reply_address(REFERENCE)}>") == [Named("reply", REFERENCE)]
    assert named_in(bounce_address(REFERENCE)) == [Named("bounce", REFERENCE)]


def test_servers_on_the_way_may_change_capitals():
    assert named_in(reply_address(REFERENCE).upper()) == [Named("reply", REFERENCE)]


def test_it_is_short_enough_for_every_mail_server():
    assert len(reply_address(REFERENCE).partition("@")[0]) <= 64


def test_nobody_else_can_make_one():
    address = reply_address(REFERENCE)
    forged = address[:10] + ("a" if address[10] != "a" else "b") + address[11:]
    assert named_in(forged) == []
    assert named_in(address.replace("antwoord", "elders")) == []
    assert named_in("m+aaaa@antwoord.voorbeeld.example") == []


def test_an_answer_cannot_pass_for_a_letter_that_came_back():
    renamed = "b" + reply_address(REFERENCE)[1:]
    assert named_in(renamed) == [Named("reply", REFERENCE)]


def test_a_letter_can_be_answered_at_an_address_of_its_own():
    made = letter(make_message(reference=REFERENCE), ANNA)
    assert made.message()["Reply-To"] == reply_address(REFERENCE)
    assert made.from_email == bounce_address(REFERENCE)
    assert made.message()["From"] == "Buurtwacht <buurtwacht@buurtwacht.example>"
    assert "U kunt op deze mail antwoorden." in str(made.body)


@pytest.mark.parametrize("reference", ["", "letter-7"])
def test_a_letter_that_is_nobodys_delivery_cannot_be_answered(reference: str):
    made = letter(make_message(reference=reference), ANNA)
    assert made.message()["Reply-To"] is None
    assert "Antwoord niet op deze mail" in str(made.body)


def test_without_the_setting_no_letter_can_be_answered(settings):
    settings.MAIL_REPLY = settings.MAIL_BOUNCE = ""
    made = letter(make_message(reference=REFERENCE), ANNA)
    assert made.message()["Reply-To"] is None
    assert made.from_email == "Buurtwacht <buurtwacht@buurtwacht.example>"


def test_one_click_ends_letters_to_this_reader():
    made = letter(make_message(reference=REFERENCE), ANNA).message()
    assert re.fullmatch(r"<http://localhost:8000/kanaal/email/uit/[\w-]{43}/>", made["List-Unsubscribe"])
    assert made["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
