# SPDX-License-Identifier: EUPL-1.2
"""What is kept of who asked a second yes, and who gave it."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import GroupProposal
from buurtwacht.privacy.declare import Basis, Declaration, declare

KEPT = timedelta(days=365)  # our default, as long as the advice to a group


def export_proposals(person_id: UUID) -> list[dict[str, Any]]:
    mine = GroupProposal.objects.filter(_of(person_id)).select_related("group")
    return [{"group": one.group.name, "what": one.kind, "at": one.proposed_at} for one in mine]


def erase_proposals(person_id: UUID) -> int:
    asked = GroupProposal.objects.filter(proposed_by_id=person_id).update(proposed_by=None)
    named = GroupProposal.objects.filter(coordinator__person_id=person_id).update(coordinator=None)
    return asked + named + GroupProposal.objects.filter(answered_by_id=person_id).update(answered_by=None)


def forget_proposals(now: datetime) -> int:
    return GroupProposal.objects.filter(lapses_at__lt=now - KEPT).delete()[0]


def _of(person_id: UUID) -> Q:
    return Q(proposed_by_id=person_id) | Q(answered_by_id=person_id) | Q(coordinator__person_id=person_id)


declare(
    Declaration(
        model="groups.GroupProposal",
        what=_("That you asked to end or split a group, said yes or no to it, or would coordinate the new group."),
        why=_("So that nobody ends a group, or splits it, without a second yes."),
        kept_for=KEPT,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"group": _("Group"), "what": _("What"), "at": _("When")},
        export=export_proposals,
        erase=erase_proposals,
        forget=forget_proposals,
    )
)
