# SPDX-License-Identifier: EUPL-1.2
"""The five leaflets and the house rules as one PDF, to print or to hand out."""

from django.utils.translation import get_language, gettext

from buurtwacht.enrolment.signing.texts import Kind, text_for
from buurtwacht.enrolment.welcome.leaflets import Leaflet, leaflets_for
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.naming import full_name
from buurtwacht.lib.clock import full_day
from buurtwacht.lib.pdf import pdf_from

from .place import TEMPLATES


def pack_pdf(group: WatchGroup) -> bytes:
    """In the language that is active: a leaflet per page, and then what the group agreed on."""
    number = group.policy.emergency_number
    return pdf_from(
        TEMPLATES / "starter_pack.typ",
        {
            "language": (get_language() or "nl").partition("-")[0],
            "title": gettext("Starter pack"),
            "over": full_name(group),
            "foot": gettext("In danger: call %(number)s.") % {"number": number},
            "leaflets": [_words(leaflet, number) for leaflet in leaflets_for(group.policy)],
            "rules": _rules(group),
        },
    )


def _words(leaflet: Leaflet, number: str) -> dict[str, object]:
    return {"title": str(leaflet.title), "lead": str(leaflet.lead), "points": leaflet.lines(number)}


def _rules(group: WatchGroup) -> dict[str, object]:
    text = text_for(Kind.RULES, group)
    points = [[point.lead, point.words, point.why, point.language] for point in text.points]
    since = full_day(text.since)
    edition = gettext("%(version)s, of %(day)s") % {"version": text.number, "day": since}
    return {"title": text.title, "lead": text.opening, "points": points, "edition": edition}
