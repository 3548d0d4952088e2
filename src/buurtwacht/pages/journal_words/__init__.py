# SPDX-License-Identifier: EUPL-1.2
"""The actions of the journal in words: "Report: shared" for `report.shared`.

An action is a noun and what was done (`journal.services.record`); each half has words of its own, so that a new action
made of known halves reads well at once. `pages/tests/test_journal_words.py` walks every action that the program writes.
"""

from django.utils.translation import gettext as _

from .done import DONE
from .nouns import NOUNS


def words_for(action: str) -> str:
    """What an action is called; of one that nobody knows any more, from an older version, its code."""
    noun, _dot, done = action.partition(".")
    if noun not in NOUNS or done not in DONE:
        return action
    return _("%(noun)s: %(done)s") % {"noun": NOUNS[noun], "done": DONE[done]}
