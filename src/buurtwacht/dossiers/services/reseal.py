# SPDX-License-Identifier: EUPL-1.2
"""Words were hidden, or shown again, after the dossier was made."""

import hashlib
from uuid import UUID

from django.db import transaction

from buurtwacht.dossiers.bundle import package_of
from buurtwacht.dossiers.models import Dossier
from buurtwacht.journal.services import record
from buurtwacht.reports.models import Entry

from .begin import propose_cuts


@transaction.atomic
def reseal_dossier(report_id: UUID) -> int:
    """Seal what the police were given anew, so that every link opens the dossier as it stands now.

    A file that the police fetched before is theirs; its digest stands in the mail that it came with. Twice does no
    harm. Returns how many files were sealed.
    """
    dossier = Dossier.objects.select_for_update(of=("self",)).filter(report_id=report_id, erased_at=None).first()
    handovers = dossier.handovers.filter(package__isnull=False) if dossier else ()
    if dossier is None or not handovers:
        return 0
    package = package_of(dossier)
    for handover in handovers:
        handover.package, handover.digest = package, hashlib.sha256(package).digest()
        handover.save(update_fields=["package", "digest"])
    record("dossier.resealed", dossier.pk, report=report_id, files=len(handovers))
    return len(handovers)


@transaction.atomic
def weigh_again(entry_id: UUID) -> None:
    """Words that were hidden when the dossier was made, and stand again: the program looks through them too."""
    entry = Entry.objects.select_related("report__group__organisation").filter(pk=entry_id, hidden_at=None).first()
    dossier = Dossier.objects.filter(report=entry.report, status=Dossier.Status.TO_REVIEW).first() if entry else None
    if entry and dossier and not dossier.redactions.filter(entry=entry).exists():
        propose_cuts(dossier, entry)
        record("dossier.grown", dossier.pk, entry=entry.pk)
