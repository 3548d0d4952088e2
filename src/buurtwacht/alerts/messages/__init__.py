# SPDX-License-Identifier: EUPL-1.2
"""What neighbours read on a lock screen and in a mail: the line about the emergency number first, and never a person.

No description of somebody leaves the report's own page, which asks who is reading.
"""

from .entries import words_for
from .envelope import Envelope, addressed, message_for, topic_of
from .notes import about, note, test_words
from .words import Words

__all__ = ["Envelope", "Words", "about", "addressed", "message_for", "note", "test_words", "topic_of", "words_for"]
