# SPDX-License-Identifier: EUPL-1.2
"""How much, when and how many. One pass over the chat; no word and no name comes out."""

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from buurtwacht.dossiers.exports.kinds import MEDIA, TEXT
from buurtwacht.dossiers.exports.reader import Chat

SAMPLE = 1500  # messages whose words are weighed: a second or two, and good to 3 % either way
SILENCE = timedelta(minutes=10)  # ends a talk
MOST_MONTHS = 24  # that are drawn


@dataclass
class Talk:
    """The figures of one chat. `sample` is only for the words check, and goes with the request."""

    messages: int = 0
    months: Counter[str] = field(default_factory=Counter)  # "2026-03"
    hours: Counter[int] = field(default_factory=Counter)
    writers: Counter[str] = field(default_factory=Counter)
    longest: int = 0  # messages in one talk
    sample: list[str] = field(default_factory=list)

    @property
    def busiest_share(self) -> int:
        """Per cent of all messages that came from who wrote most."""
        return round(100 * max(self.writers.values(), default=0) / self.messages) if self.messages else 0

    @property
    def last_months(self) -> list[tuple[str, int]]:
        """The latest months from the first to the last, those without a message too."""
        if not self.months:
            return []
        first, last = min(self.months), max(self.months)
        return [(month, self.months[month]) for month in _months(first, last)][-MOST_MONTHS:]


def talk_in(chat: Chat) -> Talk:
    """Read the whole chat. Lines about the group, and messages without a moment, are not counted."""
    talk, chance = Talk(), random.Random(1)  # noqa: S311 - the same file gives the same figures
    texts, length, last = 0, 0, ""
    for at, author, kind, text, _attachment in chat.rows():
        if at is None or author is None or kind not in (TEXT, MEDIA):
            continue
        talk.messages += 1
        talk.months[at[:7]] += 1
        talk.hours[int(at[11:13])] += 1
        talk.writers[author] += 1
        length = length + 1 if _goes_on(last, at) else 1
        talk.longest, last = max(talk.longest, length), at
        if kind == TEXT and text:
            texts += 1
            _draw(talk.sample, text, texts, chance)
    return talk


def _draw(sample: list[str], text: str, seen: int, chance: random.Random) -> None:
    """Every text has the same chance to be in the sample (Vitter's algorithm R)."""
    if len(sample) < SAMPLE:
        sample.append(text)
    elif (place := chance.randrange(seen)) < SAMPLE:
        sample[place] = text


def _goes_on(last: str, at: str) -> bool:
    if last[:13] == at[:13] and int(at[14:16]) - int(last[14:16]) < SILENCE.seconds // 60:
        return True
    return bool(last) and abs(datetime.fromisoformat(at) - datetime.fromisoformat(last)) <= SILENCE


def _months(first: str, last: str) -> list[str]:
    year, month, found = int(first[:4]), int(first[5:]), []
    while (name := f"{year:04}-{month:02}") <= last:
        found.append(name)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found
