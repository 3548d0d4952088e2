# SPDX-License-Identifier: EUPL-1.2
"""One sentence, spelled in every way that people use to hide a word or mistype it."""

import random

import pytest

from buurtwacht.wording.check import advise
from buurtwacht.wording.measured import rows
from buurtwacht.wording.misspelled import misspellings, sound, squeezed
from buurtwacht.wording.reasons import Reason

HURTS = {Reason.INSULT, Reason.THREAT, Reason.DISCRIMINATION}
LEET = str.maketrans("oieasgtb", "01345978")


def hurts(text: str) -> bool:
    return any(one.reason in HURTS for one in advise(text))


def swapped(word: str, at: int) -> str:
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


TRICKS = {
    "swapped": (swapped, 0.8),
    "left out": (lambda word, at: word[:at] + word[at + 1 :], 0.7),
    "doubled": (lambda word, at: word[:at] + word[at] + word[at:], 0.7),
    "repeated": (lambda word, at: word[:at] + word[at] * 3 + word[at:], 0.9),
    "leet": (lambda word, at: word.translate(LEET), 0.9),
    "spaced": (lambda word, at: " ".join(word), 0.95),
    "dotted": (lambda word, at: ".".join(word), 0.95),
    "dashed": (lambda word, at: "-".join(word), 0.95),
    "masked": (lambda word, at: word[:at] + "*" + word[at + 1 :], 0.7),
    "unseen": (lambda word, at: word[:at] + "\u200b" + word[at:], 0.95),
}


def spelled(text: str, trick, chance: random.Random) -> str:
    """`text` with the trick on one of its three longest words."""
    words = text.split(" ")
    long = [at for at, word in enumerate(words) if len(word) >= 4 and word.isalpha()]
    if not long:
        return text
    at = chance.choice(sorted(long, key=lambda one: -len(words[one]))[:3])
    words[at] = trick(words[at], chance.randrange(1, len(words[at]) - 2))
    return " ".join(words)


@pytest.mark.parametrize("name", TRICKS)
def test_most_of_what_is_found_is_found_in_another_spelling(name):
    trick, least = TRICKS[name]
    chance = random.Random(name)
    bad = [row.text for row in rows() if row.language == "nl" and row.reason in {"insult", "discrimination"}]
    plain = [text for text in bad if text.isascii() and hurts(text)][::8]
    found = sum(hurts(spelled(text, trick, chance)) for text in plain)
    assert found / len(plain) >= least


def test_how_words_are_misspelled():
    assert {"iddot", "diioot", "idiot"} >= {one for one in misspellings("idiot") if one == "diioot"}
    assert "sukkle" in set(misspellings("sukkel"))
    assert "suke" not in set(misspellings("suk"))
    assert squeezed("klootzzak") == "klotzak"
    assert sound("vlikker") == sound("flikker")
    assert sound("wijf") == sound("weif")
