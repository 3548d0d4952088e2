# SPDX-License-Identifier: EUPL-1.2
"""The ready-made summary for colleagues at the police (R053): which groups there are, and how they work."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext, override

from buurtwacht.groups.models import Organisation
from buurtwacht.lib.clock import day
from buurtwacht.lib.pdf import pdf_from

from .queries import ContactPair

READS_NOT = gettext_noop(
    "The police act on a call to the emergency number. Nobody of the police reads along in the group."
)
TEMPLATE = Path(__file__).resolve().parent.parent / "templates" / "enrolment" / "checking" / "summary.typ"


def summary_pdf(organisation: Organisation, pairs: Sequence[ContactPair]) -> bytes:
    """One page to hand to colleagues, in the language of the organisation. No member is named, no report told."""
    with override(organisation.language):
        data = {
            "language": organisation.language[:2],
            "title": _("Neighbourhood watch in %(place)s") % {"place": organisation.name},
            "made": _("Made on %(day)s") % {"day": day(timezone.localdate())},
            "points": _points(pairs),
            "groups_title": _("The groups"),
            "groups": [_group(pair) for pair in pairs],
            "note": _(
                "The police act on a call to the emergency number. Nobody of the police reads along in the group."
            ),
        }
    return pdf_from(TEMPLATE, data)


def _points(pairs: Sequence[ContactPair]) -> list[str]:
    number = pairs[0].group.policy.emergency_number if pairs else "112"
    return [
        _("Neighbours who see something call %(number)s first. After that they warn each other.") % {"number": number},
        _("Whoever calls may say: the neighbours are being warned. Then one caller speaks for all."),
        _("After closing, the coordinator may hand over a dossier, by mail with a code."),
        _("The neighbours hope for an answer to a dossier. “I cannot say” is one too."),
        _("Neighbours do not patrol, follow nobody and hold nobody."),
    ]


def _group(pair: ContactPair) -> dict[str, Any]:
    members = ngettext("%(count)s member", "%(count)s members", pair.members) % {"count": pair.members}
    names = ", ".join(one.person.first_name for one in pair.coordinators) or _("Nobody at the moment")
    return {"name": pair.group.name, "members": members, "coordinators": _("Coordinates: %(names)s") % {"names": names}}
