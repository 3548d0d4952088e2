# SPDX-License-Identifier: EUPL-1.2
"""Did somebody call the police? The one thing that must never be read into words that do not say it."""

import re

from .grammar import Grammar
from .model import Call
from .numbers import clock_in

_CLAUSE = re.compile(r"[;!\n]|\.(?!\d)|,(?!\d)|(?<=\?)")
_YES = re.compile(r"^(?:ja|j|jep|yep|ok|oke|yes|y|yeah|oui|o|jo|jawel|klopt|zeker|hoor)[ ,]+(?=\w)")
WORDS_AFTER = 3  # "112 gebeld heb ik niet": the denial may come behind it


def call_in(simple: str, grammar: Grammar) -> tuple[Call | None, str]:
    """What is said about calling, and the time of day that goes with it."""
    found: Call | None = None
    for clause in _clauses(simple):
        if _is_called(clause, grammar):
            return Call.CALLED, clock_in(clause) or clock_in(simple)
        if grammar.not_yet.search(clause):
            found = Call.NOT_YET
        elif found is None and grammar.doubt.search(clause):
            found = Call.DOUBT
        elif found is None and grammar.called.search(clause):
            found = Call.NOT_YET if "?" not in clause else None  # said, but not for certain
    return found, ""


def _is_called(clause: str, grammar: Grammar) -> bool:
    """It is said of this call that it was made: no question, no denial, no guess."""
    if clause.rstrip().endswith("?"):
        return False
    for said in grammar.called.finditer(clause):
        after = " ".join(clause[said.end() :].split()[:WORDS_AFTER])
        before = clause[: said.start()]
        if not any(grammar.unsure.search(part) for part in (before, said[0], after)):
            return True
    return False


def _clauses(simple: str) -> list[str]:
    parts = (part.strip() for part in _CLAUSE.split(simple))
    return [_YES.sub("", part) for part in parts if part]
