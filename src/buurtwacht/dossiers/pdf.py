# SPDX-License-Identifier: EUPL-1.2
"""The dossier on paper."""

from collections.abc import Iterator
from datetime import datetime, tzinfo
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from buurtwacht.groups.naming import full_name
from buurtwacht.lib.clock import clock
from buurtwacht.lib.pdf import pdf_from
from buurtwacht.reports.compose.text import joined, sentence

from .excerpt.words import Talk
from .models import Dossier
from .sheet import Sheet, SheetLine

TEMPLATE = Path(__file__).resolve().parent / "templates" / "dossiers" / "dossier.typ"


def render_pdf(dossier: Dossier, sheet: Sheet, made_at: datetime) -> bytes:
    """The sheet as a PDF, in the language of the organisation."""
    with override(dossier.organisation.language):
        data = _data(dossier, sheet, made_at)
    return pdf_from(TEMPLATE, data)


def _data(dossier: Dossier, sheet: Sheet, made_at: datetime) -> dict[str, object]:
    group = dossier.report.group
    head = list(sheet.lines)[-1].entry.digest if sheet.lines else b""
    return {
        "language": dossier.organisation.language[:2],
        "over": f"Buurtwacht, {full_name(group)}",
        "title": _("Dossier %(number)s") % {"number": dossier.number},
        "facts": [
            [_("What"), sheet.what],
            [_("Where"), _where(sheet)],
            [_("When"), sheet.when],
            [_("Called %(number)s") % {"number": group.policy.emergency_number}, sheet.called],
            [_("Calling back"), _("The reporter can be reached through the coordinator")],
        ],
        "course": _("Course"),
        "lines": [row for line in sheet.shown for row in _rows(line, group.tz)],
        "left_out": _left_out(sheet),
        "photos": [[str(photo.pk)[:8], photo.description] for photo in sheet.photos],
        "photos_left_out": photos_left_out(sheet),
        "photos_title": _("Photos, in the file beside this one"),
        "talk": _talk(sheet.talk),
        "seal": _("Seal of the last entry"),
        "digest": bytes(head).hex(),
        "made": _("Made on %(time)s") % {"time": f"{made_at.astimezone(group.tz):%d-%m-%Y %H:%M}"},
        "note": _("The police act on a call to the emergency number. Nobody of the police reads along in the group."),
    }


def _where(sheet: Sheet) -> str:
    return joined((sentence(sheet.where), _("The exact point is in the file."))) if sheet.has_point else sheet.where


def _talk(talk: Talk | None) -> dict[str, object]:
    if talk is None:
        return {}
    return {
        "title": _("Conversation in the old group"),
        "origin": talk.origin,
        "lines": [[line.clock, line.who, line.words] for line in talk.lines],
        "seal": _("Seal of the conversation"),
        "digest": talk.digest,
    }


def _rows(line: SheetLine, zone: tzinfo) -> Iterator[list[str]]:
    if line.new_day:
        yield ["", "", line.new_day]
    yield [clock(line.entry.at, zone), line.who, line.words]


def photos_left_out(sheet: Sheet) -> str:
    """That photos stay behind, so that nobody takes the file for more than it is; empty when all go along."""
    count = sheet.photos_left_out
    words = ngettext("One photo was left out.", "%(count)s photos were left out.", count)
    return words % {"count": count} if count else ""


def _left_out(sheet: Sheet) -> str:
    if not sheet.left_out:
        return ""
    words = ngettext("%(count)s entry was left out.", "%(count)s entries were left out.", sheet.left_out)
    return words % {"count": sheet.left_out}
