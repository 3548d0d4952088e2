# SPDX-License-Identifier: EUPL-1.2
"""What was agreed to, on paper: the form to sign by hand, and the copy of what was signed."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from buurtwacht.enrolment.applying.transfer import asks_transfer, transfer_notice
from buurtwacht.enrolment.models import Acceptance, Application
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.naming import full_name
from buurtwacht.lib.clock import clock, full_day
from buurtwacht.lib.pdf import pdf_from

from . import rules
from .mark import STROKES
from .printed import print_code
from .queries import text_of
from .strokes import as_svg
from .texts import Text, text_for

TEMPLATE = Path(__file__).resolve().parent.parent / "templates" / "enrolment" / "signing" / "paper.typ"

Data = dict[str, Any]


def blank_form(application: Application, language: str) -> bytes:
    """The form to print, filled in as far as we know, with lines to sign on."""
    group = application.group
    with override(language):
        kinds = rules.kinds_asked(group.policy)
        texts = [text_for(kind, group, language) for kind in kinds]
        papers = [_paper(text) for text in texts]
        if asks_transfer(group.policy):
            papers.insert(1, _transfer(group))
        data = _frame(group, language, papers[0]["title"]) | {
            "facts": _facts(application),
            "papers": papers,
            "sign_after": len(papers) - (2 if len(kinds) > 1 else 1),
            "lines": _lines(application),
            "note": _("Sign this form, make a photo of it, and send it in with the same link.")
            if application.first_name
            else _("Give this form to the coordinator when you have signed it."),
            "code": _form(group, texts),
        }
    return pdf_from(TEMPLATE, data)


def empty_form(group: WatchGroup, language: str) -> bytes:
    """The same for somebody of whom we know nothing yet: they fill it in by hand."""
    return blank_form(Application(group=group), language)


def copy_of(acceptances: Sequence[Acceptance]) -> bytes:
    """Everything that was agreed to at one time, word for word, with signature, time and digest.

    Texts that were not kept are named without their words. Raises `IndexError` for nothing.
    """
    first = acceptances[0]
    group, language = first.group, first.language
    with override(language):
        papers = [_signed(acceptance) for acceptance in acceptances]
        data = _frame(group, language, papers[0]["title"]) | {
            "facts": [[_("Group"), group.name], [_("Organisation"), group.organisation.name]],
            "papers": papers,
            "lines": [],
            "sign_after": -1,
            "note": _("Keep this copy. You can stop at any time."),
            "code": "",
        }
    return pdf_from(TEMPLATE, data)


def text_on_paper(group: WatchGroup, text: Text, note: str) -> bytes:
    """A text to read, without anything to sign, in the language that is active."""
    frame = _frame(group, text.language, text.title)
    code = _form(group, [text]) if text.kind == rules.RULES else ""
    nothing_to_sign = {"facts": [], "lines": [], "sign_after": -1, "code": code}
    return pdf_from(TEMPLATE, frame | nothing_to_sign | {"papers": [_paper(text)], "note": note})


def _frame(group: WatchGroup, language: str, title: str) -> Data:
    return {
        "language": language[:2],
        "over": f"Buurtwacht, {full_name(group)}",
        "title": title,
        "why": _("Why"),
        "number": _("In danger, call %(number)s first.") % {"number": group.policy.emergency_number},
    }


def _lines(application: Application) -> list[str]:
    """What somebody fills in by hand."""
    unknown = [] if application.first_name else [_("Address"), _("Postcode and town"), _("Phone number")]
    parent = [_("Name of the parent"), _("Signature of the parent")] if application.is_minor else []
    return [_("Name"), *unknown, _("Place"), _("Date"), _("Signature"), *parent]


def _form(group: WatchGroup, texts: Sequence[Text]) -> str:
    """At the foot: by this it is known which words were signed, also when the rules have changed since."""
    return _("Code of this form: %(code)s") % {"code": print_code(group, texts)}


def _facts(application: Application) -> list[list[str]]:
    home = f"{application.street} {application.house_number}".strip()
    facts = [
        [_("Group"), application.group.name],
        [_("First name"), application.first_name],
        [_("Family name"), application.family_name],
        [_("Address"), home],
        [_("Postcode and town"), f"{application.postcode} {application.town}".strip()],
        [_("Phone number"), application.phone],
        [_("E-mail address"), application.email],
    ]
    return [fact for fact in facts if fact[1]]


def _paper(text: Text) -> Data:
    return {
        "title": text.title,
        "opening": text.opening,
        "points": [[point.lead, point.words, point.why, point.language] for point in text.points],
        "facts": _edition(text),
        "drawing": "",
        "written": "",
        "digest": text.digest,
    }


def _edition(text: Text) -> list[list[str]]:
    since = full_day(text.since)
    return [[_("Version"), _("%(version)s, of %(day)s") % {"version": text.number, "day": since}]]


def _transfer(group: WatchGroup) -> Data:
    title = str(Acceptance.Kind.TRANSFER.label)
    empty = {"points": [], "facts": [], "drawing": "", "written": "", "digest": ""}
    return {"title": title, "opening": transfer_notice(group)} | empty


def _unkept(acceptance: Acceptance) -> Data:
    """A text of which only the digest was kept, with its words if they still are the same."""
    words = transfer_notice(acceptance.group)
    is_same = hashlib.sha256(words.encode()).hexdigest() == acceptance.digest
    return {"title": str(acceptance.get_kind_display()), "opening": words if is_same else "", "points": []}


def _signed(acceptance: Acceptance) -> Data:
    text = text_of(acceptance)
    paper = _paper(text) if text else _unkept(acceptance)
    at, zone = acceptance.at, acceptance.group.tz
    facts = [
        [_("Text"), acceptance.text],
        *(_edition(text) if text else []),
        [_("Agreed on"), f"{full_day(at, zone)}, {clock(at, zone)}"],
        [_("How"), str(acceptance.get_way_display())],
        [_("Place"), acceptance.place],
        [_("Name"), acceptance.signed_name],
    ]
    drawn = acceptance.signature_type == STROKES and acceptance.signature
    return paper | {
        "facts": [fact for fact in facts if fact[1]],
        "drawing": as_svg(bytes(acceptance.signature).decode()) if drawn else "",
        "written": acceptance.signed_name if acceptance.way == Acceptance.Way.TYPED else "",
        "digest": acceptance.digest,
    }
