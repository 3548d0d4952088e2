# SPDX-License-Identifier: EUPL-1.2
"""People see Dutch first. A text without a translation fails here, not at three in the morning."""

import re

import pytest

from buurtwacht.config import words

# "Un comportement suspect" is what somebody does; "le suspect" is what nobody may be called.
CALLED_A_CULPRIT = re.compile(r"\b(daders?|verdachten?|[LlUu][en]s? suspects?|Täter|Verdächtige[rn]|coupable)\b")
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w+)\}")


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
def test_every_text_is_translated(language):
    missing = sorted({f"{phrase.where}: {phrase.words}" for phrase in words.missing(language)})

    assert missing == []


def test_the_texts_are_found_at_all():
    found = {phrase.words for phrase in words.phrases()}

    assert "Looks inside" in found
    assert len(found) > 300


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_translations_keep_their_placeholders(language):
    for path in words.catalogues(language):
        for message in words.read(path):
            if not message.id or isinstance(message.id, tuple) or not message.string:
                continue
            assert set(PLACEHOLDER.findall(message.id)) == set(PLACEHOLDER.findall(message.string)), message.id


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_the_tone_is_calm(language):
    """No exclamation marks, and nobody is called a suspect or a culprit (screens: do and don't)."""
    for path in words.catalogues(language):
        for message in words.read(path):
            if not message.id:
                continue  # the header, whose rule for plurals is no text
            text = "".join(message.string) if isinstance(message.string, tuple) else message.string
            assert "!" not in text, text
            if "wording" not in path.parts:
                assert not CALLED_A_CULPRIT.search(text), text


def test_each_room_says_a_text_the_same_way():
    for language in words.LANGUAGES:
        seen: dict[tuple[str, str | None], str] = {}
        for path in words.catalogues(language):
            for message in words.read(path):
                if message.id and isinstance(message.id, str) and message.string:
                    known = seen.setdefault((message.id, message.context), str(message.string))
                    assert known == message.string, f"{language}: {message.id!r} is said in two ways"
