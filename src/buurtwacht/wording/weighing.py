# SPDX-License-Identifier: EUPL-1.2
"""The check for any text but a first report: only its language is weighed, not what it leaves unsaid.

The news that is added to a report hears everything else; a text that is no news, such as the goal of a group or an
answer by mail, is not told that it is off topic, and what calls people together there is advice.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import get_language

from .advice import EVERYTHING, Advice, Allowed, Facts
from .check import LONGEST, advise
from .reasons import Reason

LANGUAGES = ("nl", "en", "fr", "de")
KNOWN = Facts(behaviours=True, place=True, called=True, in_sight="now", traits=2)  # the report itself has told it
ABOUT_NEWS = frozenset(
    (
        *(Reason.DRIVING, Reason.CHIT_CHAT, Reason.DISCUSSION, Reason.OFF_TOPIC, Reason.PAST_EVENT),
        *(Reason.MUNICIPAL, Reason.ANIMAL, Reason.LOST_PROPERTY, Reason.EVENT),
        *(Reason.MISSING_CALL, Reason.QUESTION_CALLED, Reason.MISSING_BEHAVIOUR, Reason.MISSING_PLACE),
    )
)
# Hard in news about what goes on now; elsewhere "come to the meeting" and "share this page" are quite normal.
ONLY_ADVICE = frozenset((Reason.GATHERING, Reason.PURSUIT, Reason.PUBLICATION))
ELSEWHERE = frozenset((Reason.MUNICIPAL, Reason.ANIMAL, Reason.LOST_PROPERTY, Reason.EVENT))
_PARAGRAPH = re.compile(r"[^\n]+")


def weigh(text: str, *, allowed: Allowed = EVERYTHING, news: bool = False) -> list[Advice]:
    """What could be better about `text`, in the language of who writes; nothing for no words."""
    language = (get_language() or "nl")[:2]
    language = language if language in LANGUAGES else "nl"
    if news:
        return _news(text, language, allowed) if text.strip() else []
    found = (
        _moved(advice, start)
        for start, part in _parts(text)
        for advice in advise(part, language=language, allowed=allowed)
    )
    return [advice for advice in found if advice.reason not in ABOUT_NEWS]


def _news(text: str, language: str, allowed: Allowed) -> list[Advice]:
    """What the report told counts as told, except that a tile or a cat is none of its business."""
    found = advise(text, language=language, facts=KNOWN, allowed=allowed)
    if any(one.blocks for one in found):
        return found
    return found + [one for one in advise(text, language=language, allowed=allowed) if one.reason in ELSEWHERE]


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs with their places; one that is too long for the check in pieces of whole words."""
    for paragraph in _PARAGRAPH.finditer(text):
        start, rest = paragraph.start(), paragraph.group()
        while len(rest) > LONGEST:
            cut = rest.rfind(" ", 0, LONGEST) + 1 or LONGEST
            yield start, rest[:cut]
            start, rest = start + cut, rest[cut:]
        if rest.strip():
            yield start, rest


def _moved(advice: Advice, by: int) -> Advice:
    words = tuple((start + by, end + by) for start, end in advice.words)
    blocks = advice.blocks and advice.reason not in ONLY_ADVICE
    return replace(advice, start=advice.start + by, end=advice.end + by, words=words, blocks=blocks)
