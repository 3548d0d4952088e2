# SPDX-License-Identifier: EUPL-1.2
"""The bars that we promise, on sentences of somebody who had not read the lists."""

import pytest

from buurtwacht.wording.examined import FRESH, flagged, flagged_fresh_newspaper, flagged_newspaper
from buurtwacht.wording.measured import document, rows


def test_there_are_enough_of_them_and_none_was_used_to_make_the_lists():
    examined = {row.text for row in rows("examined")}
    assert len(examined) >= 450
    assert not examined & {row.text for row in rows()}


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_seven_in_ten_are_found_and_two_in_ten_flagged_at_most(language):
    found, hateful = flagged(language, hateful=True)
    wrong, harmless = flagged(language, hateful=False)
    assert found / hateful >= 0.7
    assert wrong / harmless <= 0.2


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_of_the_fresh_sentences_too(language):
    found, hateful = flagged(language, hateful=True, name=FRESH)
    wrong, harmless = flagged(language, hateful=False, name=FRESH)
    said, count = flagged_fresh_newspaper(language)
    assert found / hateful >= 0.8
    assert wrong / harmless <= 0.15
    assert said / count <= 0.05
    assert not {row.text for row in rows(FRESH)} & {row.text for row in rows()}


def test_hardly_any_newspaper_sentence_of_theirs_is_flagged():
    said, count = flagged_newspaper()
    assert count >= 200
    assert said / count <= 0.01


def test_the_page_tells_it():
    page = document()
    assert "## Examined by somebody else" in page
    assert "## Fresh sentences" in page
