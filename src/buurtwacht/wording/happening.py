# SPDX-License-Identifier: EUPL-1.2
"""Does a text read as news about something that goes on now? Pure; for forms in which such news has no place."""

import re

from .message import WrittenText
from .vocabulary import LANGUAGES, vocabulary

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
_NOW = {
    "nl": r"nu|net|zojuist|momenteel|nog steeds",
    "fr": r"maintenant|en ce moment|à l'instant|toujours là",
    "de": r"jetzt|gerade|soeben|immer noch",
    "en": r"now|just now|right now|still there",
}
_SAYS_NOW = {language: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for language, words in _NOW.items()}
_MOST = 1000  # signs that are read


def tells_of_now(text: str, language: str = "nl") -> bool:
    """Is there a sentence, and no question, about what somebody does, or about somebody somewhere at this moment?"""
    known = language[:2] if language[:2] in LANGUAGES else "nl"
    return any(_is_news(one.group(), known) for one in _SENTENCE.finditer(text[:_MOST]))


def _is_news(sentence: str, language: str) -> bool:
    message = WrittenText(sentence, vocabulary(language))
    if sentence.rstrip().endswith("?") or message.says("past") or message.says("past_event"):
        return False
    if message.tells_behaviour or message.says("suspicion"):
        return True
    somebody = message.says("person") or message.says("vehicle") or message.says("place")
    return somebody and bool(_SAYS_NOW[language].search(sentence))
