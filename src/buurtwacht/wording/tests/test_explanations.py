# SPDX-License-Identifier: EUPL-1.2
"""What people read: calm sentences, in every language, without a raised voice."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.utils.translation import override

import buurtwacht.wording
from buurtwacht.wording.explanations import EXPLANATIONS

ROOM = Path(buurtwacht.wording.__file__).parent
with override("en"):
    SENTENCES = [str(sentence) for pair in EXPLANATIONS.values() for sentence in pair]
ON_FORMS = 6  # sentences around them: forms.py and the template of the remarks


def catalogue(language):
    with (ROOM / "locale" / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return {message.id: message.string for message in read_po(file, locale=language) if message.id}


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_every_sentence_is_translated_and_calm(language):
    translated = catalogue(language)
    assert set(translated) > set(SENTENCES)
    assert len(set(translated) - set(SENTENCES)) == ON_FORMS
    for sentence in translated.values():
        assert sentence
        assert "!" not in sentence
        assert all(len(part.split()) <= 18 for part in sentence.split(". "))


def test_in_belgium_a_plate_has_its_own_word():
    assert "nummerplaat" in catalogue("nl_BE")["Give the number plate to the police."]
    assert set(catalogue("nl_BE")) < set(SENTENCES)


def test_nobody_is_blamed():
    for sentence in catalogue("nl").values():
        words = {word.strip(".,?").lower() for word in sentence.split()}
        assert not words & {"je", "jij", "fout", "moet", "verdachte", "dader"}
