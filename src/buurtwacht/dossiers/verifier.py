# SPDX-License-Identifier: EUPL-1.2
"""Checks a dossier file on its own: no database, no network, no keys."""

import base64
import hashlib
import io
import json
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from buurtwacht.reports.chain import content_digest, first_link, link

from .bundle import FORMAT, JSON_NAME
from .excerpt.words import digest_of


class Unreadable(Exception):
    """This is no dossier of ours; the sentence says what is wrong with it."""


@dataclass
class Findings:
    """What checking found. Every entry of `problems` is a sentence."""

    number: str
    entries: int = 0
    whole: int = 0
    hidden: int = 0  # redacted, left out or erased: only the digests are there
    photos: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        return not self.problems


def verify(path: Path) -> Findings:
    """Check a zip file, or the JSON document alone. Raises `Unreadable`."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror}.") from error
    archive = zipfile.ZipFile(io.BytesIO(data)) if zipfile.is_zipfile(io.BytesIO(data)) else None
    document = _document(data, archive)
    findings = Findings(number=str(document.get("number", "")))
    try:
        _check_chain(document, findings)
        _check_photos(document, archive, findings)
        _check_excerpt(document.get("excerpt"), findings)
    except (KeyError, TypeError, ValueError) as error:
        raise Unreadable(f"A part of this dossier is missing or damaged ({error}).") from error
    return findings


def _document(data: bytes, archive: zipfile.ZipFile | None) -> dict[str, Any]:
    try:
        found = json.loads(archive.read(JSON_NAME) if archive else data)
    except (KeyError, ValueError) as error:
        raise Unreadable("This file is not a dossier of Buurtwacht.") from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise Unreadable(f"This file is not a dossier of Buurtwacht in the format {FORMAT}.")
    return found


def _check_chain(document: dict[str, Any], findings: Findings) -> None:
    previous = first_link(UUID(document["report"]))
    for expected, entry in enumerate(document["entries"], start=1):
        findings.entries += 1
        said = bytes.fromhex(entry["content_digest"])
        digest = bytes.fromhex(entry["digest"])
        if entry["sequence"] != expected:
            findings.problems.append(f"Entry {expected} is missing.")
        if link(previous, said) != digest:
            findings.problems.append(f"Entry {entry['sequence']} does not follow from the one before it.")
        if entry["state"] == "whole":
            findings.whole += 1
            if content_digest(base64.b64decode(entry["salt"]), entry["record"]) != said:
                findings.problems.append(f"Entry {entry['sequence']} was changed.")
        else:
            findings.hidden += 1
        previous = digest


def _check_excerpt(excerpt: dict[str, Any] | None, findings: Findings) -> None:
    if excerpt is not None and digest_of(excerpt["lines"]) != excerpt["digest"]:
        findings.problems.append("The conversation was changed.")


def _check_photos(document: dict[str, Any], archive: zipfile.ZipFile | None, findings: Findings) -> None:
    sealed = {
        seal["digest"]
        for entry in document["entries"]
        for seal in entry.get("record", {}).get("content", {}).get("photos", [])
    }
    for photo in document["photos"]:
        findings.photos += 1
        if photo["digest"] not in sealed and all(entry["state"] == "whole" for entry in document["entries"]):
            findings.problems.append(f"Photo {photo['id']} does not belong to any entry.")
        if archive and hashlib.sha256(archive.read(photo["file"])).hexdigest() != photo["digest"]:
            findings.problems.append(f"Photo {photo['id']} was changed.")
