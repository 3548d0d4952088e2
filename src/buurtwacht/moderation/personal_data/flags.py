# SPDX-License-Identifier: EUPL-1.2
"""What flags and private words keep. Who flagged something is in nobody's data but their own."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from buurtwacht.moderation.flagging.rules import KEPT_FOR
from buurtwacht.moderation.models import Flag, Nudge
from buurtwacht.privacy.declare import Basis, Declaration, Row, declare


def export_flags(person_id: UUID) -> list[Row]:
    return [
        {"at": flag.at, "reason": flag.reason, "words": flag.words, "outcome": flag.outcome, "answer": flag.answer}
        for flag in Flag.objects.filter(by_id=person_id).order_by("at", "pk")
    ]


def erase_flags(person_id: UUID) -> int:
    """The name and the words go; that a neighbour flagged it stays until it is looked at."""
    return Flag.objects.filter(by_id=person_id).update(by=None, words="", answer="")


def forget_flags(now: datetime) -> int:
    """With the words of its report at the latest. Only counts are left, in the journal."""
    over = Q(settled_at__lt=now - KEPT_FOR) | Q(report__closed_at__lt=now - KEPT_FOR)
    return Flag.objects.filter(over).delete()[0]


def export_nudges(person_id: UUID) -> list[Row]:
    nudges = Nudge.objects.filter(person_id=person_id).order_by("at", "pk")
    return [{"at": nudge.at, "reasons": list(nudge.reasons), "answer": nudge.answer} for nudge in nudges]


def erase_nudges(person_id: UUID) -> int:
    Nudge.objects.filter(by_id=person_id).update(by=None)
    return Nudge.objects.filter(person_id=person_id).delete()[0]


def forget_nudges(now: datetime) -> int:
    over = Q(at__lt=now - KEPT_FOR, entry__report__closed_at__isnull=False)
    return Nudge.objects.filter(over).delete()[0]


declare(
    Declaration(
        model="moderation.Flag",
        what=_("That somebody found something wrong with a message, why, and in which words."),
        why=_("So that who wrote it can be asked to change it, and people can look at it."),
        kept_for=KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"at": _("When"), "reason": _("Reason"), "words": _("Words"), "outcome": _("Outcome")},
        export=export_flags,
        erase=erase_flags,
        forget=forget_flags,
    ),
    Declaration(
        model="moderation.Nudge",
        what=_("That somebody got a private word about a message, about what, and what they did."),
        why=_("So that a hasty message can be changed without anybody else hearing of it."),
        kept_for=KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"at": _("When"), "answer": _("Answer")},
        export=export_nudges,
        erase=erase_nudges,
        forget=forget_nudges,
    ),
)
