# SPDX-License-Identifier: EUPL-1.2
"""Room for a film about how it works, from our own disk, with captions and a text for who does not see it (R026).

The operator puts files in the folder `films` of the data folder, below the slug of the organisation: `uitleg.mp4` (or
`.webm`), for each language `uitleg.nl.vtt` with captions, and `uitleg.nl.md` with the whole film in words. Without
captions and words there is no film on the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.safestring import SafeString

from buurtwacht.groups.models import Organisation
from buurtwacht.lib.markdown import html_of

NAME = "uitleg"
KINDS = {"mp4": "video/mp4", "webm": "video/webm", "vtt": "text/vtt"}


@dataclass(frozen=True, slots=True)
class Film:
    """A film, the languages of its captions, and what it says and shows in words."""

    file: str
    kind: str
    captions: list[str]
    language: str
    words: SafeString


def film_of(organisation: Organisation, language: str) -> Film | None:
    """The film of this organisation; None without film, captions or words."""
    folder = _folder(organisation)
    found = next((folder / f"{NAME}.{end}" for end in ("mp4", "webm") if (folder / f"{NAME}.{end}").is_file()), None)
    captions = [code for code, _name in settings.LANGUAGES if (folder / f"{NAME}.{code}.vtt").is_file()]
    wanted = (language, language.partition("-")[0], organisation.language, settings.LANGUAGE_CODE)
    spoken = next((code for code in wanted if (folder / f"{NAME}.{code}.md").is_file()), None)
    if not (found and captions and spoken):
        return None
    words = html_of((folder / f"{NAME}.{spoken}.md").read_text(encoding="utf-8"))
    return Film(found.name, KINDS[found.suffix[1:]], captions, spoken, words)


def file_of(organisation: Organisation, name: str) -> tuple[Path, str] | None:
    """One of the files that visitors may have, and its media type; None for anything else."""
    path = _folder(organisation) / name
    if name not in set(_names()) or not path.is_file():
        return None
    return path, KINDS[path.suffix[1:]]


def _folder(organisation: Organisation) -> Path:
    return Path(settings.DATA) / "films" / organisation.slug


def _names() -> Iterator[str]:
    yield from (f"{NAME}.mp4", f"{NAME}.webm")
    yield from (f"{NAME}.{code}.vtt" for code, _name in settings.LANGUAGES)
