# SPDX-License-Identifier: EUPL-1.2
"""How often words of danger are heard, and ordinary ones taken for them: tests/data/danger.tsv."""

from functools import cache

from .danger import tells_danger
from .measured import DATA, LANGUAGES

HARMLESS, DANGER = "harmless", "danger"
INTRODUCTION = (
    "What tells of a weapon, a wound, violence or fire is never sent another way than to the call "
    "(`wording/danger.py`), so it is heard rather too often. A text is read in all four languages; where its small "
    "words say in which one it is written (`wording/tongue.py`), an ordinary word of that language is not taken for "
    'one of another: "mes" in French is no knife. Where that is not sure, it is. These sentences were made with the '
    "lists at hand, many of the harmless ones with a word that looks like danger, so they say what was mended and not "
    "how others write. Before, 82 of the harmless ones were flagged and 2 about danger were not."
)


@cache
def sentences() -> tuple[tuple[str, str, str], ...]:
    """Language, `DANGER` or `HARMLESS`, and the sentence."""
    lines = (DATA / "danger.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((language, kind, text) for language, kind, text in rows)


def of(language: str, kind: str) -> list[str]:
    """The sentences of one kind in one language."""
    return [text for one, what, text in sentences() if (one, what) == (language, kind)]


def section() -> list[str]:
    """Its part of docs/wording.md."""
    lines = ["| language | danger: heard | harmless: heard all the same |", "|---|---|---|"]
    for language, name in LANGUAGES.items():
        danger, harmless = of(language, DANGER), of(language, HARMLESS)
        heard, wrongly = sum(map(tells_danger, danger)), sum(map(tells_danger, harmless))
        lines.append(f"| {name} | {heard} of {len(danger)} | {wrongly} of {len(harmless)} |")
    return [f"## Words of danger ({len(sentences())})", INTRODUCTION, "\n".join(lines)]
