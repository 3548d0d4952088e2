# SPDX-License-Identifier: EUPL-1.2
"""What is kept of staying, moving and leaving; why people left, without who; and which leaflets somebody read."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from buurtwacht.enrolment.models import Departure, Move, PhoneChange, Renewal, StarterPackReading
from buurtwacht.privacy.declare import Basis, Declaration, declare

FIGURES_KEPT_FOR = timedelta(days=730)
NEW_NUMBERS_KEPT_FOR = timedelta(days=1)  # until the code that went there comes back


def forget_departures(now: datetime) -> int:
    return Departure.objects.filter(month__lt=(now - FIGURES_KEPT_FOR).date()).delete()[0]


def export_readings(person_id: UUID) -> list[dict[str, Any]]:
    rows = StarterPackReading.objects.filter(person_id=person_id)
    return [{"leaflet": row.leaflet, "at": row.at} for row in rows]


def erase_readings(person_id: UUID) -> int:
    return StarterPackReading.objects.filter(person_id=person_id).delete()[0]


def forget_readings(now: datetime) -> int:
    """Those of an application that is gone and never became a membership."""
    return StarterPackReading.objects.filter(application=None, person=None).delete()[0]


def export_renewals(person_id: UUID) -> list[dict[str, Any]]:
    rows = Renewal.objects.filter(membership__person_id=person_id).select_related("membership__group")
    return [{"group": row.membership.group.name, "asked_at": row.asked_at, "reminders": row.reminders} for row in rows]


def erase_renewals(person_id: UUID) -> int:
    return Renewal.objects.filter(membership__person_id=person_id).delete()[0]


def export_moves(person_id: UUID) -> list[dict[str, Any]]:
    rows = Move.objects.filter(membership__person_id=person_id).select_related("membership__group")
    return [{"group": row.membership.group.name, "moves_on": row.moves_on, "last_day": row.last_day} for row in rows]


def erase_moves(person_id: UUID) -> int:
    return Move.objects.filter(membership__person_id=person_id).delete()[0]


def export_new_numbers(person_id: UUID) -> list[dict[str, Any]]:
    rows = PhoneChange.objects.filter(person_id=person_id)
    return [{"phone": row.phone, "asked_at": row.asked_at} for row in rows]


def erase_new_numbers(person_id: UUID) -> int:
    return PhoneChange.objects.filter(person_id=person_id).delete()[0]


def forget_new_numbers(now: datetime) -> int:
    return PhoneChange.objects.filter(asked_at__lt=now - NEW_NUMBERS_KEPT_FOR).delete()[0]


declare(
    Declaration(
        model="enrolment.Renewal",
        what=_("That we asked whether you still take part, and when. It is gone once you answer."),
        why=_("So that the list of members stays right."),
        kept_for=None,
        basis=Basis.AGREEMENT,
        labels={"group": _("Group"), "asked_at": _("Asked on")},
        export=export_renewals,
        erase=erase_renewals,
    ),
    Declaration(
        model="enrolment.Move",
        what=_("That you are moving house, and on which day. Your new address stands with the new group."),
        why=_("So that you get alerts all the time, and none of the old street afterwards."),
        kept_for=None,
        basis=Basis.AGREEMENT,
        labels={"group": _("Group"), "moves_on": _("Moving on"), "last_day": _("Last day in this group")},
        export=export_moves,
        erase=erase_moves,
    ),
    Declaration(
        model="enrolment.PhoneChange",
        what=_("Your new phone number, while we wait for the code that went there."),
        why=_("To know that the number is yours before it takes the place of the old one."),
        kept_for=NEW_NUMBERS_KEPT_FOR,
        basis=Basis.AGREEMENT,
        labels={"phone": _("Phone number"), "asked_at": _("Asked on")},
        export=export_new_numbers,
        erase=erase_new_numbers,
        forget=forget_new_numbers,
    ),
    Declaration(
        model="enrolment.Departure",
        what=_("In which month somebody left a group, and why. Not who."),
        why=_("To learn what drives people away."),
        kept_for=FIGURES_KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        forget=forget_departures,
    ),
    Declaration(
        model="enrolment.StarterPackReading",
        what=_("Which leaflets of the starter pack you have read."),
        why=_("Because the rules of your group ask for it before you join."),
        kept_for=None,
        basis=Basis.AGREEMENT,
        labels={"leaflet": _("Leaflet"), "at": _("Read on")},
        export=export_readings,
        erase=erase_readings,
        forget=forget_readings,
    ),
)
