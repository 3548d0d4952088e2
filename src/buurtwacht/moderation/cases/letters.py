# SPDX-License-Identifier: EUPL-1.2
"""Letters of a case: to the member, for the chief of police to sign, and the copy for the ministry.

Nothing is sent by itself: somebody prints the letter and posts it. The windows of envelopes are those of
`enrolment.checking.letters`.
"""

from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from buurtwacht.groups.naming import full_name
from buurtwacht.lib.clock import day
from buurtwacht.lib.pdf import pdf_from
from buurtwacht.moderation.appeals.links import case_url, qr_of, reference_of
from buurtwacht.moderation.ladder import Decider, Kind
from buurtwacht.moderation.models import Case, Measure

from . import queries
from .letter_words import appeal_of, day_of, means_of, opening_of, parts_of

TEMPLATE = Path(__file__).resolve().parent.parent / "templates" / "moderation" / "cases" / "letter.typ"
Status = Measure.Status


def has_letter(measure: Measure) -> bool:
    """Is there something to print? Not of a talk, nor when the words were erased, nor of what waits for a neighbour."""
    if measure.kind == Kind.TALK or not measure.reason:
        return False
    return measure.status == Status.TAKEN or (measure.status == Status.PROPOSED and is_for_the_chief(measure))


def is_for_the_chief(measure: Measure) -> bool:
    rung = queries.rung_for(measure.case, measure.kind)
    return rung is not None and rung.decider is Decider.POLICE_CHIEF


def letter_pdf(measure: Measure) -> bytes:
    """The letter to the member; with a place to sign while it waits for the chief of police."""
    case = measure.case
    waits = measure.status == Status.PROPOSED
    with override(case.person.language):
        url = case_url(case)
        letter = _frame(case, _subject(measure)) | {
            "address": _address(measure),
            "greeting": _("Dear %(name)s,") % {"name": case.person.first_name},
            "opening": [opening_of(measure), means_of(measure)],
            "parts": parts_of(measure),
            "after": [appeal_of(measure)],
            "url": url,
            "qr": qr_of(url),
            "reference": _("Reference: %(reference)s") % {"reference": reference_of(measure)},
            "sign": [_("The chief of police"), _("Day")] if waits else [],
        }
    return pdf_from(TEMPLATE, letter)


def copy_pdf(measure: Measure) -> bytes:
    """What the ministry of the interior gets of a definitive removal: the reasoned decision, without the words."""
    case = measure.case
    with override(case.group.organisation.language):
        who = f"{case.person.first_name} {case.person.family_name}".strip()
        letter = _frame(case, _("Copy of a definitive removal")) | {
            "address": [_("Federal Public Service Home Affairs"), _("Safety and Prevention")],
            "greeting": _("Dear Sir or Madam,"),
            "opening": [
                _("By the circular of 28 February 2019 you get a copy of this decision of %(group)s.")
                % {"group": full_name(case.group)},
                _("%(name)s was removed for good on %(day)s.") % {"name": who, "day": day_of(measure.decided_at, case)},
            ],
            "parts": [part for part in parts_of(measure) if not part["quote"]],
            "after": [_("An appeal is possible until %(day)s.") % {"day": day_of(measure.appeal_until, case)}],
            "url": "",
            "qr": "",
            "reference": "",
            "sign": [_("On behalf of the group"), _("Day")],
        }
    return pdf_from(TEMPLATE, letter)


def _subject(measure: Measure) -> str:
    return {
        Kind.WARNING: pgettext("letter", "A warning"),
        Kind.REPRIMAND: pgettext("letter", "A reprimand"),
        Kind.SUSPENSION: pgettext("letter", "You are suspended for a while"),
        Kind.PROSECUTOR: pgettext("letter", "You are suspended for a while"),
        Kind.RELIEF: pgettext("letter", "You no longer coordinate or moderate"),
        Kind.REMOVAL: pgettext("letter", "Your part in the group has ended"),
        Kind.ENDING: pgettext("letter", "Your part in the group has ended"),
    }[Kind(measure.kind)]


def _frame(case: Case, subject: str) -> dict[str, Any]:
    group = case.group
    return {
        "language": case.person.language[:2],
        "sender": f"{group.organisation.name} - Buurtwacht {group.name}",
        "place_and_day": f"{group.organisation.name}, {day(timezone.localdate(timezone=group.tz))}",
        "subject": subject,
        "about": full_name(group),
        "sos": _("In danger, call %(number)s first.") % {"number": group.policy.emergency_number},
    }


def _address(measure: Measure) -> list[str]:
    """As the post wants it. Of who was removed it is kept with the measure until the term to appeal is over."""
    case = measure.case
    names = ("street", "house_number", "postcode", "town")
    kept = measure.address or {name: getattr(case.membership, name, "") for name in names}
    lines = (
        f"{case.person.first_name} {case.person.family_name}",
        f"{kept['street']} {kept['house_number']}",
        f"{kept['postcode']} {kept['town'] or case.group.organisation.name}",
    )
    return [" ".join(line.split()) for line in lines]
