# SPDX-License-Identifier: EUPL-1.2
"""Our templates: complete, narrow, and such that Meta takes them."""

import json
import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from buurtwacht.channels.base import Gist
from buurtwacht.channels.contract import make_message
from buurtwacht.channels.whatsapp.channel import WhatsAppChannel
from buurtwacht.channels.whatsapp.forms import forms, spoken
from buurtwacht.channels.whatsapp.links import chat_link
from buurtwacht.channels.whatsapp.prices import price_of

EVERY = [(form, language) for form in forms().values() for language in form.wordings]
LANGUAGES = ["nl", "fr", "de", "en"]
PROMISES = ("garantie", "aanbieding", "korting", "promo", "Angebot", "offer", "!")


def test_there_is_one_for_every_kind_of_news():
    kinds = Gist.__annotations__["kind"].__args__
    assert sorted(forms()) == sorted(kinds)


@pytest.mark.parametrize(("form", "language"), EVERY)
def test_it_is_complete(form, language):
    wording = form.wordings[language]
    assert list(form.wordings) == LANGUAGES
    gaps = re.findall(r"\{\{(\d+)\}\}", wording.body)
    assert gaps == [str(place) for place in range(1, len(form.gaps) + 1)]
    assert len(wording.example) == len(form.gaps)
    assert set(wording.empty) == set(form.gaps) - {"number"}
    assert set(wording.buttons) == set(form.buttons)
    assert all(len(title) <= 25 for title in wording.buttons.values())
    assert 30 <= form.lifetime <= 12 * 3600


@pytest.mark.parametrize(("form", "language"), EVERY)
def test_it_says_whom_to_call_and_promises_nothing(form, language):
    """WhatsApp is no way to the emergency services, and its terms say so."""
    wording = form.wordings[language]
    assert "number" in form.gaps
    call = {"nl": "Bel {{", "fr": "Appelez le {{", "de": "Rufen Sie {{", "en": "Call {{"}[language]
    assert f"{call}{form.gaps.index('number') + 1}}}" in wording.body
    assert not any(word in wording.body + wording.footer for word in PROMISES)
    assert "STOP" in wording.footer


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_alarm_says_that_an_answer_does_not_reach_the_police(language):
    for kind in ("alarm", "update"):
        body = forms()[kind].wordings[language].body
        assert re.search("politie|police|Polizei", body)


def test_who_speaks_dutch_in_belgium_reads_dutch():
    assert (spoken("nl-be"), spoken("fr"), spoken("pl")) == ("nl", "fr", "nl")


def test_meta_takes_all_of_them_and_the_operator_sees_how_they_stand(meta, settings):
    out = StringIO()
    with pytest.raises(CommandError, match="Not every template"):
        call_command("whatsapp", "templates", "--submit", stdout=out)
    assert len(meta.templates) == len(EVERY)
    assert out.getvalue().count("PENDING") == 2 * len(EVERY)
    for template in meta.templates:
        template.approve()
    call_command("whatsapp", "templates", stdout=out)
    meta.templates[0].turn_into("MARKETING")
    with pytest.raises(CommandError):
        call_command("whatsapp", "templates", stdout=StringIO())


def test_submitting_twice_asks_nothing(meta):
    for _ in range(2):
        with pytest.raises(CommandError):
            call_command("whatsapp", "templates", "--submit", stdout=StringIO())
    assert len(meta.templates) == len(EVERY)


def test_what_is_asked_can_be_printed_without_meta(settings):
    out = StringIO()
    call_command("whatsapp", "templates", "--json", stdout=out)
    found = json.loads(out.getvalue())
    assert len(found) == len(EVERY)
    assert found[0]["components"][-1]["buttons"][-1]["url"] == "https://buurtwacht.example/{{1}}"


def test_a_refused_template_says_why(meta, monkeypatch):
    meta.told_later.clear()
    monkeypatch.setattr("buurtwacht.channels.whatsapp.forms.CATEGORY", "SHOUTING")
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("whatsapp", "templates", "--submit", stdout=out)
    assert "100: we asked something wrong" in out.getvalue()


def test_the_check_finds_nothing_wrong(db, meta, approved, settings):
    out = StringIO()
    call_command("whatsapp", "check", stdout=out)
    assert "https://buurtwacht.example/kanaal/whatsapp" in out.getvalue()
    assert "All is well." in out.getvalue()


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (lambda meta, settings: setattr(settings, "WHATSAPP_DAILY_LIMIT", 10_000), "Meta allows 2000 people a day"),
        (lambda meta, settings: setattr(settings, "WHATSAPP_PER_SECOND", 500), "Meta allows 80 messages a second"),
        (lambda meta, settings: setattr(meta, "is_subscribed", False), "No app is subscribed"),
        (lambda meta, settings: meta.templates[0].pause(), "is PAUSED"),
        (lambda meta, settings: setattr(settings, "WHATSAPP_APP_SECRET", ""), "APP_SECRET is empty"),
        (lambda meta, settings: meta.revoke_token(), "Meta did not answer as it should: 190"),
    ],
)
def test_the_check_says_what_is_wrong(db, meta, approved, settings, trouble, sentence):
    trouble(meta, settings)
    out = StringIO()
    with pytest.raises(CommandError) as told:
        call_command("whatsapp", "check", stdout=out)
    assert sentence in out.getvalue() + str(told.value)


def test_a_link_opens_a_chat_with_the_code_filled_in(settings):
    assert chat_link("START-7K2M9Q") == "https://wa.me/31201234567?text=START-7K2M9Q"
    assert chat_link() == "https://wa.me/31201234567"
    doorway = WhatsAppChannel().doorway("START-7K2M9Q")
    assert (doorway.link, doorway.to) == (chat_link("START-7K2M9Q"), "+31201234567")
    settings.WHATSAPP_NUMBER = ""
    assert chat_link("x") == ""
    assert WhatsAppChannel().doorway("x") is None


@pytest.mark.parametrize(
    ("address", "price"),
    [("+31612345678", 50), ("+32470123456", 55), ("+4915112345678", 55), ("BE.123", 55), ("NL.123", 50), ("x", 55)],
)
def test_a_form_has_the_price_of_its_country(settings, address, price):
    settings.WHATSAPP_PRICES = "nl=50"
    assert price_of(address) == price


def test_what_we_say_within_the_window_costs_nothing(send, channel, anna, book):
    assert channel.price(make_message(), "+31612345678") == 55
    assert channel.price(make_message(said=True), "+31612345678") == 0
    anna.says("Hallo")
    book.note_heard("whatsapp", ["+31612345678"], timezone.now())
    send()
    assert channel.price(make_message(), "+31612345678") == 0
