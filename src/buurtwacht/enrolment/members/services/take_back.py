# SPDX-License-Identifier: EUPL-1.2
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from buurtwacht.enrolment.models import Application, MemberImport
from buurtwacht.journal.services import record
from buurtwacht.people.models import Person

Status = MemberImport.Status


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What taking a list back did: how many questions are gone, and how many people said yes before and stay."""

    erased: int
    stayed: int


@transaction.atomic
def take_back(found: MemberImport, *, by: Person) -> TakenBack:
    """Take a whole list back: its lines, its file, the questions that nobody answered yet, and mails not yet sent.

    Who has said yes stays, as somebody who applied by themselves. Doing it twice changes nothing.
    """
    found = MemberImport.objects.select_for_update().get(pk=found.pk)
    if found.status == Status.TAKEN_BACK:
        return TakenBack(0, 0)
    asked = Application.objects.filter(import_lines__member_import=found)
    stayed = asked.filter(email_proven_at__isnull=False).count()
    silent = list(asked.filter(email_proven_at=None, person=None).values_list("pk", flat=True))
    found.lines.all().delete()
    Application.objects.filter(pk__in=silent).delete()
    found.status, found.file, found.ended_at = Status.TAKEN_BACK, None, timezone.now()
    found.save(update_fields=["status", "file", "ended_at"])
    record("import.taken_back", found.pk, by=by, group=found.group_id, erased=len(silent), stayed=stayed)
    return TakenBack(len(silent), stayed)
