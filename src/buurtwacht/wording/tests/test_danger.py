# SPDX-License-Identifier: EUPL-1.2
"""Words of danger: every sentence about danger is heard, and ordinary ones seldom are, in the language of the text."""

from time import thread_time

import pytest

from buurtwacht.wording.danger import tells_danger
from buurtwacht.wording.danger_measured import DANGER, HARMLESS, of
from buurtwacht.wording.tongue import language_of

MOST = 0.08  # of harmless sentences that look like danger; a call too many costs a tap


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_every_danger_is_heard(language):
    told = of(language, DANGER)

    assert len(told) >= 30
    assert [text for text in told if not tells_danger(text)] == []


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_ordinary_sentences_seldom_are(language):
    told = of(language, HARMLESS)

    assert len(told) >= (30 if language == "nl" else 60)
    assert len([text for text in told if tells_danger(text)]) <= MOST * len(told)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("j ai vu mes voisins dans la rue", "fr"),
        ("hij heeft een mes in zijn hand", "nl"),
        ("das licht brennt seit tagen in der garage", "de"),
        ("the van has the brand of a bakery on its side", "en"),
        ("mes", None),
        ("", None),
        ("man met een mes dans la rue", None),
    ],
)
def test_small_words_say_which_language_it_is(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Mes",
        "Mes rue des Merles",
        "Un homme dans la rue, hij heeft een mes",
        "Il est dans la rue with a knife",
        "Der Mann ist mit dem Auto, hij bedreigt ons",
    ],
)
def test_where_the_language_is_not_sure_it_is_heard_rather_too_often(text):
    assert tells_danger(text)


@pytest.mark.parametrize("text", ["mes " * 5000, "slaat een " * 5000, "a" * 100_000, "feu d'" * 20_000])
def test_a_very_long_text_is_read_up_to_a_point(text):
    tells_danger("")
    began = thread_time()
    tells_danger(text)
    assert thread_time() - began < 1  # second of work; a busy machine lets it wait longer
