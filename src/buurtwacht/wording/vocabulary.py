# SPDX-License-Identifier: EUPL-1.2
"""The word lists of one language, read once from data/<language>.txt."""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from .phrases import Classes, Part, PhraseList, join, parse
from .reasons import Reason

DATA = Path(__file__).parent / "data"
LANGUAGES = frozenset(("nl", "fr", "de", "en"))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    language: str
    lists: dict[str, PhraseList] = field(default_factory=dict)

    def __getitem__(self, section: str) -> PhraseList:
        """The phrases under [section]; an empty list where a language has none."""
        return self.lists.get(section, _NOTHING)

    def of(self, reason: Reason) -> PhraseList:
        return self[reason.value]


_NOTHING = PhraseList()


def vocabulary(language: str) -> Vocabulary:
    """The words for `nl`, `nl-be`, `fr` …; Dutch for a language that we have no lists for."""
    base = language.replace("_", "-").partition("-")[0].lower()
    return _read(base if base in LANGUAGES else "nl")


@lru_cache
def _read(language: str) -> Vocabulary:
    sections = _sections((DATA / f"{language}.txt").read_text(encoding="utf-8"))
    classes: Classes = {}
    lists: dict[str, PhraseList] = {}
    for name, lines in sections.items():
        if name.startswith("@"):
            classes[name[1:]] = _class(lines, classes)
        listed = lists.setdefault(name.lstrip("@"), PhraseList())
        for line in lines:
            listed.add(parse(line, classes))
    return Vocabulary(language, lists)


def _class(lines: list[str], classes: Classes) -> Part:
    return join([part for line in lines for part in parse(line, classes).parts])


def _sections(text: str) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        line = line.partition("#")[0].strip()
        if line.startswith("["):
            name = line.strip("[]")
            sections[name] = []
        elif line:
            sections[name].append(line)
    return sections
