# SPDX-License-Identifier: EUPL-1.2
import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from buurtwacht.channels.base import Action
from buurtwacht.channels.contract import LINK, make_message
from buurtwacht.channels.webpush.encryption import MOST_PLAIN_BYTES
from buurtwacht.channels.webpush.payload import payload

texts = some.text(alphabet=some.characters(exclude_categories=["Cs"]), max_size=6000)


def notification(**changes) -> dict:
    whole = json.loads(payload(make_message(**changes)))
    assert whole["web_push"] == 8030
    return whole["notification"]


def test_an_alarm_in_full():
    assert notification(extra={"report": "7", "mail": {"name": "Anna"}}) == {
        "title": "112 gebeld 21:14. Vogelbuurt",
        "body": "Bel alleen bij nieuwe informatie. Er wordt aan achterpoorten gevoeld. Blijf binnen.",
        "navigate": LINK,
        "lang": "nl",
        "silent": False,
        "tag": "report-7",
        "renotify": True,
        "requireInteraction": True,
        "actions": [{"action": "seen", "title": "Gezien", "navigate": f"{LINK}gezien/"}],
        "data": {
            "report": "7",
            "receipt": "https://buurtwacht.example/live/receipts?token=t",
            "urgency": "alarm",
        },
    }


def test_an_update_makes_no_sound():
    shown = notification(urgency="update", sound=False)
    assert shown["silent"]
    assert not shown["renotify"]
    assert "requireInteraction" not in shown


def test_renotify_needs_a_tag():
    assert "renotify" not in notification(topic="")


def test_a_long_text_is_cut_between_words():
    body = notification(body="Iemand voelt aan achterpoorten. " * 400)["body"]
    assert body.endswith(" …")
    assert body.removesuffix(" …").split()[-1] in ("Iemand", "voelt", "aan", "achterpoorten.")
    assert len(body) > 3000


@given(title=texts, body=texts, along=texts, button=texts)
def test_nothing_is_too_long_and_the_link_is_always_there(title, body, along, button):
    message = make_message(title=title, body=body, extra={"along": along}, actions=(Action("a", button, LINK),))
    plain = payload(message)
    assert len(plain) <= MOST_PLAIN_BYTES
    assert json.loads(plain)["notification"]["navigate"] == LINK


@pytest.mark.parametrize("word", ["é" * 5000, '"' * 5000, "🚓" * 5000, "\n" * 5000])
def test_letters_of_more_than_one_byte_count_as_what_they_are(word):
    plain = payload(make_message(body=word))
    assert MOST_PLAIN_BYTES - 12 <= len(plain) <= MOST_PLAIN_BYTES
