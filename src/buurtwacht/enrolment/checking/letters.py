# SPDX-License-Identifier: EUPL-1.2
"""Letters on paper: the code for an address, the neutral letter after a refusal, and that an application stopped.

The address stands where every common window looks. Windows of NL and BE differ (DL 110 x 220 and C5/6 114 x 229 mm,
left, 35 to 45 mm high) and paper slides in its envelope by 11 to 19 mm. From 20 to 100 mm from the left and from 59 to
79 mm from the top a line stays in sight in all of them; NBN Z 01-002 lets the address begin 60 mm from the top too.
"""

import io
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import segno
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from buurtwacht.enrolment.models import AddressProof, Application
from buurtwacht.groups.naming import full_name
from buurtwacht.lib.clock import day
from buurtwacht.lib.links import link_token
from buurtwacht.lib.pdf import pdf_from

from . import codes, rules

Letter = dict[str, Any]  # what the template of a letter reads
LETTER = "letter"  # the purpose of the link in a letter: it asks for the code, and shows nothing of the applicant
TEMPLATES = Path(__file__).resolve().parent.parent / "templates" / "enrolment" / "checking"


def letter_url(proof: AddressProof) -> str:
    return settings.SITE_URL + reverse("application_residence", args=[link_token(LETTER, proof.pk)])


def letters_pdf(letters: Iterable[Letter]) -> bytes:
    """One page per letter, each in the language of its applicant."""
    return pdf_from(TEMPLATES / "letters.typ", {"letters": list(letters)})


def refusal_letter(application: Application, contact: dict[str, str], objection_url: str) -> Letter:
    """The letter after a refusal: neutral, with whom to ask, and until when one can object."""
    with override(application.language):
        return _frame(application, _("Your application")) | {
            "paragraphs": [
                _("You asked to take part in %(group)s. You cannot be let in. This letter does not say why.")
                % {"group": application.group.name},
                _("Do you not agree? Ask to have it looked at again, before %(day)s, on this page:")
                % {"day": day(_gone_at(application), application.group.tz)},
            ],
            "url": objection_url,
            "qr": _qr(objection_url),
            "after": [
                _("Questions? %(name)s %(mail)s") % contact,
                _("On %(day)s everything that you filled in is deleted. Only a count remains, without your name.")
                % {"day": day(_gone_at(application), application.group.tz)},
            ],
        }


def withdrawn_letter(application: Application) -> Letter:
    """That an application stopped, to who reads no mail. Why is not said: somebody else may open it."""
    with override(application.language):
        return _frame(application, _("Your application has stopped")) | {
            "paragraphs": [
                _("You asked to take part in %(group)s. That application has stopped, so you do not take part.")
                % {"group": application.group.name},
                _("Did you not want that? Ask the coordinator for a new form, or whoever gave you the first."),
            ],
            "after": [
                _("On %(day)s everything that you filled in is deleted. Only a count remains, without your name.")
                % {"day": day(_gone_at(application), application.group.tz)},
            ],
        }


def code_letter(proof: AddressProof) -> Letter:
    """The letter with a code, for the door that somebody says is theirs."""
    application, url = proof.application, letter_url(proof)
    with override(application.language):
        ends = (proof.printed_at or proof.asked_at) + rules.CODE_WORKS_FOR
        return _frame(application, _("Your code for %(group)s") % {"group": application.group.name}) | {
            "paragraphs": [
                _("You would like to take part in %(group)s. With this code you show that you live here.")
                % {"group": application.group.name},
            ],
            "code_label": _("Your code"),
            "code": codes.shown(proof.code),
            "until": _("It works until %(day)s.") % {"day": day(ends, application.group.tz)},
            "scan": _("Scan this with your phone, or open the page from our mail."),
            "url": url,
            "qr": _qr(url),
            "after": [
                _("Does this person not live here? Open the same page and say so. Then you hear nothing more."),
                _("Nobody of Buurtwacht ever asks for this code by phone or at the door."),
            ],
        }


def _frame(application: Application, subject: str) -> Letter:
    group = application.group
    return {
        "language": application.language[:2],
        "sender": f"{group.organisation.name} - Buurtwacht {group.name}",
        "address": address_lines(application),
        "place_and_day": f"{group.organisation.name}, {day(timezone.localdate(timezone=group.tz))}",
        "subject": subject,
        "greeting": _("Dear %(name)s,") % {"name": application.first_name},
        "about": full_name(group),
        "sos": _("In danger, call %(number)s first.") % {"number": group.policy.emergency_number},
    }


def address_lines(application: Application) -> list[str]:
    """As the post wants it: name, street and number, postcode and town."""
    name = f"{application.first_name} {application.family_name}"
    street = f"{application.street} {application.house_number}"
    town = f"{application.postcode} {application.town or application.group.organisation.name}"
    return [" ".join(line.split()) for line in (name, street, town)]


def _gone_at(application: Application) -> datetime:
    return (application.ended_at or timezone.now()) + rules.OBJECT_WITHIN


def _qr(url: str) -> str:
    """The address as a QR code, as SVG."""
    out = io.BytesIO()
    segno.make(url, error="m", micro=False).save(out, kind="svg", scale=4, border=0, xmldecl=True, svgns=True)
    return out.getvalue().decode()
