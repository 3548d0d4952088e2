# SPDX-License-Identifier: EUPL-1.2
"""Words that nobody means ill by: streets, towns, surnames, food, animals, illnesses, and all that we wrote."""

import re

import pytest

from buurtwacht.config.documents import ROOT
from buurtwacht.wording.check import advise
from buurtwacht.wording.measured import DATA, newspaper
from buurtwacht.wording.reasons import Reason

HURTS = {Reason.INSULT, Reason.THREAT, Reason.DISCRIMINATION}
HARSH_NAMES = {
    "Sukkel",
    "Lul",
    "Trut",
    "Fucks",
    "Polak",
    "Kaffer",
    "Kuntz",
    "klote",
    "tering",
    "loser",
    "losers",
    "janet",
    "Hoer",
}
LOOKALIKES = (DATA / "lookalikes_nl.txt").read_text(encoding="utf-8").split()
TRANSLATED = re.compile(r'^msgstr(?:\[\d\])? ((?:"[^\n]*"\n)+)', re.MULTILINE)


def hurts(text: str) -> bool:
    return any(one.reason in HURTS for one in advise(text))


def our_sentences() -> set[str]:
    """Every Dutch translation of every room."""
    found = set()
    for path in sorted((ROOT / "src/buurtwacht").glob("*/locale/nl*/LC_MESSAGES/*.po")):
        for quoted in TRANSLATED.findall(path.read_text(encoding="utf-8")):
            found.add("".join(line[1:-1] for line in quoted.splitlines()).replace("\\n", " ").replace('\\"', '"'))
    return found


def test_of_many_lookalikes_hardly_one_is_taken_for_abuse():
    assert len(LOOKALIKES) > 550
    flagged = [word for word in LOOKALIKES if word not in HARSH_NAMES and hurts(f"Ik zag {word} vanmiddag")]
    assert len(flagged) / len(LOOKALIKES) < 0.02, flagged


def test_thousands_of_words_of_our_own_pass_alone_and_in_their_sentences():
    sentences = our_sentences()
    words = {word for text in (*sentences, *newspaper()) for word in re.findall(r"[^\W\d_]{3,}", text)}
    assert len(words) > 3000
    flagged = [text for text in sentences if hurts(text)]
    assert len(flagged) / len(sentences) < 0.005, flagged
    alone = [word for word in words if hurts(f"Het woord {word} staat er")]
    assert len(alone) / len(words) < 0.003, alone


@pytest.mark.parametrize(
    "text",
    [
        "De varkens van de boer zijn los",
        "Een rat in de keuken",
        "De eikels liggen op de stoep",
        "Pannenkoeken eten in het buurthuis",
        "De zak met bladeren staat bij de deur",
        "Mijn nicht komt logeren",
        "De heks in het sprookje",
        "File op de A50 bij Arnhem",
        "Sla het bestand op",
        "We maken het werk af",
    ],
)
def test_animals_and_things_are_not_names_for_people(text):
    assert not hurts(text)
