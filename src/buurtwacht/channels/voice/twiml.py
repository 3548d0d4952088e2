# SPDX-License-Identifier: EUPL-1.2
"""The markup in which providers want to be told what to say: https://www.twilio.com/docs/voice/twiml. Pure."""

from xml.etree import ElementTree as Xml

from .script import Script

VOICES = {"nl": "nl-NL", "nl-be": "nl-BE", "fr": "fr-FR", "de": "de-DE", "en": "en-GB"}
WAIT_FOR_KEY = 8  # seconds
LONGEST = 4000  # signs that may stand in a question for a call


def call(script: Script, key_address: str) -> str:
    """Say it twice, and ask for a key where keys mean something: it may be pressed at any moment."""
    voice = voice_for(script.language)
    whole = Xml.Element("Response")
    turns = Xml.SubElement(whole, "Gather", _gathering(key_address)) if script.keys else whole
    for _turn in range(2):
        for line in (*script.lines, *script.keys):
            _say(turns, line, voice)
        Xml.SubElement(turns, "Pause", length="1")
    _say(whole, script.goodbye, voice)
    return _written(whole)


def _gathering(key_address: str) -> dict[str, str]:
    return {
        "input": "dtmf",
        "numDigits": "1",
        "timeout": str(WAIT_FOR_KEY),
        "action": key_address,
        "method": "POST",
    }


def answer(words: str, language: str) -> bytes:
    """Say this, and hang up."""
    whole = Xml.Element("Response")
    _say(whole, words, voice_for(language))
    Xml.SubElement(whole, "Hangup")
    return _written(whole).encode()


def voice_for(language: str) -> str:
    return VOICES.get(language.lower(), VOICES.get(language[:2].lower(), "en-GB"))


def _say(parent: Xml.Element, words: str, voice: str) -> None:
    Xml.SubElement(parent, "Say", language=voice).text = "".join(sign for sign in words if sign.isprintable())


def _written(whole: Xml.Element) -> str:
    return '<?xml version="1.0" encoding="UTF-8"?>' + Xml.tostring(whole, encoding="unicode")
