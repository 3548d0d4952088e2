# SPDX-License-Identifier: EUPL-1.2
"""A stranger learns nothing about who applied or who takes part, and fills nobody's mailbox."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from buurtwacht.enrolment import limits
from buurtwacht.enrolment.applying.tests.support import CHANTAL, code_in, last_mail, link_in
from buurtwacht.enrolment.models import Application
from buurtwacht.journal.services import handle_due_lines

FORM = "/aanmelden/vogelbuurt/"
CODE = "/aanmelden/vogelbuurt/bevestigen/"


def plain(page) -> str:
    """A page without what differs at every visit."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"|"X-CSRFToken": "[^"]*"', "", page.content.decode())


def seen_by_stranger(email: str) -> list[tuple[int, str, str]]:
    """Everything that the site answers to somebody who tries this address."""
    client, seen = Client(), []
    for method, url, data in (
        ("post", FORM, CHANTAL | {"email": email}),
        ("get", CODE, {}),
        *[("post", CODE, {"code": "000000"})] * 6,
        ("post", f"{CODE}opnieuw/", {}),
        ("get", CODE, {}),
        ("get", FORM, {}),
    ):
        page = getattr(client, method)(url, data)
        seen.append((page.status_code, page.headers.get("Location", ""), plain(page).replace(email, "@")))
    return seen


def test_an_address_that_is_known_looks_like_any_other(cast, apply_to):
    applied = apply_to(cast.group, "Ans")

    unknown = seen_by_stranger("nobody.at.all@voorbeeld.example")

    assert seen_by_stranger(cast.bram.email) == unknown
    assert seen_by_stranger(applied.email) == unknown
    assert Application.objects.exclude(pk=applied.pk).count() == 1


def test_its_owner_gets_a_mail_that_says_what_to_do(cast, apply_to):
    applied = apply_to(cast.group, "Ans")

    Client().post(FORM, CHANTAL | {"email": applied.email.upper()})
    letter = last_mail()
    assert letter.to == [applied.email]
    assert Client().get(link_in(letter)).status_code == 200

    Client().post(FORM, CHANTAL | {"email": cast.bram.email})
    letter = last_mail()
    assert letter.to == [cast.bram.email]
    assert link_in(letter) == "/inloggen/"


def test_whoever_fills_in_somebody_elses_address_sees_nothing_of_them(cast, client):
    """The stranger's application is replaced as soon as the owner applies; its code and its page lead nowhere."""
    stranger = Client()
    stranger.post(FORM, CHANTAL | {"first_name": "Stranger"})
    client.post(FORM, CHANTAL)
    code = code_in(last_mail())

    assert stranger.post(CODE, {"code": code}).status_code == 400
    assert client.post(CODE, {"code": code}).status_code == 302
    assert stranger.post(CODE, {"code": code}).status_code == 400
    assert Application.objects.get(status="confirmed").first_name == "Chantal"


def test_a_code_is_refused_when_it_is_old_used_or_tried_too_often(cast, client):
    client.post(FORM, CHANTAL)
    code = code_in(last_mail())

    with time_machine.travel(timezone.now() + timedelta(minutes=31)):
        assert client.post(CODE, {"code": code}).status_code == 400
    for _try in range(5):
        client.post(CODE, {"code": "999999" if code != "999999" else "000000"})
    assert client.post(CODE, {"code": code}).status_code == 400

    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        client.post(f"{CODE}opnieuw/")
        fresh = code_in(last_mail())
        assert client.post(CODE, {"code": fresh}).status_code == 302
        assert client.post(CODE, {"code": fresh}).headers["Location"] == FORM


def test_a_mailbox_is_not_filled_through_us(cast):
    for _try in range(limits.MAILS.most + 3):
        Client().post(FORM, CHANTAL)
        handle_due_lines()

    assert len(mail.outbox) == limits.MAILS.most


def test_one_network_address_does_not_fill_a_group(cast):
    answers = [
        Client().post(FORM, CHANTAL | {"email": f"number{number}@voorbeeld.example"}).status_code
        for number in range(limits.FORMS.most + 2)
    ]

    assert answers == [302] * limits.FORMS.most + [429] * 2


def test_a_page_of_an_application_cannot_be_guessed(cast, apply_to, client):
    application = apply_to(cast.group)

    for token in (str(application.pk), "x", "A" * 43, "%00"):
        for page in ("", "gegevens/", "stoppen/", "telefoon/", "bevestigen/"):
            assert client.get(f"/aanmelding/{token}/{page}").status_code == 404


@pytest.mark.parametrize(
    "name", ["Win op www.prijs.nl", "https://prijs.example", "prijs.example", "Bel iemand@prijs.example", "prijs.nl/u"]
)
def test_a_name_is_no_advertisement_to_somebody_else(cast, client, name):
    """The mail with the code goes to whatever address somebody fills in, and begins with the name."""
    assert client.post(FORM, CHANTAL | {"first_name": name}).status_code == 400
    handle_due_lines()
    assert mail.outbox == []


@pytest.mark.parametrize("name", ["J.P.", "Anne-Marie", "d’Hont", "St.Jan", "Ö. van ’t Zand", "A.B.C. de Boer jr."])
def test_names_of_people_are_names(cast, client, name):
    assert client.post(FORM, CHANTAL | {"family_name": name}).status_code == 302


def test_a_long_mail_address_is_kept_whole(cast, client):
    """A shortened one may be somebody else's."""
    address = f"chantal.{'v' * 56}@{'voorbeeld.' * 5}example"
    client.post(FORM, CHANTAL | {"email": address})
    handle_due_lines()

    assert mail.outbox[-1].to == [address]
