# SPDX-License-Identifier: EUPL-1.2
"""My phone: another way is added, put in its place, tested and removed."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.channels.base import Channel, DeliveryFailed, Doorway, Receipt
from buurtwacht.channels.registry import channels
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.phones import normalised_mobile
from buurtwacht.people.models import Connecting, ContactPoint
from buurtwacht.people.services import add_contact_point, ask_test, connect, finish_connecting, stop_channel

HTMX = {"HX-Request": "true"}


class Chat(Channel):
    kind, label = "telegram", "Telegram"

    def doorway(self, words):
        return Doorway(f"https://t.me/bot?start={words}", "@bot")


class Texts(Channel):
    kind, label = "sms", "SMS"
    sent, failing = [], None

    def normalise(self, address):
        return normalised_mobile(address)

    async def send(self, message, address):
        if self.failing:
            raise self.failing
        self.sent.append((address, message.body))
        return Receipt()


class Calls(Texts):
    kind, label = "voice", "Bellen"


class Room(Chat):
    kind, label, reaches = "telegram_group", "Telegram-groep", "room"


@pytest.fixture(autouse=True)
def these_channels(monkeypatch):
    for channel in (Chat(), Texts(), Calls(), Room()):
        monkeypatch.setitem(channels(), channel.kind, channel)
    monkeypatch.setattr(Texts, "sent", [])


@pytest.fixture
def client(bram, half_in):
    return half_in(bram)


def shown(client, path, **options):
    return client.get(path, **options).content.decode()


def code_on(page):
    return re.search(r"START-[2-9A-Z]{6}", page)[0]


def begin(client):
    client.post("/mijn/telefoon/erbij/telegram/begin/")
    return shown(client, "/mijn/telefoon/erbij/telegram/")


def test_only_ways_that_this_installation_has_are_offered(client):
    page = shown(client, "/mijn/telefoon/")
    assert "/mijn/telefoon/erbij/telegram/" in page
    for kind in ("whatsapp", "telegram_group", "email", "log", "pigeon"):
        assert f"erbij/{kind}/" not in page
        assert client.get(f"/mijn/telefoon/erbij/{kind}/").status_code == 404


def test_each_way_says_what_it_costs_and_who_can_read_along(client):
    page = shown(client, "/mijn/telefoon/erbij/telegram/")
    assert "Telegram kan deze berichten lezen" in page
    assert "Gratis voor u" in page
    assert not Connecting.objects.exists()  # looking is not asking


def test_the_code_stands_in_the_link_and_in_the_square_and_stays_on_loading_again(client):
    page = begin(client)
    code = code_on(page)
    assert f'href="https://t.me/bot?start={code}"' in page
    assert "<svg" in page
    assert "@bot" in page
    assert code_on(shown(client, "/mijn/telefoon/erbij/telegram/")) == code


def test_the_page_sees_by_itself_that_the_code_came_in(client, bram):
    code = code_on(begin(client))
    waiting = client.get("/mijn/telefoon/erbij/telegram/stand/", headers=HTMX)
    assert "every 3s" in waiting.content.decode()
    finish_connecting("telegram", code, "7")
    assert client.get("/mijn/telefoon/erbij/telegram/stand/", headers=HTMX)["HX-Redirect"] == "/mijn/telefoon/"
    page = shown(client, "/mijn/telefoon/")
    assert "Telegram is gekoppeld" in page
    assert "Gekoppeld" in page


def test_without_a_script_somebody_says_that_it_was_sent(client):
    code = code_on(begin(client))
    again = shown(client, "/mijn/telefoon/erbij/telegram/", data={"sent": "1"})
    assert "nog niet gezien" in again
    assert code in again
    finish_connecting("telegram", code, "7")
    assert client.get("/mijn/telefoon/erbij/telegram/?sent=1").url == "/mijn/telefoon/"
    assert client.get("/mijn/telefoon/erbij/telegram/stand/").url == "/mijn/telefoon/erbij/telegram/"


def test_a_code_of_yesterday_is_not_shown(client):
    begin(client)
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        assert "START-" not in shown(client, "/mijn/telefoon/erbij/telegram/")


def test_a_number_that_was_proven_before_is_used_with_one_tap(client, bram):
    add_contact_point(bram, "sms", "+31612345678", verified=True)
    assert "+31612345678" in shown(client, "/mijn/telefoon/erbij/voice/")
    given = {"address": "+31612345678", "proven": "1"}
    assert client.post("/mijn/telefoon/erbij/voice/adres/", given).url == "/mijn/telefoon/"
    point = ContactPoint.objects.get(channel="voice")
    assert (point.person, point.agreed_how, point.verified_at is None) == (bram, "number", False)
    assert "+31612345678" not in shown(client, "/mijn/telefoon/erbij/voice/")


def test_somebody_elses_number_is_not_used_with_one_tap(client, farid):
    add_contact_point(farid, "sms", "+31612345678", verified=True)
    answer = client.post("/mijn/telefoon/erbij/voice/adres/", {"address": "+31612345678", "proven": "1"})
    assert answer.status_code == 400
    assert not ContactPoint.objects.filter(channel="voice").exists()


def test_a_new_number_is_proven_by_the_code_that_went_there(client, bram):
    assert client.post("/mijn/telefoon/erbij/sms/adres/", {"address": "06 12345678"}).status_code == 302
    handle_due_lines()
    [(number, words)] = Texts.sent
    assert number == "+31612345678"
    code = re.search(r"\b\d{6}\b", words)[0]
    assert not Connecting.objects.get().to_send  # sent, so no longer kept
    assert "06 12345678" in shown(client, "/mijn/telefoon/erbij/sms/")
    wrong = client.post("/mijn/telefoon/erbij/sms/code/", {"code": f"{(int(code) + 1) % 10**6:06}"})
    assert wrong.status_code == 400
    assert client.post("/mijn/telefoon/erbij/sms/code/", {"code": f" {code[:3]} {code[3:]}"}).status_code == 302
    point = ContactPoint.objects.get(channel="sms")
    assert (point.person, point.address, point.agreed_how) == (bram, "+31612345678", "text")
    facts = str(Line.objects.values_list("facts", flat=True))
    assert code not in facts
    assert "612345678" not in facts


def test_a_voice_says_the_digits_one_by_one(client):
    client.post("/mijn/telefoon/erbij/voice/adres/", {"address": "06 12345678"})
    handle_due_lines()
    assert re.search(r"(\d, ){5}\d", Texts.sent[0][1])


def test_after_five_wrong_codes_the_right_one_is_refused_too(client):
    client.post("/mijn/telefoon/erbij/sms/adres/", {"address": "06 12345678"})
    handle_due_lines()
    code = re.search(r"\b\d{6}\b", Texts.sent[0][1])[0]
    for _time in range(5):
        client.post("/mijn/telefoon/erbij/sms/code/", {"code": f"{(int(code) + 1) % 10**6:06}"})
    page = client.post("/mijn/telefoon/erbij/sms/code/", {"code": code}).content.decode()
    assert "te vaak" in page
    assert not ContactPoint.objects.filter(channel="sms").exists()


def test_a_code_that_is_too_old_is_refused(client):
    client.post("/mijn/telefoon/erbij/sms/adres/", {"address": "06 12345678"})
    handle_due_lines()
    code = re.search(r"\b\d{6}\b", Texts.sent[0][1])[0]
    with time_machine.travel(timezone.now() + timedelta(minutes=31)):
        assert client.post("/mijn/telefoon/erbij/sms/code/", {"code": code}).status_code == 400


def test_nobody_has_us_fill_a_phone_with_codes(client):
    answers = []
    for minute in range(8):
        with time_machine.travel(timezone.now() + timedelta(minutes=2 * minute)):
            client.post("/mijn/telefoon/erbij/sms/code/", {"other": "1"})
            answers.append(client.post("/mijn/telefoon/erbij/sms/adres/", {"address": "06 12345678"}).status_code)
            handle_due_lines()
    assert answers == [302] * 4 + [400] * 4
    assert len(Texts.sent) == 4


def test_not_twice_within_a_minute(client):
    client.post("/mijn/telefoon/erbij/sms/adres/", {"address": "06 12345678"})
    assert client.post("/mijn/telefoon/erbij/sms/adres/", {"address": "06 12345679"}).status_code == 400


@pytest.mark.parametrize("given", ["", "020 5551234", "x", "06", "\x00", "1" * 600])
def test_what_is_no_number_is_said_with_a_sentence(client, given):
    answer = client.post("/mijn/telefoon/erbij/sms/adres/", {"address": given})
    assert answer.status_code == 400
    assert "bw-error" in answer.content.decode()


def test_a_number_that_takes_nothing_is_not_tried_for_ever(client, monkeypatch):
    monkeypatch.setattr(Texts, "failing", DeliveryFailed("no such number", permanent=True))
    client.post("/mijn/telefoon/erbij/sms/adres/", {"address": "06 12345678"})
    handle_due_lines()
    assert not Line.objects.filter(action="contact_point.code_made", handled_at=None).exists()


def test_the_order_is_the_members_own(client, bram):
    push, mail = add_contact_point(bram, "telegram", "7", verified=True), add_contact_point(bram, "email", bram.email)
    page = shown(client, "/mijn/telefoon/volgorde/")
    assert "Na 20 seconden" in page
    assert client.post("/mijn/telefoon/volgorde/", {"telegram": "2", "email": "off"}).status_code == 302
    push.refresh_from_db(), mail.refresh_from_db()
    assert (push.step, push.is_on, mail.is_on) == (2, True, False)
    client.post("/mijn/telefoon/volgorde/", {"telegram": "", "email": "0"})
    push.refresh_from_db(), mail.refresh_from_db()
    assert (push.step, mail.step, mail.is_on) == (None, 0, True)


def test_somebody_stays_reachable(client, bram):
    ContactPoint.objects.filter(person=bram).delete()
    add_contact_point(bram, "telegram", "7", verified=True)
    answer = client.post("/mijn/telefoon/volgorde/", {"telegram": "off"})
    assert answer.status_code == 400
    assert "helemaal niet" in answer.content.decode()
    assert client.post("/mijn/telefoon/volgorde/", {"telegram": "7"}).status_code == 400


def test_one_way_is_tested_alone(client, bram):
    point = add_contact_point(bram, "telegram", "7", verified=True)
    assert client.post(f"/mijn/telefoon/{point.pk}/proef/").status_code == 302
    [line] = Line.objects.filter(action="contact_point.asked_test")
    assert line.subject_id == point.pk
    assert client.post(f"/mijn/telefoon/{point.pk}/proef/").status_code == 400  # once a minute
    assert client.post(f"/mijn/telefoon/{uuid4()}/proef/").status_code == 404


def test_nobody_runs_up_a_bill_with_tests(bram):
    point = add_contact_point(bram, "telegram", "7", verified=True)
    for minutes in range(20):
        with time_machine.travel(timezone.now() + timedelta(minutes=2 * minutes + 2)):
            ask_test(bram, only=point)
    with time_machine.travel(timezone.now() + timedelta(hours=2)), pytest.raises(DomainError, match="morgen"):
        ask_test(bram, only=point)
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        assert ask_test(bram, only=point)


def test_a_way_of_somebody_else_is_not_mine(client, farid):
    point = add_contact_point(farid, "telegram", "8", verified=True)
    assert client.post(f"/mijn/telefoon/{point.pk}/proef/").status_code == 404
    assert client.post(f"/mijn/apparaten/{point.pk}/vergeten/").status_code == 404


def test_who_wrote_stop_sees_that_and_can_take_it_back(client, bram):
    point = stop_channel(connect(bram, "telegram", "7", how="code"))
    assert "STOP" in shown(client, "/mijn/telefoon/")
    client.post(f"/mijn/telefoon/{point.pk}/", {"on": "yes"})
    point.refresh_from_db()
    assert (point.is_on, point.stopped_at) == (True, None)


def test_numbers_that_only_machines_know_are_not_shown(client, bram):
    connect(bram, "telegram", "7001234", "", how="code")
    connect(bram, "sms", "+31612345678", how="number")
    page = shown(client, "/mijn/telefoon/")
    assert "7001234" not in page
    assert "06 12345678" in page


def test_who_gets_text_messages_is_not_told_to_get_nothing(client, bram):
    add_contact_point(bram, "sms", "+31612345678", verified=True)
    page = shown(client, "/mijn/telefoon/")
    assert "Uw telefoon krijgt nog geen meldingen" not in page
    assert "U krijgt meldingen, maar nog niet in de app" in page
    assert "12345678." not in page
