# SPDX-License-Identifier: EUPL-1.2
"""Does a rule of a group itself say the opposite of a fixed one? Advice to who writes it, with the fixed rule. Pure.

Known are the few ways that stand in `clashes.py`; a sentence that forbids the same is left alone, and so is what goes
to the police. What is said in other words is not noticed: a reader decides, and the fixed rule holds.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from django.utils.translation import gettext as _

from buurtwacht.enrolment.signing.texts.model import Point

from .clashes import AGAIN, FIXED, NOT, POLICE, SAYS, Topic

_SENTENCES = re.compile(r"[^.?!;\n]+")
_TO_THE_POLICE = (Topic.PLATES, Topic.PHOTOS, Topic.NAMES)


def opposites(text: str, language: str, fixed: Iterable[Point]) -> Iterator[tuple[str, str]]:
    """The sentences that say the opposite of one of the `fixed` rules, each with what there is to say about it."""
    rules = {point.key: point for point in fixed}
    for sentence in _SENTENCES.findall(text):
        for topic in topics_in(sentence, language):
            if rule := _rule_about(topic, rules):
                yield sentence.strip(), _why(rule)


def topics_in(sentence: str, language: str) -> list[Topic]:
    """What this sentence asks that fixed rules forbid; nothing in a language that is not read."""
    if language not in SAYS:
        return []
    plain = _plain(sentence)
    forbids, to_police = _holds(NOT[language], plain), _holds(POLICE, plain)
    found = [topic for topic, pattern in _patterns(language).items() if pattern.search(plain)]
    return [topic for topic in found if not _is_fine(topic, plain, forbids=forbids, to_police=to_police)]


def _is_fine(topic: Topic, plain: str, *, forbids: bool, to_police: bool) -> bool:
    if topic is Topic.CALL:
        return _holds(AGAIN, plain)  # one caller is enough: that is a fixed rule too
    return forbids or (topic in _TO_THE_POLICE and to_police)


def _why(rule: Point) -> str:
    why = _("A fixed rule says otherwise: “%(rule)s” The fixed rule holds. Say it so that both can be kept.")
    return why % {"rule": f"{rule.lead} {rule.words}"}


def _rule_about(topic: Topic, rules: Mapping[str, Point]) -> Point | None:
    return next((rules[key] for key in FIXED[topic].split() if key in rules), None)


@cache
def _patterns(language: str) -> dict[Topic, re.Pattern[str]]:
    return {topic: re.compile(rf"\b(?:{'|'.join(pieces)})\b") for topic, pieces in SAYS[language].items()}


def _holds(pieces: str, plain: str) -> bool:
    return re.search(rf"\b(?:{pieces})\b", plain) is not None


def _plain(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    bare = "".join(sign for sign in spread if not unicodedata.combining(sign))
    spaced = re.sub(r"[^\w' ]", " ", bare).replace("don't", "don_t").replace("'", " ").replace("don_t", "don't")
    return " ".join(spaced.split())
