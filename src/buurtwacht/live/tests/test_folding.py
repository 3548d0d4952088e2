# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
from django.db import transaction

from buurtwacht.lib.ids import new_id
from buurtwacht.live import folding
from buurtwacht.live.models import Receipt
from buurtwacht.live.services import fold_receipts, folds, forget_folded_receipts


@pytest.fixture(autouse=True)
def _own_folders(monkeypatch):
    monkeypatch.setattr(folding, "_folders", {})


@pytest.fixture
def clock(time_machine):
    time_machine.move_to("2026-11-20 21:00:00+00:00")
    return time_machine


def receive(kind="seen", **fields) -> Receipt:
    return Receipt.objects.create(delivery_id=new_id(), person_id=new_id(), report_id=new_id(), kind=kind, **fields)


def test_a_folder_gets_its_kind_in_the_order_of_arrival(db):
    got = []
    folds("seen", "shown")(got.extend)
    first, _, third = receive(), receive("acknowledged", answer="two"), receive("shown")

    assert fold_receipts() == 3
    assert sorted(got, key=lambda receipt: receipt.pk) == [first, third]
    assert not Receipt.objects.filter(folded_at=None).exists()


def test_what_was_folded_is_not_folded_again(db):
    got = []
    folds("seen")(got.extend)
    receive()

    assert (fold_receipts(), fold_receipts(), len(got)) == (1, 0, 1)


def test_one_bad_receipt_does_not_stop_the_others(db, clock):
    good, bad = receive(), receive()
    done = []

    @folds("seen")
    def folder(batch):
        if any(receipt.pk == bad.pk for receipt in batch):
            raise RuntimeError
        done.extend(batch)

    assert fold_receipts() == 2
    assert done == [good]
    assert fold_receipts() == 0
    clock.shift(timedelta(seconds=6))
    assert fold_receipts() == 1
    bad.refresh_from_db()
    assert (bad.attempts, bad.folded_at) == (2, None)


def test_a_receipt_that_nobody_can_fold_is_given_up_in_the_end(db, clock):
    @folds("seen")
    def folder(batch):
        raise RuntimeError

    bad = receive()
    for _ in range(folding.MOST_ATTEMPTS):
        fold_receipts()
        clock.shift(timedelta(hours=1))
    bad.refresh_from_db()
    assert bad.folded_at is not None


def test_a_kind_that_does_not_exist_cannot_be_folded():
    with pytest.raises(ValueError, match="guessed"):
        folds("guessed")


@pytest.mark.django_db(transaction=True)
def test_two_workers_do_not_take_the_same_receipts():
    import threading

    got, both = [], threading.Barrier(2)

    @folds("seen")
    def folder(batch):
        got.extend(batch)
        both.wait(timeout=60)  # both transactions are open at this moment

    for _ in range(folding.BATCH * 2):
        receive()
    threads = [threading.Thread(target=_fold_and_close) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == len({receipt.pk for receipt in got}) == folding.BATCH * 2


def _fold_and_close() -> None:
    folding._fold_batch(folding.BATCH)
    transaction.get_connection().close()


def test_folded_receipts_are_gone_after_a_day(db, clock):
    receive()
    waiting = receive(due_at="2199-01-01T00:00:00Z")
    fold_receipts()
    clock.shift(timedelta(hours=25))

    assert forget_folded_receipts() == 1
    assert Receipt.objects.get() == waiting
