# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.channels.contract import TAKEN_IN_AT, ReceiverContract
from buurtwacht.channels.inbound import Heard, Progress, Raw, Refused
from buurtwacht.channels.voice.channel import VoiceReceiver
from buurtwacht.testing.peers.twilio import TOKEN, callback

HERE = "https://buurtwacht.example/kanaal/voice"
NUMBER = "+31612345678"
KEY = "toets/r7/nl/seen.watching"


@pytest.fixture(autouse=True)
def account(settings):
    settings.TWILIO_TOKEN, settings.SITE_URL = TOKEN, "https://buurtwacht.example"


def told(rest: str, **form: str) -> Raw:
    sent = callback(f"{HERE}/{rest}", CallSid="CA1", From="+31201234567", To=NUMBER, **form)
    return Raw(body=sent.body, headers=sent.headers, rest=rest, at=TAKEN_IN_AT)


def became(state: str, reason: str = "") -> Progress:
    return Progress(state=state, at=TAKEN_IN_AT, provider_id="CA1", reference="r7", reason=reason)


def events(rest: str, **form: str) -> list:
    return list(VoiceReceiver().read(told(rest, **form)))


class TestVoiceReceiver(ReceiverContract):
    receiver = VoiceReceiver
    genuine = told(KEY, Digits="2", CallStatus="in-progress")
    forged = Raw(body=genuine.body, headers=genuine.headers, rest="toets/r8/nl/seen.watching")


@pytest.mark.parametrize(("digit", "choice"), [("1", "seen"), ("2", "watching")])
def test_a_key_is_an_answer(digit, choice):
    seen, said = events(KEY, Digits=digit)
    assert seen == became("seen")
    assert said == Heard(id=f"CA1:{choice}", sender=NUMBER, at=TAKEN_IN_AT, choice=choice, answer_to="CA1")


@pytest.mark.parametrize("digit", ["3", "0", "#", "*", "²", "11"])
def test_another_key_says_only_that_somebody_is_there(digit):
    assert events(KEY, Digits=digit) == [became("shown")]
    reply = VoiceReceiver().greet(told(KEY, Digits=digit))
    assert "Deze toets" in reply.body.decode()


def test_who_pressed_a_key_is_thanked_in_their_language():
    reply = VoiceReceiver().greet(told(KEY, Digits="2"))
    assert reply.content_type.startswith("text/xml")
    assert 'language="nl-NL">Dank u.' in reply.body.decode()
    assert "Merci." in VoiceReceiver().greet(told("toets/r7/fr/seen", Digits="1")).body.decode()


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("human", [became("shown")]),
        ("machine_start", [became("failed", "machine")]),
        ("machine_end_beep", [became("failed", "machine")]),
        ("fax", [became("failed", "machine")]),
        ("unknown", []),
        ("", []),
    ],
)
def test_a_machine_is_nobody(by, expected):
    assert events("opgenomen/r7", AnsweredBy=by) == expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("busy", [became("failed", "busy")]),
        ("no-answer", [became("failed", "no-answer")]),
        ("failed", [became("failed", "failed")]),
        ("canceled", [became("failed", "canceled")]),
        ("completed", []),
        ("ringing", []),
    ],
)
def test_how_a_call_ended(status, expected):
    assert events("stand/r7", CallStatus=status) == expected


def test_a_call_without_a_name_of_ours_is_known_by_theirs():
    [event] = events("stand/-", CallStatus="busy")
    assert (event.provider_id, event.reference) == ("CA1", "")


def test_somewhere_else_is_nothing_of_ours():
    with pytest.raises(Refused):
        VoiceReceiver().greet(told("elders", CallStatus="busy"))
    assert events("elders", CallStatus="busy") == []
