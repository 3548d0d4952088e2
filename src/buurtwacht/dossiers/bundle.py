# SPDX-License-Identifier: EUPL-1.2
"""The dossier as data: one JSON document that stands on its own, and the zip file that goes to the police.

Format `buurtwacht-dossier/1`. An entry that was left whole carries its content and its salt, so that its digest can be
recomputed. Of an entry that was redacted or left out only the digests go along: the chain shows that something stood
there, and when, without showing what. So it is when a photo or the exact point on the map was taken out of it.

A conversation from an old WhatsApp group has a digest of its own (see `excerpt.words.digest_of`): it shows that
nothing changed since the coordinator brought it in, and nothing about what happened before.
"""

import base64
import hashlib
import io
import json
import zipfile
from datetime import datetime
from typing import Any

from django.utils import timezone

from buurtwacht.reports.chain import record_of
from buurtwacht.reports.models import Photo

from .excerpt.window import plain
from .excerpt.words import Talk
from .models import Dossier
from .pdf import render_pdf
from .sheet import LEFT_OUT, WHOLE, Sheet, SheetLine, sheet_of

FORMAT = "buurtwacht-dossier/1"
JSON_NAME, PDF_NAME = "dossier.json", "dossier.pdf"
FIXED_TIME = (1980, 1, 1, 0, 0, 0)  # the same dossier gives the same zip file


def document_of(dossier: Dossier, sheet: Sheet, made_at: datetime) -> dict[str, Any]:
    """Everything in the dossier, as plain JSON."""
    report = dossier.report
    return {
        "format": FORMAT,
        "number": dossier.number,
        "made_at": made_at.isoformat(timespec="seconds"),
        "group": report.group.name,
        "organisation": dossier.organisation.name,
        "report": str(report.pk),
        "what": sheet.what,
        "where": sheet.where,
        "when": sheet.when,
        "called": sheet.called,
        "emergency_number": report.group.policy.emergency_number,
        "closed_at": report.closed_at.isoformat() if report.closed_at else None,
        "entries": [_entry(line) for line in sheet.lines],
        "photos": [_photo(photo) for photo in sheet.photos],
        "photos_left_out": sheet.photos_left_out,
        "excerpt": _excerpt(sheet.talk) if sheet.talk else None,
    }


def package_of(dossier: Dossier) -> bytes:
    """The zip file: the document, the PDF to read, and the photos as they were taken in."""
    sheet = sheet_of(dossier)
    made_at = timezone.now()
    document = document_of(dossier, sheet, made_at)
    files = {
        JSON_NAME: json.dumps(document, indent=2, ensure_ascii=False).encode(),
        PDF_NAME: render_pdf(dossier, sheet, made_at),
    }
    files |= {f"photos/{photo.pk}.jpg": bytes(photo.image) for photo in sheet.photos}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, FIXED_TIME), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def file_in(package: bytes, name: str) -> bytes:
    """One file out of the zip file."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.read(name)


def _entry(line: SheetLine) -> dict[str, Any]:
    entry = line.entry
    found: dict[str, Any] = {
        "sequence": entry.sequence,
        "state": line.state,
        "content_digest": bytes(entry.content_digest).hex(),
        "digest": bytes(entry.digest).hex(),
    }
    if line.state != LEFT_OUT:
        found |= {"at": entry.at.isoformat(), "kind": entry.kind, "role": entry.role, "words": line.words}
    if line.state == WHOLE and entry.salt is not None:
        found |= {"salt": _base64(entry.salt), "record": record_of(entry)}
    return found


def _photo(photo: Photo) -> dict[str, Any]:
    return {
        "id": str(photo.pk),
        "file": f"photos/{photo.pk}.jpg",
        "digest": hashlib.sha256(bytes(photo.image)).hexdigest(),
        "description": photo.description,
    }


def _excerpt(talk: Talk) -> dict[str, Any]:
    return {"origin": talk.origin, "digest": talk.digest, "lines": plain(list(talk.lines))}


def _base64(data: bytes | memoryview) -> str:
    return base64.b64encode(bytes(data)).decode()
