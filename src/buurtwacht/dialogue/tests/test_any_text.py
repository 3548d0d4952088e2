# SPDX-License-Identifier: EUPL-1.2
"""Whatever comes in is read without an accident, and quickly."""

import time

from hypothesis import given
from hypothesis import strategies as st

from buurtwacht.dialogue.understanding import Call, understand
from buurtwacht.testing.nasty import nasty_strings

LANGUAGES = ("nl", "fr", "de", "en", "nl-be", "xx", "")
STREETS = tuple(f"{name}straat" for name in ("Lijster", "Merel", "Kerk", "Dorps", "Molen", "School")) * 40
BOUND = 0.02  # seconds for a message as people write them; 0.001 is usual, and a machine may be slow


@given(st.text(max_size=400), st.sampled_from(LANGUAGES))
def test_any_text_can_be_read(text, language):
    found = understand(text, language, ("Merelweg",))
    assert len(found.words) <= 2 * len(text) + 8


def test_nasty_strings_say_nothing_about_a_call():
    for text in nasty_strings():
        for language in LANGUAGES:
            assert understand(text, language).call is not Call.CALLED


@given(
    st.lists(
        st.sampled_from(("112", "gebeld", "niet", "ja", "deur", "om", "21:14", ",", "mes", "a", "?")), max_size=120
    )
)
def test_a_denial_or_a_question_is_never_a_call(words):
    text = " ".join(word for word in words if word not in ("?", ","))
    assert understand(f"niet {text}", "nl").call is not Call.CALLED
    assert understand(f"{text} ?", "nl").call is not Call.CALLED


def quickest(text: str) -> float:
    took = []
    for _again in range(5):
        begin = time.process_time()
        understand(text, "nl", STREETS)
        took.append(time.process_time() - begin)
    return min(took)


def test_reading_is_quick():
    understand("warm", "fr")
    long = "112 gebeld 21:14, man voelt aan deuren Merelweg, donkere jas, grijze rugzak, loopt richting park. "
    assert quickest(long) < BOUND
    assert quickest(long * 10) < 10 * BOUND
    for nasty in ("a" * 5000, "deur " * 800, "1 " * 2000, "de " * 900, "voelt aan de " * 300, "-" * 4000, "21:1" * 900):
        assert quickest(nasty) < 10 * BOUND
