# SPDX-License-Identifier: EUPL-1.2
"""Applications: gone thirty days after a refusal, a withdrawal or the last sign of life (requirements, section 4.3)."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce, Now
from django.utils.translation import gettext_lazy as _

from buurtwacht.enrolment.models import Acceptance, Application, Invitation
from buurtwacht.lib.crypto import fingerprint
from buurtwacht.people.models import Person
from buurtwacht.privacy.declare import Basis, Declaration, declare

AFTER_THE_END = timedelta(days=30)
FOR_THE_MAIL = timedelta(days=1)  # that it ended: a mail server that is away is tried again
UNFINISHED = (Application.Status.SUBMITTED, Application.Status.CONFIRMED)
EXPORTED = (
    *("status", "source", "first_name", "family_name", "email", "phone", "street", "house_number", "postcode", "town"),
    *("home", "national_number", "kind", "serves", "wants_to_coordinate", "is_minor", "guardian_name"),
    *("guardian_email", "submitted_at", "email_proven_at", "phone_proven_at", "signed_at", "guardian_signed_at"),
    *("residence_proven_at", "vetted_at", "placed_at", "gate_passed_at", "admitted_at", "ended_at"),
)


def export_applications(person_id: UUID) -> list[dict[str, Any]]:
    rows = _theirs(person_id).select_related("group")
    return [{"group": row.group.name} | {name: getattr(row, name) for name in EXPORTED} for row in rows]


def erase_applications(person_id: UUID) -> int:
    """With what was signed in those of which no membership came. What a member agreed to is evidence: see there."""
    theirs = _theirs(person_id)
    return _papers_of(theirs) + theirs.delete()[0]


def _papers_of(applications: QuerySet[Application]) -> int:
    """What was agreed to in applications that came to nothing: nobody needs it as evidence."""
    came_to_nothing = applications.exclude(status=Application.Status.JOINED)
    return Acceptance.objects.filter(application__in=came_to_nothing).delete()[0]


def _theirs(person_id: UUID) -> QuerySet[Application]:
    """Those that name this person, and those that began with the same mail address, proven, before anybody signed in.

    An address that was not proven may have been filled in by somebody else.
    """
    address = Person.objects.filter(pk=person_id).values_list("email", flat=True).first() or ""
    mark = fingerprint(address.strip().lower(), "application:email")
    return Application.objects.filter(
        Q(person_id=person_id) | Q(person=None, email_fingerprint=mark, email_proven_at__isnull=False)
    )


def export_invitations(person_id: UUID) -> list[dict[str, Any]]:
    names = ("code", "way", "opened", "applied", "joined", "made_at", "ended_at")
    return list(Invitation.objects.filter(ringer__person_id=person_id).values(*names))


def erase_invitations(person_id: UUID) -> int:
    """Who made it is erased; a code of one's own ends. What it brought stays, as a number."""
    theirs = Invitation.objects.filter(ringer__person_id=person_id)
    Invitation.objects.filter(made_by_id=person_id).exclude(pk__in=theirs.values("pk")).update(made_by=None)
    return theirs.update(ringer=None, made_by=None, ended_at=Coalesce("ended_at", Now()))


def forget_applications(now: datetime) -> int:
    """Together with what was agreed to in it, unless a membership came of it: that is evidence, and has its own term.

    In the same night, also of somebody who takes part elsewhere: their name under a paper is part of the application.
    """
    ended = Q(ended_at__lt=now - AFTER_THE_END)
    left_lying = Q(ended_at=None, status__in=UNFINISHED, submitted_at__lt=now - AFTER_THE_END)
    due = Application.objects.filter(ended | left_lying | _of_no_more_use(now))
    return _papers_of(due) + due.delete()[0]


def _of_no_more_use(now: datetime) -> Q:
    """Withdrawn after thirty days in which no police were asked: nothing can be objected to.

    The day after the end is for the mail. Who has no mail address has the whole term, for the letter.
    """
    withdrawn = Q(status=Application.Status.WITHDRAWN, vetting=None, ended_at__lt=now - FOR_THE_MAIL)
    return withdrawn & Q(submitted_at__lt=now - AFTER_THE_END) & ~Q(email_fingerprint="")


declare(
    Declaration(
        model="enrolment.Application",
        what=_("What you filled in to join a group: your name, how to reach you, your address, and how far it is."),
        why=_("To see whether you live there and to let you in. Once you are a member it stands with you, not here."),
        kept_for=AFTER_THE_END,
        basis=Basis.AGREEMENT,
        labels={
            "group": _("Group"),
            "first_name": _("First name"),
            "family_name": _("Family name"),
            "email": _("E-mail address"),
            "phone": _("Phone number"),
            "street": _("Street"),
            "house_number": _("House number"),
            "submitted_at": _("Filled in"),
        },
        export=export_applications,
        erase=erase_applications,
        forget=forget_applications,
    ),
    Declaration(
        model="enrolment.Invitation",
        what=_("That you made an invitation, or a code to ring bells with, and how many opened it. Not who."),
        why=_("To see which letters and posters bring neighbours in."),
        kept_for=None,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"joined": _("Joined"), "made_at": _("Made on")},
        export=export_invitations,
        erase=erase_invitations,
    ),
)
