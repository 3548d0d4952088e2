# SPDX-License-Identifier: EUPL-1.2
"""The words that people see: finding them in the code, and compiling their translations.

Each room keeps its own catalogues in `locale/`. They are compiled with Babel, so that no system package is needed.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("nl", "nl_BE", "fr", "de")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """One text in the code: its English words, its context and where it stands."""

    words: str
    context: str | None
    where: str


def phrases() -> Iterator[Phrase]:
    """Every translatable text of the program, in code and in templates."""
    for path in sorted(ROOT.rglob("*.py")):
        if not {"tests", "migrations", "testing"} & set(path.parts):
            yield from _phrases_in(path.read_text(), path)
    for path in sorted(ROOT.rglob("templates/**/*")):
        if path.suffix in (".html", ".txt", ".xml", ".js", ".typ"):
            code = templatize(path.read_text(), origin=str(path))
            yield from _phrases_in(re.sub(r"^[ \t]+", "", code, flags=re.M), path)


def _phrases_in(code: str, path: Path) -> Iterator[Phrase]:
    where = path.relative_to(ROOT)
    for line, message, _comments, context in extract("python", io.BytesIO(code.encode()), keywords=KEYWORDS):
        for words in message if isinstance(message, tuple) else (message,):
            if words:
                yield Phrase(words.replace("%%", "%") if path.suffix != ".py" else words, context, f"{where}:{line}")


def catalogues(language: str) -> list[Path]:
    """Where translations into this language stand."""
    return sorted(ROOT.rglob(f"locale/{language}/LC_MESSAGES/django.po"))


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def compile_all() -> int:
    """Compile every catalogue that is newer than its compiled form. Returns how many were."""
    compiled = 0
    for path in sorted(ROOT.rglob("locale/*/LC_MESSAGES/django.po")):
        target = path.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= path.stat().st_mtime:
            continue
        with target.open("wb") as file:
            write_mo(file, read(path))
        compiled += 1
    return compiled


def missing(language: str) -> list[Phrase]:
    """The phrases that nobody has translated into this language yet."""
    known = {
        (part, message.context)
        for path in catalogues(language)
        for message in read(path)
        if message.id and all(message.string if isinstance(message.string, tuple) else (message.string,))
        for part in (message.id if isinstance(message.id, tuple) else (message.id,))
    }
    return [phrase for phrase in phrases() if (phrase.words, phrase.context) not in known]
