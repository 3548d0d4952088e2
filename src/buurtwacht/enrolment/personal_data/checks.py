# SPDX-License-Identifier: EUPL-1.2
"""Checks of an address, the verdict of the police, and objections: they go with the application."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from buurtwacht.enrolment.models import AddressProof, Candidacy, Clearance, Objection, OfficerCard, Vetting
from buurtwacht.privacy.declare import Basis, Declaration, declare


def export_proofs(person_id: UUID) -> list[dict[str, Any]]:
    names = ("way", "asked_at", "printed_at", "proven_at", "ended_at")
    return list(AddressProof.objects.filter(application__person_id=person_id).values(*names))


def export_vettings(person_id: UUID) -> list[dict[str, Any]]:
    names = ("asked_at", "verdict", "valid_until", "decided_at", "number_erased_at")
    return list(Vetting.objects.filter(application__person_id=person_id).values(*names))


def export_objections(person_id: UUID) -> list[dict[str, Any]]:
    rows = Objection.objects.filter(application__person_id=person_id)
    return [{"words": row.words, "made_at": row.made_at, "answered_at": row.answered_at} for row in rows]


def export_candidacies(person_id: UUID) -> list[dict[str, Any]]:
    names = ("asked_at", "agreed_at", "verdict", "valid_until", "decided_at", "signed_at", "appointed_at", "ended_at")
    return list(Candidacy.objects.filter(membership__person_id=person_id).values(*names))


def erase_candidacies(person_id: UUID) -> int:
    return Candidacy.objects.filter(membership__person_id=person_id).delete()[0]


def export_clearances(person_id: UUID) -> list[dict[str, Any]]:
    names = ("checked_at", "valid_until", "asked_at")
    return list(Clearance.objects.filter(membership__person_id=person_id).values(*names))


def erase_clearances(person_id: UUID) -> int:
    return Clearance.objects.filter(membership__person_id=person_id).delete()[0]


def forget_clearances(now: datetime) -> int:
    """Those of a membership that has ended."""
    return Clearance.objects.filter(membership__left_at__lt=now).delete()[0]


def export_cards(person_id: UUID) -> list[dict[str, Any]]:
    rows = OfficerCard.objects.filter(role__person_id=person_id).select_related("role__organisation")
    names = ("phone", "email", "hours", "gives_workshops", "changed_at")
    return [{"organisation": row.role.organisation.name} | {name: getattr(row, name) for name in names} for row in rows]


def erase_cards(person_id: UUID) -> int:
    return OfficerCard.objects.filter(role__person_id=person_id).delete()[0]


declare(
    Declaration(
        model="enrolment.AddressProof",
        what=_("How you showed that you live where you say, and when."),
        why=_("To let in only who lives or works there."),
        kept_for=None,
        basis=Basis.AGREEMENT,
        export=export_proofs,
    ),
    Declaration(
        model="enrolment.Vetting",
        what=_("That the police were asked, and whether they agreed. Never why."),
        why=_("Because the rules of your group ask for it. It is gone with your application."),
        kept_for=None,
        basis=Basis.CONSENT,
        export=export_vettings,
    ),
    Declaration(
        model="enrolment.Objection",
        what=_("What you wrote when you asked to look at a refusal again."),
        why=_("To answer you. It is gone with your application."),
        kept_for=None,
        basis=Basis.LEGITIMATE_INTEREST,
        export=export_objections,
    ),
    Declaration(
        model="enrolment.Candidacy",
        what=_("That you offered to coordinate a group, and how far that is."),
        why=_("To appoint only who was checked where the rules ask for it, and who signed to keep things private."),
        kept_for=None,
        basis=Basis.AGREEMENT,
        export=export_candidacies,
        erase=erase_candidacies,
    ),
    Declaration(
        model="enrolment.Clearance",
        what=_("That the police agreed with you taking part, and until when."),
        why=_("To ask them again in time, where the rules of your group ask for it."),
        kept_for=None,
        basis=Basis.CONSENT,
        labels={"checked_at": _("Checked on"), "valid_until": _("Good until")},
        export=export_clearances,
        erase=erase_clearances,
        forget=forget_clearances,
    ),
    Declaration(
        model="enrolment.OfficerCard",
        what=_("How coordinators reach you at work, when, and for which groups."),
        why=_("So that a coordinator knows whom to call. It goes when you are no longer their officer."),
        kept_for=None,
        basis=Basis.PUBLIC_TASK,
        labels={"phone": _("Phone number"), "email": _("E-mail address")},
        export=export_cards,
        erase=erase_cards,
    ),
)
