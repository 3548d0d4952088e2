# SPDX-License-Identifier: EUPL-1.2
"""A second examination, by somebody who had not read the lists: tests/data/examined.tsv, examined_newspaper_nl.txt."""

from .measured import DATA, LANGUAGES, NONE, Row, rows

FOUND = frozenset(("insult", "discrimination"))  # what hurts somebody, under either name
SAID = FOUND | {"accusation", "names_neighbour", "shouting"}
INTRODUCTION = (
    "Written by somebody else, before reading the lists, in the manner of functional tests for hate: of the hateful "
    "Dutch ones nearly half are spelled in tricky ways, and the harmless ones look like hateful ones on purpose. They "
    "may not be used to improve the lists. Found: hateful sentences that were called an insult or discrimination. "
    "Flagged: harmless ones that were."
)


def flagged(language: str, *, hateful: bool) -> tuple[int, int]:
    """How many of these sentences were called an insult or discrimination, of how many."""
    ones = [row for row in rows("examined") if row.language == language and bool(row.reason) is hateful]
    return sum(bool(FOUND & row.answer) for row in ones), len(ones)


def flagged_newspaper() -> tuple[int, int]:
    """How many newspaper sentences got a remark about their language, of how many."""
    lines = (DATA / "examined_newspaper_nl.txt").read_text(encoding="utf-8").splitlines()
    return sum(bool(SAID & Row(line, NONE, "nl", "").answer) for line in lines), len(lines)


def section() -> list[str]:
    """Its part of docs/wording.md."""
    lines = ["| language | found | flagged |", "|---|---|---|"]
    for language, name in LANGUAGES.items():
        found, hateful = flagged(language, hateful=True)
        wrong, harmless = flagged(language, hateful=False)
        lines.append(f"| {name} | {_share(found, hateful)} | {_share(wrong, harmless)} |")
    said, count = flagged_newspaper()
    news = f"Of {count} more newspaper sentences {said} ({said / count:.1%}) get a remark about their language."
    return [f"## Examined by somebody else ({len(rows('examined'))})", INTRODUCTION, "\n".join(lines), news]


def _share(some: int, of: int) -> str:
    return f"{some} of {of} ({some / of:.0%})"
