# SPDX-License-Identifier: EUPL-1.2
"""Calls from promise to key, with a provider on this machine."""

import pytest

from buurtwacht.channels.inbound import Heard
from buurtwacht.channels.voice.channel import VoiceChannel
from buurtwacht.delivery.inbox import hearing
from buurtwacht.delivery.inbox.handling import handle_incoming
from buurtwacht.delivery.models import Delivery, Incoming, Intent
from buurtwacht.testing.peers.twilio import ACCOUNT, TOKEN, TwilioLike, callback

State = Delivery.State
NUMBER = "+31201234567"
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def called(crier, settings) -> Delivery:
    """An alarm for somebody who only has a telephone: it was asked for, and rings."""
    with TwilioLike() as provider:
        settings.TWILIO_URL, settings.TWILIO_ACCOUNT, settings.TWILIO_TOKEN = provider.url, ACCOUNT, TOKEN
        settings.VOICE_FROM, settings.VOICE_PRICE = "+31207654321", 90
        settings.SITE_URL = "https://buurtwacht.example"
        settings.CHANNELS = [*settings.CHANNELS, "buurtwacht.channels.voice.channel.VoiceChannel"]
        crier.channels["voice"] = VoiceChannel()
        crier.tells(NUMBER, channel="voice")
        intent = crier.promise()
        crier.deliver()
        return Delivery.objects.get(intent_id=intent.pk)


@pytest.fixture
def heard(monkeypatch) -> list[Heard]:
    said: list[Heard] = []
    monkeypatch.setattr(hearing, "_ears", [lambda kind, event: said.append(event)])
    return said


@pytest.fixture
def tell(client, called):
    """The provider tells about the call; the answer is what it says next."""

    def call(rest: str, *, token: str = TOKEN, **form: str):
        form = {"CallSid": called.provider_id, "To": NUMBER, **form}
        sent = callback(f"https://buurtwacht.example/kanaal/voice/{rest}", token, **form)
        headers = {"X-Twilio-Signature": sent.signature}
        answer = client.post(f"/kanaal/voice/{rest}", sent.body, content_type=FORM, headers=headers)
        handle_incoming()
        called.refresh_from_db()
        return answer

    return call


def test_a_call_that_was_asked_for_is_paid_for(called):
    assert (called.state, called.cost) == (State.HANDED_OVER, 90)


def test_a_key_says_that_it_was_seen_and_what_somebody_does(called, tell, heard):
    for _twice in range(2):
        answer = tell(f"toets/{called.pk}/nl/seen.watching", Digits="2")
    assert "Dank u." in answer.content.decode()
    assert answer["Content-Type"].startswith("text/xml")
    assert called.seen_at is not None
    assert [(one.sender, one.choice, one.answer_to) for one in heard] == [(NUMBER, "watching", called.provider_id)]


@pytest.mark.parametrize(
    ("rest", "form", "error"),
    [
        ("opgenomen", {"AnsweredBy": "machine_start"}, "machine"),
        ("stand", {"CallStatus": "no-answer"}, "no-answer"),
        ("stand", {"CallStatus": "busy"}, "busy"),
    ],
)
def test_who_was_not_reached_is_tried_in_another_way(called, tell, rest, form, error):
    tell(f"{rest}/{called.pk}", **form)
    assert (called.state, called.error, called.seen_at) == (State.FAILED, error, None)
    assert Intent.objects.get(pk=called.intent_id).climb_at is not None


def test_a_person_who_was_taken_for_a_machine_is_heard_all_the_same(called, tell, heard):
    tell(f"opgenomen/{called.pk}", AnsweredBy="machine_start")
    tell(f"toets/{called.pk}/nl/seen", Digits="1")
    assert called.seen_at is not None


def test_a_call_that_ended_says_nothing_more(called, tell):
    tell(f"stand/{called.pk}", CallStatus="completed")
    assert (called.state, called.shown_at, called.seen_at) == (State.HANDED_OVER, None, None)


def test_who_cannot_sign_presses_no_key(called, tell, heard):
    answer = tell(f"toets/{called.pk}/nl/seen", token="guess", Digits="1")
    assert answer.status_code == 403
    assert (called.seen_at, heard, Incoming.objects.count()) == (None, [], 0)
