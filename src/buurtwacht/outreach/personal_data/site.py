# SPDX-License-Identifier: EUPL-1.2
"""What the public site keeps about people."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from buurtwacht.outreach.models import ContactMessage, SiteLink, SiteVersion
from buurtwacht.privacy.declare import Basis, Declaration, declare

from .addressed import with_address_of

AFTER_ASKING = timedelta(days=30)


def export_versions(person_id: UUID) -> list[dict[str, Any]]:
    versions = SiteVersion.objects.filter(made_by_id=person_id).select_related("page")
    return [{"section": one.page.section, "version": one.number, "made_at": one.made_at} for one in versions]


def erase_versions(person_id: UUID) -> int:
    return SiteVersion.objects.filter(made_by_id=person_id).update(made_by=None)


def export_links(person_id: UUID) -> list[dict[str, Any]]:
    return [{"title": one.title, "url": one.url} for one in SiteLink.objects.filter(added_by_id=person_id)]


def erase_links(person_id: UUID) -> int:
    return SiteLink.objects.filter(added_by_id=person_id).update(added_by=None)


def export_questions(person_id: UUID) -> list[dict[str, Any]]:
    """What was asked with this person's address, and what this person answered to others."""
    asked = [
        {"name": one.name, "question": one.words, "asked_at": one.asked_at, "answer": one.answer}
        for one in _asked_by(person_id)
    ]
    answered = ContactMessage.objects.filter(answered_by_id=person_id)
    return asked + [{"answer": one.answer, "answered_at": one.answered_at} for one in answered]


def erase_questions(person_id: UUID) -> int:
    asked = ContactMessage.objects.filter(pk__in=[one.pk for one in _asked_by(person_id)]).delete()[0]
    return asked + ContactMessage.objects.filter(answered_by_id=person_id).update(answered_by=None)


def _asked_by(person_id: UUID) -> list[ContactMessage]:
    return with_address_of(person_id, ContactMessage.objects.all())


def forget_messages(now: datetime) -> int:
    return ContactMessage.objects.filter(asked_at__lt=now - AFTER_ASKING).delete()[0]


declare(
    Declaration(
        model="outreach.ContactMessage",
        what=_("What you asked by the contact form, your name and your mail address; and who answered."),
        why=_("To bring your question to the right desk, and to send you the answer."),
        kept_for=AFTER_ASKING,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"question": _("Question"), "answer": _("Answer"), "answered_at": _("Answered")},
        export=export_questions,
        erase=erase_questions,
        forget=forget_messages,
    ),
    Declaration(
        model="outreach.SiteVersion",
        what=_("That you wrote a version of a page of the public site, and when."),
        why=_("So that an organisation can see who wrote what, and can put an older version back."),
        kept_for=None,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"made_at": _("Changed")},
        export=export_versions,
        erase=erase_versions,
    ),
    Declaration(
        model="outreach.SiteLink",
        what=_("That you put a link on the public site."),
        why=_("So that an organisation can see who wrote what, and can put an older version back."),
        kept_for=None,
        basis=Basis.LEGITIMATE_INTEREST,
        export=export_links,
        erase=erase_links,
    ),
)
