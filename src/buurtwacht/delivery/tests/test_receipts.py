# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

from django.utils import timezone

from buurtwacht.delivery.ids import delivery_id
from buurtwacht.delivery.models import Delivery
from buurtwacht.delivery.services import take_receipts
from buurtwacht.lib.ids import new_id
from buurtwacht.testing.cast import add_contact_point

TICK = timedelta(microseconds=1)


def deliver_one(crier, **fields):
    to = crier.tells("a1", **fields)
    intent = crier.promise()
    crier.deliver()
    return Delivery.objects.get(pk=delivery_id(intent.pk, to.contact_point_id))


def test_shown_and_seen_are_noted_once(crier):
    row = deliver_one(crier)
    shown, seen = row.handed_over_at + TICK, row.handed_over_at + 2 * TICK

    take_receipts([(row.pk, "shown", shown), (row.pk, "seen", seen), (row.pk, "shown", timezone.now())])
    take_receipts([(row.pk, "seen", timezone.now())])

    row.refresh_from_db()
    assert (row.shown_at, row.seen_at) == (shown, seen)


def test_what_was_seen_was_shown(crier):
    row = deliver_one(crier)

    take_receipts([(row.pk, "seen", timezone.now())])

    row.refresh_from_db()
    assert row.shown_at == row.seen_at is not None


def test_a_phone_with_a_wrong_clock_changes_no_history(crier):
    row = deliver_one(crier)
    before = timezone.now()

    take_receipts([(row.pk, "shown", row.handed_over_at - timedelta(days=400))])
    take_receipts([(row.pk, "seen", before + timedelta(days=400))])

    row.refresh_from_db()
    assert row.shown_at == row.handed_over_at
    assert before <= row.seen_at <= timezone.now()


def test_a_receipt_that_is_faster_than_our_own_record_is_handed_back(crier):
    unknown = new_id()

    assert take_receipts([(unknown, "shown", timezone.now())]) == {unknown}
    assert take_receipts([]) == set()


def test_a_phone_that_answers_is_known_to_be_alive(crier, bram):
    point = add_contact_point(bram, address="a1")
    row = deliver_one(crier, person_id=bram.pk, contact_point_id=point.pk)

    take_receipts([(row.pk, "shown", timezone.now())])

    point.refresh_from_db()
    assert point.last_seen_at is not None
