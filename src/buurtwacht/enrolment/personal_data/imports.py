# SPDX-License-Identifier: EUPL-1.2
"""Lists from before: what stood in them is gone when everybody has been asked, at the latest after thirty days."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from buurtwacht.enrolment.models import ImportLine, MemberImport
from buurtwacht.privacy.declare import Basis, Declaration, declare

KEPT_FOR = timedelta(days=30)


def export_imports(person_id: UUID) -> list[dict[str, Any]]:
    rows = MemberImport.objects.filter(by_id=person_id)
    return [{"kind": row.kind, "made_at": row.made_at, "lines": row.lines_total} for row in rows]


def erase_imports(person_id: UUID) -> int:
    """Who brought a list is erased; the list goes on, for the group."""
    return MemberImport.objects.filter(by_id=person_id).update(by=None)


def erase_lines(person_id: UUID) -> int:
    """What a list said about somebody who has applied since. Mostly it is gone already: it goes with the mail."""
    lines = ImportLine.objects.filter(application__person_id=person_id, values__isnull=False)
    return lines.update(values=None)


def forget_imports(now: datetime) -> int:
    return MemberImport.objects.filter(made_at__lt=now - KEPT_FOR).delete()[0]


declare(
    Declaration(
        model="enrolment.MemberImport",
        what=_("That you brought a list of members from before, and how many lines it had."),
        why=_("To show you how far it is, and to be able to take it back."),
        kept_for=KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        labels={"made_at": _("Brought on"), "lines": _("Lines")},
        export=export_imports,
        erase=erase_imports,
        forget=forget_imports,
    ),
    Declaration(
        model="enrolment.ImportLine",
        what=_("What a list from before said about somebody: name, address and how to reach them."),
        why=_(
            "To ask that person by mail whether they would like to take part. Nobody is a member without saying yes."
        ),
        kept_for=KEPT_FOR,
        basis=Basis.LEGITIMATE_INTEREST,
        erase=erase_lines,
    ),
)
