# SPDX-License-Identifier: EUPL-1.2
"""The answer to an appeal on paper."""

from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from buurtwacht.groups.naming import full_name
from buurtwacht.lib.clock import day
from buurtwacht.lib.pdf import pdf_from
from buurtwacht.moderation.models import Appeal, Measure

from .links import case_url, qr_of, reference_of

ROOM = Path(__file__).resolve().parent.parent / "templates" / "moderation"
TEMPLATE, COPY = ROOM / "appeals" / "answer.typ", ROOM / "cases" / "letter.typ"


def answer_pdf(appeal: Appeal) -> bytes:
    """The verdict and the answer, in the language of the member, with the address where the letter window looks."""
    case = appeal.measure.case
    with override(case.person.language):
        return pdf_from(TEMPLATE, _letter(appeal))


def own_copy_pdf(appeal: Appeal) -> bytes:
    """For the member to keep: what was decided and why, what they wrote against it, and the answer if there is one."""
    case = appeal.measure.case
    with override(case.person.language):
        url = case_url(case)
        frame = _letter(appeal) | {"subject": _("Your appeal"), "url": url, "qr": qr_of(url), "sign": []}
        return pdf_from(
            COPY, frame | {"opening": [_opening(appeal)], "parts": _parts(appeal), "after": [_after(appeal)]}
        )


def verdict_words(appeal: Appeal) -> str:
    """What the appeal came to, in one sentence for the member."""
    measure = appeal.measure
    if appeal.verdict == Appeal.Verdict.OVERTURNED:
        return _("You were right: the measure is taken back.")
    if appeal.verdict == Appeal.Verdict.SHORTENED and measure.until:
        return _("The measure ends sooner: on %(day)s.") % {"day": day(measure.until, measure.case.group.tz)}
    return _("The measure stays.")


def _opening(appeal: Appeal) -> str:
    group = appeal.measure.case.group
    told = {"group": group.name, "measure": appeal.measure.get_kind_display(), "day": day(appeal.at, group.tz)}
    return _("On %(day)s you appealed against a measure of %(group)s: %(measure)s.") % told


def _parts(appeal: Appeal) -> list[dict[str, Any]]:
    """Under headings, as in the letter about the measure; never who judged."""
    parts = [
        (_("Why this step"), appeal.measure.reason, False),
        (_("Your appeal"), appeal.words, True),
        (_("The answer"), f"{verdict_words(appeal)}\n{appeal.answer}" if appeal.answered_at else "", False),
    ]
    return [{"heading": heading, "words": words, "quote": quote} for heading, words, quote in parts if words]


def _after(appeal: Appeal) -> str:
    if appeal.answered_at:
        return _("It was judged by somebody who had no part in it.")
    last = {"day": day(appeal.answer_by, appeal.measure.case.group.tz)}
    return _("Somebody who had no part in it judges your appeal. You get an answer before %(day)s.") % last


def _letter(appeal: Appeal) -> dict[str, Any]:
    measure, case = appeal.measure, appeal.measure.case
    group = case.group
    return {
        "language": case.person.language[:2],
        "sender": f"{group.organisation.name} - Buurtwacht {group.name}",
        "address": _address(measure),
        "place_and_day": f"{group.organisation.name}, {day(timezone.localdate(timezone=group.tz))}",
        "subject": _("The answer to your appeal"),
        "greeting": _("Dear %(name)s,") % {"name": case.person.first_name},
        "paragraphs": [
            _("On %(day)s you appealed against a measure of %(group)s: %(measure)s.")
            % {"day": day(appeal.at, group.tz), "group": group.name, "measure": measure.get_kind_display()},
            _("It was judged by somebody who had no part in it."),
            verdict_words(appeal),
        ],
        "answer": [line for line in appeal.answer.splitlines() if line.strip()],
        "after": [
            _("Reference: %(reference)s") % {"reference": reference_of(measure)},
            _("Everything that was decided stands on this page:"),
        ],
        "url": case_url(case),
        "reference": _("Reference: %(reference)s") % {"reference": reference_of(measure)},
        "about": full_name(group),
        "sos": _("In danger, call %(number)s first.") % {"number": group.policy.emergency_number},
    }


def _address(measure: Measure) -> list[str]:
    """Name, street and number, postcode and town; only the name when the address is no longer known."""
    case = measure.case
    known = measure.address or {}
    member = case.membership
    if member and not member.left_at:
        known = {name: getattr(member, name) for name in ("street", "house_number", "postcode", "town")}
    name = f"{case.person.first_name} {case.person.family_name}"
    street = f"{known.get('street', '')} {known.get('house_number', '')}"
    town = f"{known.get('postcode', '')} {known.get('town', '')}"
    return [" ".join(line.split()) for line in (name, street, town) if line.strip()]
