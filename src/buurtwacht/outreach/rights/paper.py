# SPDX-License-Identifier: EUPL-1.2
"""The letter to who asked on paper, to print: that the request came, that it takes longer, or the answer.

It says what the mail says. The window of the envelope is that of `enrolment.checking.letters`. Nothing is sent by
itself.
"""

from pathlib import Path
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from buurtwacht.lib.clock import day
from buurtwacht.lib.pdf import pdf_from
from buurtwacht.outreach.models import RightsRequest

from .letters import words_of

TEMPLATE = Path(__file__).resolve().parent.parent / "templates" / "outreach" / "rights" / "letter.typ"


def letter_pdf(request: RightsRequest) -> bytes:
    """What there is to say now, in the language of who asked."""
    organisation = request.organisation
    today = timezone.localdate(timezone=ZoneInfo(organisation.time_zone))
    with override(request.language):
        template, subject = _what_to_say(request)
        letter = {
            "language": request.language[:2],
            "sender": organisation.name,
            "address": [request.name, *_lines(request.address)],
            "place_and_day": f"{organisation.name}, {day(today)}",
            "subject": subject,
            "paragraphs": _paragraphs(words_of(request, template)),
            "reference": _("Reference: %(reference)s") % {"reference": request.reference},
        }
    return pdf_from(TEMPLATE, letter)


def _what_to_say(request: RightsRequest) -> tuple[str, str]:
    if request.answered_at:
        return "answer", _("Answer to your request")
    if request.prolonged_at:
        return "prolonged", _("Your request takes longer")
    return "received", _("We received your request")


def _lines(address: str) -> list[str]:
    return [" ".join(line.split()) for line in address.splitlines() if line.strip()][:3]


def _paragraphs(words: str) -> list[str]:
    return [part.strip() for part in words.replace("\r", "").split("\n\n") if part.strip()]
