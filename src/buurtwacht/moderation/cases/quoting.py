# SPDX-License-Identifier: EUPL-1.2
"""The words of an entry, to quote in a case: of one that was hidden too, since who judges it reads it."""

import re

from buurtwacht.reports.content import own_words
from buurtwacht.reports.models import Entry
from buurtwacht.reports.thread.words import written_in

from .rules import LONGEST_TEXT

CUT = re.compile(r"\n|\.\.\.|…|\[|\]")  # between these marks stand the pieces of a quotation


def stands_there(quoted: str, words: str) -> bool:
    """Is every piece of this quotation in the words, apart from capitals, spaces and where something was left out?"""
    whole = _plain(words)
    return all(_plain(piece) in whole for piece in CUT.split(quoted))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def words_of(entry: Entry) -> str:
    """Every text that its writer wrote in it, one under the other; empty once it was erased."""
    texts = dict.fromkeys(text.strip() for text in written_in(own_words(entry)))
    return "\n".join(text for text in texts if text)[:LONGEST_TEXT]
