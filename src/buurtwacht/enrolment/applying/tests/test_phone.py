# SPDX-License-Identifier: EUPL-1.2
"""Where this installation sends text messages, a mobile number is proven too."""

import re
from contextlib import suppress

import pytest

from buurtwacht.enrolment import limits
from buurtwacht.enrolment.applying import services
from buurtwacht.enrolment.applying.tests.support import CHANTAL, Texts, code_in, last_mail
from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.texting import can_text
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.ids import new_id
from buurtwacht.people.services import claim_code

CODE = "/aanmelden/vogelbuurt/bevestigen/"


@pytest.fixture(autouse=True)
def texts(settings):
    settings.CHANNELS = [*settings.CHANNELS, "buurtwacht.enrolment.applying.tests.support.Texts"]
    Texts.sent.clear()
    return Texts.sent


@pytest.fixture
def page(cast, client):
    """The page for the code, of Chantal who proved her mail address."""

    def begun(phone="06 12345678"):
        client.post("/aanmelden/vogelbuurt/", CHANTAL | {"phone": phone})
        return client.post(CODE, {"code": code_in(last_mail())}).headers["Location"]

    return begun


def test_the_code_goes_to_the_phone_when_it_is_asked_for(page, client, texts):
    url = page()
    assert url.endswith("/telefoon/")
    handle_due_lines()
    assert texts == []

    client.post(url, {"action": "send"})
    handle_due_lines()
    [(number, words)] = texts
    assert number == "+31612345678"
    assert client.post(url, {"code": "000000"}).status_code == 400
    assert client.post(url, {"code": re.search(r"\d{6}", words)[0]}).status_code == 302
    application = Application.objects.get()
    assert (application.status, application.phone_code) == ("confirmed", None)


def test_who_gets_no_text_goes_on_without_the_number(page, client):
    url = page("06 12340000")
    client.post(url, {"action": "send"})
    handle_due_lines()

    assert client.post(url, {"action": "skip"}).status_code == 302
    application = Application.objects.get()
    assert (application.status, application.phone, application.phone_fingerprint) == ("confirmed", "", "")


def test_a_landline_is_asked_for_nothing(page):
    assert "/telefoon/" not in page("020 5551234")
    assert Application.objects.get().phone == "+31205551234"


def test_nobody_is_texted_too_often(page, client, texts):
    url = page()
    application = Application.objects.get()
    for _try in range(limits.TEXTS.most + 3):
        client.post(url, {"action": "send"})
        handle_due_lines()
        sent = Application.objects.get(pk=application.pk).phone_code
        Application.objects.filter(pk=application.pk).update(phone_code=sent | {"sent_at": "2026-01-01T00:00:00+00:00"})

    assert len(texts) == limits.TEXTS.most


def test_who_changes_the_number_again_and_again_gets_no_more_messages(page, texts):
    """Somebody earns by messages to some numbers; one application costs eight of them at the most."""
    page()
    application = Application.objects.get()
    for number in range(20):
        application.phone, application.phone_code = f"+316123456{number:02}", None
        application.save()
        with suppress(DomainError):
            services.send_code(application, services.PHONE)
    handle_due_lines()

    asked = Line.objects.filter(action="application.code_made", facts__way="phone").count()
    assert asked == limits.TEXTS_ASKED.most == 8


def test_when_codes_may_cost_no_more_the_page_says_so_and_how_to_go_on(page, client, texts, settings, monkeypatch):
    monkeypatch.setattr(Texts, "price", lambda channel, message, address: 75, raising=False)
    settings.CODES_CEILING = 75
    claim_code("sms", "+31600000001", new_id())
    url = page()

    shown = client.post(url, {"action": "send"}, follow=True).content.decode()
    handle_due_lines()
    assert "Deze maand kunnen wij geen codes meer sturen" in shown
    assert "onderweg" not in shown
    assert texts == []
    assert Application.objects.get().phone_code is None
    assert client.post(url, {"action": "skip"}).status_code == 302
    assert Application.objects.get().status == "confirmed"


def test_both_pages_say_that_mobile_data_may_cost_something(page, client):
    assert "Mobiele data kunnen iets kosten" in client.get("/aanmelden/vogelbuurt/").content.decode()
    assert "mobiele data" in client.get(page()).content.decode()


def test_a_mobile_from_far_away_gets_no_code_and_its_owner_reads_why(client, cast, texts, settings):
    far = CHANTAL | {"phone": "+1 202 555 0143"}
    answer = client.post("/aanmelden/vogelbuurt/", far, follow=True)
    assert "sturen wij geen sms" in answer.content.decode()
    url = client.post(CODE, {"code": code_in(last_mail())}).headers["Location"]
    assert not url.endswith("/telefoon/")
    assert Application.objects.get().phone == "+12025550143"

    settings.SMS_COUNTRIES = ["*"]
    assert can_text("+32470123456")
    settings.SMS_COUNTRIES = ["NL"]
    assert not can_text("+32470123456")
