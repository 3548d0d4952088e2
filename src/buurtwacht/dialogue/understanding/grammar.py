# SPDX-License-Identifier: EUPL-1.2
"""The tables as something that can be matched quickly. Made once per language."""

import re
from collections.abc import Iterable
from functools import cache

from .spelling import Spelling
from .tables import TABLES, Table

NOTHING = re.compile(r"(?!)")


def anywhere(pieces: Iterable[str]) -> re.Pattern[str]:
    """Any of these as whole words."""
    together = "|".join(f"(?:{piece})" for piece in pieces)
    return re.compile(rf"(?<!\w)(?:{together})(?!\w)") if together else NOTHING


def whole(pieces: Iterable[str]) -> re.Pattern[str]:
    """Any of these as the whole message."""
    return re.compile("(?:" + "|".join(f"(?:{piece})" for piece in pieces) + ")$")


def beginning(pieces: Iterable[str], shortest: int = 2) -> re.Pattern[str]:
    """Any of these as how the message begins; a short one only as the whole of it."""
    pieces = tuple(pieces)
    long = "|".join(f"(?:{piece})" for piece in pieces if len(piece) >= shortest)
    every = "|".join(f"(?:{piece})" for piece in pieces)
    return re.compile(rf"(?:(?:{long})(?!\w)|(?:{every})$)")


class Grammar:
    """One language, ready to match plain text."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.leave, self.stop, self.come_back = whole(table.leave), whole(table.stop), whole(table.come_back)
        self.cancel = whole(table.cancel)
        self.share, self.change, self.help = whole(table.share), whole(table.change), whole(table.help)
        self.report = beginning(table.report, shortest=5)
        self.yes, self.no = beginning(table.yes), beginning(table.no)
        self.only_yes = whole((*table.yes, *table.only_yes))
        self.agreeing = whole(table.agreeing)
        self.unknown, self.skip = whole(table.unknown), whole(table.skip)
        self.seen, self.close, self.thanks = whole(table.seen), whole(table.close), whole(table.thanks)
        self.greetings = whole(table.greetings)
        self.called, self.unsure = anywhere(table.called), anywhere(table.unsure)
        self.not_yet, self.doubt = anywhere(table.not_yet), anywhere(table.doubt)
        self.watching, self.two, self.cannot = anywhere(table.watching), anywhere(table.two), anywhere(table.cannot)
        self.police, self.false_alarm = anywhere(table.police), anywhere(table.false_alarm)
        self.now, self.just_gone, self.gone = anywhere(table.now), anywhere(table.just_gone), anywhere(table.gone)
        self.weapon, self.wounded = anywhere(table.weapon), anywhere(table.wounded)
        self.behaviours = {code: anywhere(pieces) for code, pieces in table.behaviours.items()}
        self.towards = anywhere(table.direction)
        self.man, self.woman = anywhere(table.man), anywhere(table.woman)
        self.filler = frozenset(table.filler)
        self.spelling = Spelling(_words_of(table), table.ordinary)

    def corrected(self, plain_text: str) -> str:
        return re.sub(r"[a-z]{5,}", lambda found: self.spelling.corrected(found[0]), plain_text)


@cache
def grammar_of(language: str) -> Grammar:
    return Grammar(TABLES[language])


def _words_of(table: Table) -> set[str]:
    """The words that stand in the short answers: those that a mistake must not hide."""
    short = (
        *(table.leave, table.report, table.share, table.seen, table.called, table.not_yet, table.doubt, table.watching),
        *(table.police, table.false_alarm, table.unknown, table.skip, table.close, table.now, table.just_gone),
        *(table.thanks, *table.behaviours.values()),
    )
    pieces = (piece.replace("\\w", " ") for pieces in short for piece in pieces)
    return {word for piece in pieces for word in re.findall(r"[a-z]{5,}", piece)}
