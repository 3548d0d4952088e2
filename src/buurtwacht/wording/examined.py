# SPDX-License-Identifier: EUPL-1.2
"""Two more examinations, by people who had not read the lists.

tests/data/examined.tsv and examined_newspaper_nl.txt; and tests/data/fresh.tsv, in four languages.
"""

from .measured import DATA, LANGUAGES, NONE, Row, rows

FOUND = frozenset(("insult", "discrimination"))  # what hurts somebody, under either name
SAID = FOUND | {"accusation", "names_neighbour", "shouting"}
INTRODUCTION = (
    "Written by somebody else, before reading the lists, in the manner of functional tests for hate: of the hateful "
    "Dutch ones nearly half are spelled in tricky ways, and the harmless ones look like hateful ones on purpose. They "
    "may not be used to improve the lists. Found: hateful sentences that were called an insult or discrimination. "
    "Flagged: harmless ones that were."
)
FRESH = "fresh"
NEWSPAPER = "newspaper"  # in the place of the trick
FRESH_INTRODUCTION = (
    "Written anew before the lists were read, and divided in two by chance. The lists were improved with one half, "
    "which stands above among theirs; this is the other half, which may not be used for it. One hand wrote both halves "
    "in four languages, so some sentences have a cousin in the first half: other people will find less. When both were "
    "new, of this half 67% of the Dutch, 62% of the French, 64% of the German and 73% of the English hateful ones were "
    "found, and 10%, 18%, 9% and 12% of the harmless ones flagged; right after the work on the first half 86%, 90%, "
    "99% and 85% were found, and 9%, 12%, 9% and 10% flagged. The newspaper sentences are hard on purpose: courts, "
    "crime, migration and war, with the abuse that somebody uttered."
)


def flagged(language: str, *, hateful: bool, name: str = "examined") -> tuple[int, int]:
    """How many of these sentences were called an insult or discrimination, of how many."""
    ones = [row for row in rows(name) if row.language == language and bool(row.reason) is hateful]
    ones = [row for row in ones if row.trick != NEWSPAPER]
    return sum(bool(FOUND & row.answer) for row in ones), len(ones)


def flagged_fresh_newspaper(language: str) -> tuple[int, int]:
    """How many of the fresh newspaper sentences got a remark about their language, of how many."""
    ones = [row for row in rows(FRESH) if row.language == language and row.trick == NEWSPAPER]
    return sum(bool(SAID & row.answer) for row in ones), len(ones)


def flagged_newspaper() -> tuple[int, int]:
    """How many newspaper sentences got a remark about their language, of how many."""
    lines = (DATA / "examined_newspaper_nl.txt").read_text(encoding="utf-8").splitlines()
    return sum(bool(SAID & Row(line, NONE, "nl", "").answer) for line in lines), len(lines)


def section() -> list[str]:
    """Its part of docs/wording.md."""
    said, count = flagged_newspaper()
    news = f"Of {count} more newspaper sentences {said} ({said / count:.1%}) get a remark about their language."
    return [
        f"## Examined by somebody else ({len(rows('examined'))})",
        INTRODUCTION,
        _table("examined"),
        news,
        f"## Fresh sentences ({len(rows(FRESH))})",
        FRESH_INTRODUCTION,
        _table(FRESH),
        _newspapers(),
    ]


def _table(name: str) -> str:
    lines = ["| language | found | flagged |", "|---|---|---|"]
    for language, word in LANGUAGES.items():
        found, wrong = (_share(*flagged(language, hateful=hateful, name=name)) for hateful in (True, False))
        lines.append(f"| {word} | {found} | {wrong} |")
    return "\n".join(lines)


def _newspapers() -> str:
    lines = ["| newspaper sentences | with a remark about their language |", "|---|---|"]
    lines += [f"| {word} | {_share(*flagged_fresh_newspaper(language))} |" for language, word in LANGUAGES.items()]
    return "\n".join(lines)


def _share(some: int, of: int) -> str:
    return f"{some} of {of} ({some / of:.0%})"
