# SPDX-License-Identifier: EUPL-1.2
import asyncio

import pytest

from buurtwacht.channels.base import DeliveryFailed, Outcome, Receipt
from buurtwacht.channels.contract import LINK, TAKEN_IN_AT, ChannelContract, ReceiverContract, make_message
from buurtwacht.channels.inbound import Heard, Progress, Raw
from buurtwacht.channels.sms.channel import SmsChannel, SmsReceiver
from buurtwacht.testing.peers.answering import HANG_UP, SILENCE, Answering, Provider, answer
from buurtwacht.testing.peers.twilio import ACCOUNT, TOKEN, TwilioLike, callback

NUMBER = "+31612345678"
HERE = "https://buurtwacht.example/kanaal/sms"


@pytest.fixture(autouse=True)
def account(settings):
    settings.SMS_DRIVER, settings.SMS_FROM = "twilio", "+3197010123456"
    settings.TWILIO_ACCOUNT, settings.TWILIO_TOKEN = ACCOUNT, TOKEN
    settings.SITE_URL = "https://buurtwacht.example"
    return settings


def send(provider, settings, **changes) -> Outcome:
    settings.TWILIO_URL = provider.url

    async def whole() -> list[Outcome]:
        channel = SmsChannel()
        try:
            return await channel.send_many([(make_message(**changes), NUMBER)])
        finally:
            await channel.close()

    return asyncio.run(whole())[0]


def told(rest: str = "", **form: str) -> Raw:
    sent = callback(HERE + (f"/{rest}" if rest else ""), **form)
    return Raw(body=sent.body, headers=sent.headers, rest=rest, at=TAKEN_IN_AT)


class TestTwilioSms(ChannelContract):
    channel = SmsChannel
    address = NUMBER
    nonsense = "020 5551234"


class TestTwilioReceiver(ReceiverContract):
    receiver = SmsReceiver
    genuine = told(MessageSid="SM1", From=NUMBER, To="+3197010123456", Body="Ik kijk mee", NumMedia="0")
    forged = Raw(body=genuine.body, headers={"x-twilio-signature": "bm8="})


def test_a_message_is_asked_for_as_they_document_it(settings):
    with TwilioLike() as provider:
        outcome = send(provider, settings, reference="r7")
    [asked] = provider.asked
    assert outcome == Receipt(asked.sid)
    assert asked.form | {"Body": ""} == {
        "To": NUMBER,
        "From": "+3197010123456",
        "Body": "",
        "ValidityPeriod": "900",
        "StatusCallback": f"{HERE}/stand/r7",
    }
    assert LINK in asked.form["Body"]


def test_a_messaging_service_chooses_the_sender(settings):
    settings.SMS_FROM = "MG" + "0" * 32
    with TwilioLike() as provider:
        send(provider, settings, ttl=999_999)
    form = provider.asked[0].form
    assert (form["MessagingServiceSid"], form["ValidityPeriod"], "From" in form) == (settings.SMS_FROM, "36000", False)
    assert SmsChannel().problems() == []


@pytest.mark.parametrize(
    ("code", "permanent", "rest", "reason"),
    [
        (21211, True, None, "400: code 21211"),
        (21610, True, None, "400: code 21610"),
        (21608, False, None, "400: code 21608"),
        (20003, False, None, "401: code 20003"),
        (20429, False, 3.0, "429: code 20429"),
        (20500, False, None, "500: code 20500"),
    ],
    ids=["wrong number", "said stop", "our mistake", "our password", "too fast", "their trouble"],
)
def test_what_a_no_means(settings, code, permanent, rest, reason):
    with TwilioLike(code) as provider:
        failure = send(provider, settings)
    assert isinstance(failure, DeliveryFailed)
    assert (failure.permanent, failure.gone, failure.retry_after) == (permanent, False, rest)
    assert failure.reason == reason


@pytest.mark.parametrize(
    ("answering", "unknown"),
    [(HANG_UP, True), (SILENCE, True), (answer(404), False), (answer(502, b"<html>"), False)],
    ids=["hang up", "silence", "not there", "a proxy"],
)
def test_trouble_is_tried_again(settings, answering: Answering, unknown: bool):
    settings.SMS_TIMEOUT = 0.5 if answering is SILENCE else settings.SMS_TIMEOUT
    with Provider(answering) as provider:
        failure = send(provider, settings)
    assert isinstance(failure, DeliveryFailed)
    assert (failure.permanent, failure.gone, failure.unknown) == (False, False, unknown)


def test_a_wrong_secret_is_said_and_switches_off_no_phone(settings):
    settings.TWILIO_TOKEN = "another"
    with TwilioLike() as provider:
        failure = send(provider, settings)
    assert isinstance(failure, DeliveryFailed)
    assert (failure.permanent, failure.reason) == (False, "401: code 20003")


def test_somebody_says_something():
    [heard] = SmsReceiver().read(told(MessageSid="SM1", From=NUMBER, Body="één"))
    assert heard == Heard(id="SM1", sender=NUMBER, at=TAKEN_IN_AT, text="één")


def test_who_has_no_number_is_not_heard():
    assert list(SmsReceiver().read(told(MessageSid="SM1", From="INFO", Body="Koop nu"))) == []


def test_the_answer_at_once_is_empty():
    reply = SmsReceiver().greet(told(MessageSid="SM1", From=NUMBER, Body="Hallo"))
    assert (reply.body, reply.content_type) == (
        b'<?xml version="1.0" encoding="UTF-8"?><Response/>',
        "text/xml; charset=utf-8",
    )


@pytest.mark.parametrize(
    ("status", "code", "state"),
    [
        ("delivered", "", "shown"),
        ("undelivered", "30003", "failed"),
        ("failed", "30005", "failed"),
        ("read", "", "seen"),
    ],
)
def test_what_became_of_it(status, code, state):
    [event] = SmsReceiver().read(told("stand/r7", MessageSid="SM1", MessageStatus=status, ErrorCode=code))
    assert event == Progress(state=state, at=TAKEN_IN_AT, provider_id="SM1", reference="r7", reason=code)


def test_on_its_way_is_no_news():
    for status in ("queued", "sending", "sent", "accepted", "nonsense"):
        assert list(SmsReceiver().read(told("stand/r7", MessageSid="SM1", MessageStatus=status))) == []
