# SPDX-License-Identifier: EUPL-1.2
"""Somebody who was described had something erased or corrected: who was given it is told (GDPR, article 19)."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from buurtwacht.dossiers.models import Dossier
from buurtwacht.journal.services import record

Change = Dossier.Change


@transaction.atomic
def tell_of_change(report_id: UUID, change: str) -> bool:
    """Note it on the dossier that the police were given; the mail follows. False when they were given none.

    A second change replaces the first, but an erasure stays what is asked of them.
    """
    found = Dossier.objects.select_for_update(of=("self",)).filter(report_id=report_id, handovers__isnull=False)
    dossier = found.order_by("pk").first()
    if dossier is None:
        return False
    erased = Change.ERASED in (change, dossier.change)
    dossier.change, dossier.changed_at = (Change.ERASED if erased else Change(change)).value, timezone.now()
    dossier.save(update_fields=["change", "changed_at"])
    record("dossier.changed", dossier.pk, report=report_id, change=Change(change).value)
    return True
