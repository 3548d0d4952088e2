# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection

from buurtwacht.delivery.ids import bounds, delivery_id, first_id_at
from buurtwacht.delivery.models import Delivery
from buurtwacht.delivery.partitions import drop_partitions, make_partitions
from buurtwacht.delivery.personal_data import KEPT_FOR, export_deliveries, forget_deliveries
from buurtwacht.lib.ids import new_id

NEW_YEAR = datetime(2031, 12, 31, 23, 30, tzinfo=UTC)


def lies_in(row):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tableoid::regclass::text FROM delivery_delivery WHERE id = %s", [row.pk])
        return cursor.fetchone()[0]


def test_an_id_is_known_before_anything_is_written():
    intent, point = new_id(), new_id()

    low, high = bounds(intent)

    assert delivery_id(intent, point) == delivery_id(intent, point) != delivery_id(intent, new_id())
    assert low < delivery_id(intent, point) < high
    assert first_id_at(datetime.now(UTC) - timedelta(minutes=1)) < delivery_id(intent, point)


def test_months_are_made_ahead_once(db):
    assert make_partitions(NEW_YEAR) == [f"delivery_delivery_{month}" for month in ("2031_12", "2032_01", "2032_02")]
    assert make_partitions(NEW_YEAR) == []


@pytest.mark.parametrize("made_first", [True, False])
def test_a_delivery_lies_in_the_month_of_its_intent(crier, made_first):
    crier.tells("a1")
    with time_machine.travel(NEW_YEAR, tick=False):
        if made_first:
            make_partitions(NEW_YEAR)
        crier.promise()
        crier.deliver()
        if not made_first:
            assert lies_in(Delivery.objects.get()) == "delivery_delivery_default"
            make_partitions(NEW_YEAR)

    assert lies_in(Delivery.objects.get()) == "delivery_delivery_2031_12"


def test_what_is_old_goes_by_the_month(crier):
    to = crier.tells("a1")
    with time_machine.travel(NEW_YEAR, tick=False):
        make_partitions(NEW_YEAR)
        crier.promise()
        crier.deliver()
        assert [row["state"] for row in export_deliveries(to.person_id)] == ["handed_over"]

    forget_deliveries(NEW_YEAR + KEPT_FOR)
    assert Delivery.objects.count() == 1
    forget_deliveries(NEW_YEAR + KEPT_FOR + timedelta(days=1))

    assert Delivery.objects.count() == 0
    assert drop_partitions(NEW_YEAR) == []
