# SPDX-License-Identifier: EUPL-1.2
"""Whatever somebody types: no crash, spans that fit, and no text that takes long."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtwacht.testing.nasty import nasty_strings
from buurtwacht.wording.check import Facts, Reason, advise
from buurtwacht.wording.explanations import EXPLANATIONS
from buurtwacht.wording.phones import phones_in
from buurtwacht.wording.plates import plates_in

NASTY = list(nasty_strings())
LANGUAGES = ("nl", "nl-be", "fr", "de", "en", "xx")
OURS = (
    "Pools type de dader een zwarte man 112 gebeld 21:14 . ! ? , weg kom allemaal naar 06-12345678 1-ABC-234 👍 DELEN "
    "ik volg hem niet zo'n idiooot nr. 14 Jan van kenteken V-38 \n - ’"
)
WORDS = st.sampled_from(OURS.split(" "))
FACTS = st.none() | st.builds(Facts, st.booleans(), st.booleans(), st.booleans(), st.text(), st.integers())
LONG = 20_000
SLOWEST = 2.0  # seconds of work for 20,000 signs; some 0.3 was measured


def check(text, language, facts=None):
    for advice in advise(text, language=language, facts=facts):
        assert 0 <= advice.start <= advice.end <= len(text)
        assert text[advice.start : advice.end] == advice.found
        assert advice.applied_to(text) != text or not advice.better or advice.better == advice.found
        assert all(advice.start <= start <= end <= advice.end for start, end in advice.words) or not advice.better
        assert str(advice.why)
        assert str(advice.instead)
    for span in [*plates_in(text), *phones_in(text)]:
        assert text[span.start : span.end] == span.found
        assert span.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_nasty_strings_do_no_harm(language):
    for text in NASTY:
        check(text, language)


@given(st.text(), st.sampled_from(LANGUAGES), FACTS)
@settings(max_examples=150, deadline=None)
def test_any_text_is_checked(text, language, facts):
    check(text, language, facts)


@given(st.lists(WORDS).map(" ".join), FACTS)
@settings(max_examples=200, deadline=None)
def test_any_row_of_our_own_words_is_checked(text, facts):
    check(text, "nl", facts)


@given(st.lists(WORDS).map("".join))
@settings(max_examples=100, deadline=None)
def test_words_written_together_are_checked(text):
    check(text, "nl")


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "a",
            " ",
            "1",
            "1.",
            "1.a",
            "-",
            "0 ",
            "(0",
            "0-",
            "06-",
            "A-1-",
            "AB-12-",
            "Á",
            "e\u0301",
            "!",
            "?!",
            "!?!",
            "👍",
        ),
        *(
            "POOLS ",
            "Pools type ",
            "ik ",
            "kom ",
            "we gaan ",
            "wie ",
            "van ",
            "nr. ",
            "kenteken ",
            "is ",
            "niet ",
            "Jan ",
        ),
        *("a.b@c ", "[(", "x\n", "ik loop achter de ", "gisteren a b c d e f g h ", "\u200b", "kenteken begint met "),
    ],
)
def test_long_texts_take_no_long_time(piece):
    text = (piece * LONG)[:LONG]
    start = time.thread_time()
    check(text, "nl")
    assert time.thread_time() - start < SLOWEST


def test_every_reason_is_explained():
    assert set(EXPLANATIONS) == set(Reason)
