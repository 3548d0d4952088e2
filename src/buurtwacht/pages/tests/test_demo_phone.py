# SPDX-License-Identifier: EUPL-1.2
"""In the demo a visitor holds a neighbour's phone and texts with the program."""

import pytest
from django.test import Client

from buurtwacht.channels.base import Message
from buurtwacht.delivery.inbox import hearing
from buurtwacht.delivery.inbox.handling import handle_incoming
from buurtwacht.pages.demo.people import WITH_PHONE
from buurtwacht.pages.demo.text_messages import keep_text, say
from buurtwacht.people.services import create_person

ILSE = next(player for player in WITH_PHONE if player.key == "ilse")
URL = "/demo/telefoon/ilse/"


@pytest.fixture
def demo(db, settings):
    settings.DEMO = True
    settings.CHANNELS = [*settings.CHANNELS, "buurtwacht.pages.demo.text_messages.DemoTextMessages"]
    return create_person(email=ILSE.email, first_name="Ilse")


@pytest.fixture
def heard(monkeypatch):
    said = []
    monkeypatch.setattr(hearing, "_ears", [lambda kind, event: said.append((kind, event))])
    return said


def test_what_a_visitor_texts_comes_in_as_from_a_provider(demo, heard):
    answer = Client().post(f"{URL}sturen/", {"text": " 112 gebeld "}, follow=True)
    assert "112 gebeld" in answer.content.decode()
    handle_incoming()
    [(kind, event)] = heard
    assert (kind, event.sender, event.text) == ("sms", ILSE.phone, "112 gebeld")


def test_an_empty_text_is_not_sent(demo, heard):
    Client().post(f"{URL}sturen/", {"text": "  "})
    handle_incoming()
    assert heard == []


def test_only_the_texts_are_asked_for_again(demo):
    keep_text(Message(title="112 gebeld 21:14", body="Blijf binnen.", url=""), ILSE.phone)
    part = Client().get(URL, headers={"HX-Request": "true"}).content.decode()
    assert "Blijf binnen." in part
    assert "<html" not in part


def test_nobody_outside_hands_in_a_text(demo):
    assert Client().post("/kanaal/sms", b"{}", content_type="application/json").status_code == 403


def test_who_has_no_phone_is_not_there(demo):
    assert Client().get("/demo/telefoon/bram/").status_code == 404


def test_outside_the_demo_there_is_no_phone(demo, settings):
    settings.DEMO = False
    assert Client().get(URL).status_code == 404


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_phone_looks_well(settings, seen_well):
    settings.DEMO = True
    create_person(email=ILSE.email, first_name="Ilse")
    keep_text(Message(title="112 gebeld 21:14. Vogelbuurt", body="Er wordt aan poorten gevoeld.", url=""), ILSE.phone)
    say(ILSE.phone, "Ik kijk mee vanuit huis")
    seen_well(URL, name="demotelefoon")
    seen_well("/demo/", name="demo")
