# SPDX-License-Identifier: EUPL-1.2
"""What any provider with a web hook hands us, as the settings describe it."""

import json

import pytest

from buurtwacht.channels.contract import TAKEN_IN_AT, ReceiverContract
from buurtwacht.channels.inbound import Heard, Progress, Raw, Refused
from buurtwacht.channels.sms.channel import SmsChannel, SmsReceiver

NUMBER = "+31612345678"
SECRET = "a-secret-of-20-signs"
SAID = {"message": {"id": "m1", "sender": "31612345678", "body": "Ik kijk mee"}}
BECAME = {"id": "m7", "ours": "r7", "status": "delivered"}


@pytest.fixture(autouse=True)
def provider_settings(settings):
    settings.SMS_DRIVER, settings.SMS_URL = "http", "https://sms.example/"
    settings.SMS_SECRET, settings.SMS_SECRET_HEADER = SECRET, ""
    settings.SMS_INCOMING = '{"id": "message.id", "from": "message.sender", "text": "message.body"}'
    settings.SMS_RECEIPT = '{"id": "id", "reference": "ours", "status": "status", "reason": "error"}'
    return settings


def raw(told: object = SAID, **changes) -> Raw:
    body = told if isinstance(told, bytes) else json.dumps(told).encode()
    return Raw(**({"body": body, "rest": SECRET, "at": TAKEN_IN_AT} | changes))


def events(told: object = SAID, **changes) -> list:
    return list(SmsReceiver().read(raw(told, **changes)))


class TestSmsReceiver(ReceiverContract):
    receiver = SmsReceiver
    genuine = raw()
    forged = raw(rest="a-secret-of-20-signt")


@pytest.mark.parametrize("rest", ["", "x", SECRET + "/more", SECRET.upper(), "é"])
def test_who_does_not_know_the_secret_is_refused(rest):
    with pytest.raises(Refused):
        SmsReceiver().greet(raw(rest=rest))


def test_the_secret_may_stand_in_a_header(settings):
    settings.SMS_SECRET_HEADER = "X-Webhook-Secret"
    assert SmsReceiver().greet(raw(rest="", headers={"x-webhook-secret": SECRET})).status == 200
    with pytest.raises(Refused):
        SmsReceiver().greet(raw())


def test_without_a_secret_nobody_is_heard(settings):
    settings.SMS_SECRET = ""
    with pytest.raises(Refused):
        SmsReceiver().greet(raw(rest=""))


def test_a_driver_that_takes_nothing_in_refuses(settings):
    settings.SMS_DRIVER = "buurtwacht.channels.sms.driver.Driver"
    with pytest.raises(Refused):
        SmsReceiver().greet(raw())
    assert events() == []


@pytest.mark.parametrize("sender", ["31612345678", "+31612345678", "0031612345678", "06 12345678", "tel:+31612345678"])
def test_a_sender_has_one_spelling(sender):
    assert events({"message": {"id": "m1", "sender": sender, "body": "Ja"}}) == [
        Heard(id="m1", sender=NUMBER, at=TAKEN_IN_AT, text="Ja")
    ]


@pytest.mark.parametrize("sender", ["INFO", "3655", "", "+1", None, {"a": 1}, "31612345678901234567"])
def test_who_cannot_be_answered_is_not_heard(sender):
    assert events({"message": {"id": "m1", "sender": sender, "body": "Koop nu"}}) == []


def test_a_list_is_heard_one_by_one(settings):
    settings.SMS_INCOMING = '{"each": "all.0", "id": "id", "from": "from", "text": "text"}'
    told = {"all": [[{"id": 1, "from": "31612345678", "text": "a"}, {"id": 2, "from": "31612345678", "text": "b"}, 7]]}
    assert [(one.id, one.text) for one in events(told)] == [("1", "a"), ("2", "b")]


@pytest.mark.parametrize("how", ["form", "query"])
def test_a_form_is_as_good_as_json(settings, how):
    settings.SMS_INCOMING = '{"from": "originator", "text": "body"}'
    form = "originator=%2B31612345678&body=%C3%A9%C3%A9n+%26+twee"
    [heard] = events(form.encode()) if how == "form" else events(b"", method="GET", query=form)
    assert (heard.sender, heard.text) == (NUMBER, "één & twee")


def test_what_has_no_name_gets_one_that_stays(settings):
    settings.SMS_INCOMING = '{"from": "message.sender", "text": "message.body"}'
    [first], [again] = events(), events()
    [other] = events({"message": SAID["message"] | {"body": "Iets anders"}})
    assert first.id == again.id != other.id


@pytest.mark.parametrize(
    ("status", "state"), [("delivered", "shown"), ("DELIVRD", "shown"), ("failed", "failed"), ("EXPIRED", "failed")]
)
def test_a_receipt_says_what_became_of_a_message(status, state):
    [event] = events(BECAME | {"status": status, "error": "E-7"})
    assert event == Progress(state=state, at=TAKEN_IN_AT, provider_id="m7", reference="r7", reason="E-7")


@pytest.mark.parametrize("status", ["sent", "buffered", "", "Delivered to Anna"])
def test_nothing_certain_is_no_news(status):
    assert events(BECAME | {"status": status}) == []


def test_a_reason_holds_nothing_about_anybody():
    [event] = events(BECAME | {"status": "failed", "error": "+31612345678 is off"})
    assert event.reason == "(unreadable)"


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SMS_SECRET", "short", "at least 16 signs"),
        ("SMS_INCOMING", "{", "BUURTWACHT_SMS_INCOMING must be JSON"),
        ("SMS_INCOMING", '["id"]', "BUURTWACHT_SMS_INCOMING must be JSON"),
        ("SMS_RECEIPT", '{"form": "x"}', "BUURTWACHT_SMS_RECEIPT must be JSON"),
        ("SMS_RECEIPT", '{"id": 7}', "BUURTWACHT_SMS_RECEIPT must be JSON"),
    ],
)
def test_a_wrong_setting_is_said_to_the_operator(settings, name, value, sentence):
    setattr(settings, name, value)
    [problem] = SmsChannel().problems()
    assert sentence in problem
