# SPDX-License-Identifier: EUPL-1.2
"""What groups keep about the people who keep them going."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import DeputyTurn, GroupNote, GroupStep, GroupTransfer
from buurtwacht.privacy.declare import Basis, Declaration, declare

AFTER_THE_TURN = timedelta(days=30)
NOTES_KEPT = timedelta(days=365)  # our default: advice helps to start, and a year later it has


def export_turns(person_id: UUID) -> list[dict[str, Any]]:
    turns = DeputyTurn.objects.filter(deputy__person_id=person_id).select_related("deputy__group")
    return [{"group": turn.deputy.group.name, "first_day": turn.first_day, "last_day": turn.last_day} for turn in turns]


def erase_turns(person_id: UUID) -> int:
    mine = Q(deputy__person_id=person_id) | Q(coordinator__person_id=person_id)
    return DeputyTurn.objects.filter(mine).delete()[0]


def forget_turns(now: datetime) -> int:
    last_day = timezone.localdate(now - AFTER_THE_TURN)
    return DeputyTurn.objects.filter(last_day__lt=last_day).delete()[0]


def export_notes(person_id: UUID) -> list[dict[str, Any]]:
    notes = GroupNote.objects.filter(author_id=person_id).select_related("group")
    return [{"group": note.group.name, "words": note.words, "at": note.at} for note in notes]


def erase_notes(person_id: UUID) -> int:
    return GroupNote.objects.filter(author_id=person_id).delete()[0]


def forget_notes(now: datetime) -> int:
    return GroupNote.objects.filter(at__lt=now - NOTES_KEPT).delete()[0]


def export_steps(person_id: UUID) -> list[dict[str, Any]]:
    steps = GroupStep.objects.filter(done_by_id=person_id).select_related("group")
    return [{"group": step.group.name, "step": step.name, "at": step.done_at} for step in steps]


def erase_steps(person_id: UUID) -> int:
    return GroupStep.objects.filter(done_by_id=person_id).update(done_by=None)


def export_transfers(person_id: UUID) -> list[dict[str, Any]]:
    mine = Q(offerer_id=person_id) | Q(answerer_id=person_id)
    transfers = GroupTransfer.objects.filter(mine).select_related("group")
    return [{"group": transfer.group.name, "at": transfer.offered_at} for transfer in transfers]


def erase_transfers(person_id: UUID) -> int:
    offered = GroupTransfer.objects.filter(offerer_id=person_id).update(offerer=None)
    return offered + GroupTransfer.objects.filter(answerer_id=person_id).update(answerer=None)


declare(
    Declaration(
        model="groups.DeputyTurn",
        what=_("On which days you stand in for a coordinator."),
        why=_("So that the group always has somebody who looks after it."),
        kept_for=AFTER_THE_TURN,
        basis=Basis.AGREEMENT,
        labels={"group": _("Group"), "first_day": _("First day"), "last_day": _("Last day")},
        export=export_turns,
        erase=erase_turns,
        forget=forget_turns,
    ),
    Declaration(
        model="groups.GroupNote",
        what=_("Advice that you wrote down for a group that is being formed."),
        why=_("So that those who help a new group know what was said and arranged."),
        kept_for=NOTES_KEPT,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"group": _("Group"), "words": _("Words"), "at": _("When")},
        export=export_notes,
        erase=erase_notes,
        forget=forget_notes,
    ),
    Declaration(
        model="groups.GroupStep",
        what=_("That you ticked off a step of the start of a group."),
        why=_("So that those who start a group see what has been done."),
        kept_for=None,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"group": _("Group"), "step": _("Step"), "at": _("When")},
        export=export_steps,
        erase=erase_steps,
    ),
    Declaration(
        model="groups.GroupTransfer",
        what=_("That you offered a group to another organisation, or took it over."),
        why=_("So that everybody can see whose group it is, and since when."),
        kept_for=None,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"group": _("Group"), "at": _("When")},
        export=export_transfers,
        erase=erase_transfers,
    ),
)
