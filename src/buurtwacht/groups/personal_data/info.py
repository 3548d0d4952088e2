# SPDX-License-Identifier: EUPL-1.2
"""What is worth knowing and no alarm: who wrote it, and up to when each member read it."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import InfoNote, InfoTold
from buurtwacht.privacy.declare import Basis, Declaration, declare

INFO_KEPT = timedelta(days=30)  # our default: as long as the content of a report (requirements 4.3)
TOLD_KEPT = timedelta(days=60)  # longer than any note is there to be read


def export_notes(person_id: UUID) -> list[dict[str, Any]]:
    notes = InfoNote.objects.filter(author_id=person_id).select_related("group")
    return [{"group": one.group.name, "words": one.words, "state": one.state, "at": one.created_at} for one in notes]


def erase_notes(person_id: UUID) -> int:
    return InfoNote.objects.filter(author_id=person_id).delete()[0]


def forget_notes(now: datetime) -> int:
    return InfoNote.objects.filter(ends_at__lt=now - INFO_KEPT).delete()[0]


def export_told(person_id: UUID) -> list[dict[str, Any]]:
    return [{"up_to": told.up_to} for told in InfoTold.objects.filter(person_id=person_id)]


def erase_told(person_id: UUID) -> int:
    return InfoTold.objects.filter(person_id=person_id).delete()[0]


def forget_told(now: datetime) -> int:
    return InfoTold.objects.filter(up_to__lt=now - TOLD_KEPT).delete()[0]


declare(
    Declaration(
        model="groups.InfoNote",
        what=_("Information that you wrote for a group."),
        why=_("So that neighbours know what is going round, without an alarm."),
        kept_for=INFO_KEPT,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"group": _("Group"), "words": _("Words"), "at": _("When")},
        export=export_notes,
        erase=erase_notes,
        forget=forget_notes,
    ),
    Declaration(
        model="groups.InfoTold",
        what=_("Up to when you were sent the information of your groups."),
        why=_("So that you get nothing twice."),
        kept_for=TOLD_KEPT,
        basis=Basis.AGREEMENT,
        labels={"up_to": _("When")},
        export=export_told,
        erase=erase_told,
        forget=forget_told,
    ),
)
