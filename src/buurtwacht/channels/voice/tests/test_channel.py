# SPDX-License-Identifier: EUPL-1.2
import asyncio
from xml.etree import ElementTree as Xml

import aiohttp
import pytest

from buurtwacht.channels.base import Action, DeliveryFailed, Gist, Message, Outcome, Receipt
from buurtwacht.channels.contract import LINK, ChannelContract, make_message
from buurtwacht.channels.voice.channel import VoiceChannel
from buurtwacht.channels.voice.script import script_of
from buurtwacht.lib.errors import DomainError
from buurtwacht.testing.peers.answering import HANG_UP, SILENCE, Provider, answer
from buurtwacht.testing.peers.twilio import ACCOUNT, TOKEN, TwilioLike

NUMBER = "+31612345678"
HERE = "https://buurtwacht.example/kanaal/voice"
ANSWERS = (Action("seen", "Gezien", LINK), Action("watching", "Ik kijk mee van binnen", LINK))
GIST = Gist(
    kind="alarm",
    call="112 gebeld om 21:14",
    what="Iemand voelt aan deuren",
    where="Lijsterstraat",
    group="Vogelbuurt",
)


@pytest.fixture(autouse=True)
def account(settings):
    settings.VOICE_FROM, settings.SITE_URL = "+31201234567", "https://buurtwacht.example"
    settings.TWILIO_ACCOUNT, settings.TWILIO_TOKEN = ACCOUNT, TOKEN
    return settings


def alarm(**changes) -> Message:
    return make_message(**({"gist": GIST, "actions": ANSWERS, "reference": "r7"} | changes))


def send(provider, settings, message: Message) -> Outcome:
    settings.TWILIO_URL = provider.url

    async def whole() -> list[Outcome]:
        channel = VoiceChannel()
        try:
            return await channel.send_many([(message, NUMBER)])
        finally:
            await channel.close()

    return asyncio.run(whole())[0]


class TestVoice(ChannelContract):
    channel = VoiceChannel
    address = NUMBER
    nonsense = "12"


def test_a_landline_can_be_called(settings):
    settings.COUNTRY = "nl"
    assert VoiceChannel().normalise("020 5551234") == "+31205551234"
    with pytest.raises(DomainError):
        VoiceChannel().normalise("020")


def test_a_call_is_asked_for_as_they_document_it(settings):
    with TwilioLike() as provider:
        outcome = send(provider, settings, alarm())
    [asked] = provider.asked
    assert (asked.kind, outcome) == ("Calls", Receipt(asked.sid))
    assert {name: value for name, value in asked.form.items() if name != "Twiml"} == {
        "To": NUMBER,
        "From": "+31201234567",
        "Timeout": "25",
        "StatusCallback": f"{HERE}/stand/r7",
        "MachineDetection": "Enable",
        "AsyncAmd": "true",
        "AsyncAmdStatusCallback": f"{HERE}/opgenomen/r7",
    }


def test_it_is_said_twice_and_asks_for_a_key(settings):
    with TwilioLike() as provider:
        send(provider, settings, alarm())
    twiml = Xml.fromstring(provider.asked[0].form["Twiml"])
    gather, goodbye = twiml
    said = [one.text for one in gather if one.tag == "Say"]

    assert gather.attrib["action"] == f"{HERE}/toets/r7/nl/seen.watching"
    assert (
        said
        == [
            "Dit is een automatisch telefoontje van Buurtwacht.",
            "Direct gevaar? Bel 1 1 2.",
            "1 1 2 gebeld om 21:14.",
            "Iemand voelt aan deuren.",
            "Lijsterstraat.",
            "Vogelbuurt.",
            "Toets 1 voor: Gezien.",
            "Toets 2 voor: Ik kijk mee van binnen.",
        ]
        * 2
    )
    assert {one.attrib["language"] for one in twiml.iter("Say")} == {"nl-NL"}
    assert goodbye.text == "Tot ziens."


@pytest.mark.parametrize(
    ("language", "voice"),
    [("nl", "nl-NL"), ("nl-be", "nl-BE"), ("fr", "fr-FR"), ("de", "de-DE"), ("en", "en-GB"), ("pl", "en-GB")],
)
def test_it_speaks_the_language_of_who_answers(settings, language, voice):
    with TwilioLike() as provider:
        send(provider, settings, alarm(language=language))
    assert f'language="{voice}"' in provider.asked[0].form["Twiml"]


def test_the_emergency_number_of_the_group_comes_first():
    lines = script_of(alarm(extra={"emergency_number": "101"}, language="nl-be")).lines
    assert lines[1] == "Direct gevaar? Bel 1 0 1."


def test_without_a_gist_the_words_of_the_lock_screen_are_said():
    lines = script_of(make_message(body=f"Blijf binnen. {LINK} " + "woord " * 200)).lines
    assert lines[2] == "1 1 2 gebeld 21:14. Vogelbuurt."
    assert "http" not in " ".join(lines)
    assert len(lines[3]) <= 500


def test_what_may_have_been_said_before_says_so():
    assert "al eerder" in " ".join(script_of(alarm(maybe_double=True)).lines)


def test_without_answers_one_key_says_that_it_was_heard():
    script = script_of(make_message(actions=()))
    assert (script.answers, script.keys) == (("seen",), ("Toets 1 voor: Gezien.",))


def test_a_code_is_read_aloud_and_asks_for_no_key(settings):
    code = Message(title="Buurtwacht", body="4, 8, 2 is uw code.", url="", language="nl", said=True)
    with TwilioLike() as provider:
        send(provider, settings, code)
    twiml = Xml.fromstring(provider.asked[0].form["Twiml"])
    assert [one.text for one in twiml.iter("Say")] == [
        *["Dit is een automatisch telefoontje van Buurtwacht.", "4, 8, 2 is uw code."] * 2,
        "Tot ziens.",
    ]
    assert twiml.find("Gather") is None


def test_no_text_breaks_out_of_the_markup(settings):
    with TwilioLike() as provider:
        send(provider, settings, alarm(gist=None, title='</Say><Dial>+31900</Dial> & "x" \x00\x0b'))
    twiml = Xml.fromstring(provider.asked[0].form["Twiml"])
    assert [one.tag for one in twiml.iter()].count("Dial") == 0


def test_the_longest_alarm_fits_in_a_question(settings):
    with TwilioLike() as provider:
        send(provider, settings, alarm(gist=None, title="Woord " * 300, body="één " * 900))
    assert len(provider.asked[0].form["Twiml"]) <= 4000


def test_nobody_is_called_for_a_digest(settings):
    with TwilioLike() as provider:
        failure = send(provider, settings, alarm(urgency="digest"))
    assert isinstance(failure, DeliveryFailed)
    assert failure.permanent
    assert provider.asked == []


@pytest.mark.parametrize(("code", "permanent"), [(21211, True), (20003, False), (20429, False), (20500, False)])
def test_what_a_no_means(settings, code, permanent):
    with TwilioLike(code) as provider:
        failure = send(provider, settings, alarm())
    assert isinstance(failure, DeliveryFailed)
    assert (failure.permanent, failure.gone) == (permanent, False)


@pytest.mark.parametrize("answering", [HANG_UP, SILENCE, answer(404)], ids=["hang up", "silence", "not there"])
def test_trouble_is_tried_again(settings, answering, monkeypatch):
    monkeypatch.setattr(VoiceChannel, "timeout", aiohttp.ClientTimeout(total=0.3))
    with Provider(answering) as provider:
        failure = send(provider, settings, alarm())
    assert isinstance(failure, DeliveryFailed)
    assert not failure.permanent


def test_a_call_has_its_price(settings):
    settings.VOICE_PRICE = 90
    assert VoiceChannel().price(alarm(), NUMBER) == 90


def test_a_wrong_setting_is_said_to_the_operator(settings):
    settings.VOICE_FROM = "Buurtwacht"
    assert VoiceChannel().problems() == ["BUURTWACHT_VOICE_FROM must be a telephone number such as +31201234567."]


def test_neither_number_nor_words_nor_token_stand_in_the_log(settings, caplog, capsys):
    """They say it all back with their no; then the line is cut."""
    with Provider(answer(201, {"sid": "CA1"})) as provider:
        send(provider, settings, alarm())
    said = provider.asked[0].body + str(provider.asked[0].headers).encode()
    reasons = []
    for answering in (answer(400, said), answer(400, {"code": 21211, "message": said.decode()}), HANG_UP):
        with Provider(answering) as provider:
            reasons.append(send(provider, settings, alarm()).reason)
    printed = capsys.readouterr()
    logged = "\n".join([caplog.text, printed.out, printed.err, *reasons])
    for word in (TOKEN, ACCOUNT, "612345678", "Lijsterstraat", "Basic "):
        assert word not in logged
