# SPDX-License-Identifier: EUPL-1.2
"""Text messages from promise to receipt, with a provider on this machine that has bad days."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.channels.inbound import Heard
from buurtwacht.channels.sms.channel import SmsChannel
from buurtwacht.delivery.inbox import hearing
from buurtwacht.delivery.inbox.handling import handle_incoming
from buurtwacht.delivery.models import Delivery, Incoming, Intent
from buurtwacht.testing.peers.twilio import ACCOUNT, TOKEN, TwilioLike, callback

State = Delivery.State
NUMBER = "+31612345678"
HERE = "https://buurtwacht.example/kanaal/sms"


@pytest.fixture
def provider(crier, settings):
    with TwilioLike() as provider:
        settings.SMS_DRIVER, settings.SMS_FROM, settings.SMS_PRICE = "twilio", "+3197010123456", 75
        settings.TWILIO_URL, settings.TWILIO_ACCOUNT, settings.TWILIO_TOKEN = provider.url, ACCOUNT, TOKEN
        settings.SITE_URL = "https://buurtwacht.example"
        settings.CHANNELS = [*settings.CHANNELS, "buurtwacht.channels.sms.channel.SmsChannel"]
        crier.channels["sms"] = SmsChannel()
        yield provider


@pytest.fixture
def heard(monkeypatch):
    said: list[Heard] = []
    monkeypatch.setattr(hearing, "_ears", [lambda kind, event: said.append(event)])
    return said


@pytest.fixture
def tell(client):
    """The provider calls us; the answer is the HTTP status."""

    def call(rest: str = "", *, token: str = TOKEN, **form: str) -> int:
        sent = callback(HERE + rest, token, **form)
        path = f"/kanaal/sms{rest}"
        kind = "application/x-www-form-urlencoded"
        answer = client.post(path, sent.body, content_type=kind, headers={"X-Twilio-Signature": sent.signature})
        return answer.status_code

    return call


def handed_over(crier) -> Delivery:
    crier.tells(NUMBER, channel="sms")
    intent = crier.promise(priority=1)
    crier.deliver()
    return Delivery.objects.get(intent_id=intent.pk)


def test_what_it_cost_is_on_record(crier, provider):
    delivery = handed_over(crier)
    assert (delivery.state, delivery.cost, delivery.provider_id) == (State.HANDED_OVER, 75, provider.asked[0].sid)


def test_ten_bad_minutes_lose_nothing_and_double_nothing(crier, provider):
    provider.codes.extend([20500] * 1000)
    crier.tells(NUMBER, channel="sms")
    intent = crier.promise(priority=1)
    start = timezone.now()
    for minute in range(10):
        with time_machine.travel(start + timedelta(minutes=minute)):
            crier.deliver()
    provider.codes.clear()
    with time_machine.travel(start + timedelta(minutes=16)):
        crier.deliver()
        crier.deliver()

    delivery = Delivery.objects.get(intent_id=intent.pk)
    assert (delivery.state, delivery.cost) == (State.HANDED_OVER, 75)
    assert len(provider.asked) == 1


def test_a_receipt_that_comes_twice_counts_once(crier, provider, tell):
    delivery = handed_over(crier)
    for _ in range(2):
        form = {"MessageSid": delivery.provider_id, "MessageStatus": "delivered"}
        assert tell(f"/stand/{delivery.pk}", **form) == 200
        handle_incoming()
    first = Delivery.objects.get(pk=delivery.pk).shown_at
    assert first is not None
    assert not Incoming.objects.exists()


@pytest.mark.parametrize("order", [("delivered", "undelivered"), ("undelivered", "delivered")])
def test_in_whatever_order_news_comes_what_arrived_has_arrived(crier, provider, tell, order):
    delivery = handed_over(crier)
    for status in order:
        tell("/stand", MessageSid=delivery.provider_id, MessageStatus=status, ErrorCode="30003")
        handle_incoming()
    assert Delivery.objects.get(pk=delivery.pk).shown_at


def test_a_message_that_never_arrives_makes_an_alarm_climb(crier, provider, tell):
    crier.tells(NUMBER, channel="sms")
    intent = crier.promise()
    crier.deliver()
    delivery = Delivery.objects.get(intent_id=intent.pk)
    tell("/stand", MessageSid=delivery.provider_id, MessageStatus="undelivered", ErrorCode="30003")
    handle_incoming()
    delivery.refresh_from_db()
    assert (delivery.state, delivery.error) == (State.FAILED, "30003")
    assert Intent.objects.get(pk=intent.pk).climb_at is not None


def test_an_answer_that_comes_twice_is_heard_once(provider, tell, heard):
    for _ in range(3):
        assert tell(MessageSid="SM7", From=NUMBER, Body="Ik kijk mee") == 200
    handle_incoming()
    assert [(one.sender, one.text) for one in heard] == [(NUMBER, "Ik kijk mee")]


def test_who_cannot_sign_is_not_heard(provider, tell, heard):
    assert tell(token="guess", MessageSid="SM7", From=NUMBER, Body="Vals alarm") == 403
    assert not Incoming.objects.exists()
