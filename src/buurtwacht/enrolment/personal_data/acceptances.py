# SPDX-License-Identifier: EUPL-1.2
"""What somebody agreed to. Evidence stays a year after it ended (requirements, section 4.3)."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.enrolment.models import Acceptance
from buurtwacht.privacy.declare import Basis, Declaration, declare

AFTER_THE_END = timedelta(days=365)


def export_acceptances(person_id: UUID) -> list[dict[str, Any]]:
    rows = Acceptance.objects.filter(person_id=person_id).select_related("group")
    names = (
        *("kind", "way", "text", "digest", "language", "policy_version", "signed_name", "place", "signature_type"),
        *("at", "ended_at"),
    )
    return [{"group": row.group.name} | {name: getattr(row, name) for name in names} for row in rows]


def erase_acceptances(person_id: UUID) -> int:
    """Evidence ends here and stays for its year, whoever asks (GDPR, article 17, paragraph 3, point e)."""
    return Acceptance.objects.filter(person_id=person_id, ended_at=None).update(ended_at=timezone.now())


def forget_acceptances(now: datetime) -> int:
    """Those that ended long ago, and those of an application that is gone and never became a membership."""
    ended = Acceptance.objects.filter(ended_at__lt=now - AFTER_THE_END).delete()[0]
    of_nobody = Acceptance.objects.filter(application=None, person=None).delete()[0]
    return ended + of_nobody


declare(
    Declaration(
        model="enrolment.Acceptance",
        what=_("What you agreed to: which text, in which version, when, and your signature where one was asked."),
        why=_("To be able to show what was agreed. It stays for a year after you leave, also when the rest is erased."),
        kept_for=AFTER_THE_END,
        basis=Basis.AGREEMENT,
        labels={"group": _("Group"), "text": _("Text"), "at": _("Agreed on"), "signed_name": _("Signed as")},
        export=export_acceptances,
        erase=erase_acceptances,
        forget=forget_acceptances,
    ),
)
