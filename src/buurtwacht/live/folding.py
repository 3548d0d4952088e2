# SPDX-License-Identifier: EUPL-1.2
"""From raw receipts to what other rooms make of them. The hub only stores; the work process folds."""

from collections.abc import Callable, Sequence
from datetime import timedelta

import structlog
from django.db import transaction
from django.utils import timezone

from buurtwacht.lib.logs import facts_of

from .models import Receipt
from .names import RECEIPTS_CHANNEL, Kind

log = structlog.get_logger()

Folder = Callable[[Sequence[Receipt]], None]

CHANNEL = RECEIPTS_CHANNEL
BATCH = 500
FIRST_RETRY = timedelta(seconds=5)
MOST_ATTEMPTS = 8  # with doubling, the last try comes about ten minutes after the first
KEPT = timedelta(days=1)

_folders: dict[str, list[Folder]] = {}


def folds(*kinds: str) -> Callable[[Folder], Folder]:
    """Register a folder for receipts of these kinds ("shown", "seen", "acknowledged").

    It is called with a batch, inside a transaction, and may see the same receipt twice.
    """

    known = [Kind(kind).value for kind in kinds]

    def register(folder: Folder) -> Folder:
        for kind in known:
            _folders.setdefault(kind, []).append(folder)
        return folder

    return register


def fold_receipts(limit: int = 10_000) -> int:
    """Hand waiting receipts to their folders, batch by batch. Any number of workers may do so at once.

    Returns how many were taken, folded or put off.
    """
    taken = 0
    while taken < limit:
        batch = _fold_batch(min(BATCH, limit - taken))
        if not batch:
            break
        taken += batch
    return taken


@transaction.atomic
def _fold_batch(size: int) -> int:
    due = Receipt.objects.select_for_update(skip_locked=True).filter(folded_at=None, due_at__lte=timezone.now())
    batch = list(due.order_by("due_at", "id")[:size])
    batch.sort(key=lambda receipt: receipt.pk)  # answers in the order in which they were given
    if not _folded(batch):
        for receipt in batch:
            if not _folded([receipt]):
                _put_off(receipt)
    return len(batch)


def _folded(batch: list[Receipt]) -> bool:
    """Try the folders on this batch, whole or not at all."""
    try:
        with transaction.atomic():
            for kind, folders in _folders.items():
                of_kind = [receipt for receipt in batch if receipt.kind == kind]
                for folder in folders if of_kind else ():
                    folder(of_kind)
            Receipt.objects.filter(pk__in=[receipt.pk for receipt in batch]).update(folded_at=timezone.now())
    except Exception as error:  # noqa: BLE001 - the worker's edge: one bad receipt must not stop the others
        log.error("live.folding_failed", receipts=len(batch), **facts_of(error))
        return False
    return True


def _put_off(receipt: Receipt) -> None:
    receipt.attempts += 1
    receipt.due_at = timezone.now() + FIRST_RETRY * 2 ** (receipt.attempts - 1)
    if receipt.attempts >= MOST_ATTEMPTS:
        receipt.folded_at = timezone.now()
        log.error("live.receipt_given_up", receipt=receipt.pk, kind=receipt.kind)
    receipt.save(update_fields=["attempts", "due_at", "folded_at"])


@transaction.atomic
def forget_folded_receipts() -> int:
    """Delete receipts that were folded more than a day ago. What they told lives on where it was folded."""
    return Receipt.objects.filter(folded_at__lt=timezone.now() - KEPT).delete()[0]
