# SPDX-License-Identifier: EUPL-1.2
"""The words of an entry, to quote in a case: of one that was hidden too, since who judges it reads it."""

from buurtwacht.reports.content import own_words
from buurtwacht.reports.models import Entry
from buurtwacht.reports.thread.words import written_in

from .rules import LONGEST_TEXT


def words_of(entry: Entry) -> str:
    """Every text that its writer wrote in it, one under the other; empty once it was erased."""
    texts = dict.fromkeys(text.strip() for text in written_in(own_words(entry)))
    return "\n".join(text for text in texts if text)[:LONGEST_TEXT]
