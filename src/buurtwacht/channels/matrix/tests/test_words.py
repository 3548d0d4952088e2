# SPDX-License-Identifier: EUPL-1.2
from html.parser import HTMLParser

import pytest

from buurtwacht.channels.contract import LINK, make_message
from buurtwacht.channels.matrix.words import content_of
from buurtwacht.testing.nasty import nasty_strings


class Tags(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, *attrs))


def test_an_alarm_calls_the_whole_room_and_says_first_whether_somebody_called():
    content = content_of(make_message(title="Vogelbuurt"), to_room=True)
    assert content["m.mentions"] == {"room": True}
    assert content["body"].split("\n\n")[:2] == ["Direct gevaar? Bel 112.", "Vogelbuurt"]
    called = content_of(make_message(), to_room=True)
    assert called["body"].startswith("112 gebeld 21:14")


@pytest.mark.parametrize("changes", [{"urgency": "update"}, {"urgency": "digest"}, {"said": True}])
def test_nothing_else_does(changes):
    assert content_of(make_message(**changes), to_room=True)["m.mentions"] == {}


def test_nobody_is_called_in_a_conversation_of_two():
    assert content_of(make_message(), to_room=False)["m.mentions"] == {}


def test_our_turn_in_a_conversation_goes_as_it_stands():
    content = content_of(make_message(said=True, body="1. Ja\n2. Nee"), to_room=False)
    assert content["body"] == "1. Ja\n2. Nee"
    assert content["formatted_body"] == "1. Ja<br>2. Nee"


@pytest.mark.parametrize("nasty", nasty_strings()[:200])
def test_nothing_in_a_message_is_markup(nasty):
    tags = Tags(content_of(make_message(title=nasty, body=nasty), to_room=True)["formatted_body"]).found
    assert {tag[0] for tag in tags} <= {"p", "strong", "a", "br"}
    assert [tag for tag in tags if tag[0] == "a"] == [("a", ("href", LINK))]


@pytest.mark.parametrize(("answers", "hangs"), [("$abc", True), ("", False), ("wamid.x", False)])
def test_an_answer_hangs_under_what_it_answers(answers, hangs):
    assert ("m.relates_to" in content_of(make_message(answers=answers), to_room=True)) is hangs
