# SPDX-License-Identifier: EUPL-1.2
"""Records per second, one writer: an intent and the outcomes of 100 members per report.

Ours: the intent committed, then the outcomes by COPY. Beside it Django's bulk_create of rows that wait and one update()
when they are sent, save() per row, and a bare COPY.
"""

import json
import os
import time
from collections.abc import Callable
from datetime import timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "buurtwacht.config.settings")

import django

django.setup()

from django.db import connection, transaction
from django.utils import timezone

from buurtwacht.channels.base import Message, Receipt
from buurtwacht.delivery.claims import finish
from buurtwacht.delivery.ids import delivery_id
from buurtwacht.delivery.models import Delivery, Intent
from buurtwacht.delivery.outcomes import after_try
from buurtwacht.delivery.partitions import make_partitions
from buurtwacht.delivery.records import TYPES, Row, write
from buurtwacht.delivery.resolvers import Recipient
from buurtwacht.delivery.services import intend
from buurtwacht.lib.ids import new_id

MEMBERS, REPORTS, TURNS = 100, 200, 5
HOUR = timedelta(hours=1)
MESSAGE = Message(title="", body="", url="")
RECIPIENTS = [Recipient(new_id(), new_id(), "webpush", "", MESSAGE) for _ in range(MEMBERS)]
TAKEN = Receipt("https://push.example/message/019c3f6e7a0e7c4a9b2e0d5e6f7a8b9c")


def promise() -> Intent:
    with transaction.atomic():
        return intend("report.entry", new_id(), priority=0, valid_for=HOUR)


def ours() -> None:
    intent = promise()
    now = timezone.now()
    write([after_try(intent, to, 1, TAKEN, now) for to in RECIPIENTS])
    finish(intent.pk)


def copy_alone() -> None:
    intent, now = Intent(id=new_id(), priority=0, valid_until=timezone.now()), timezone.now()
    rows = [after_try(intent, to, 1, TAKEN, now) for to in RECIPIENTS]
    with connection.cursor() as cursor:
        order = f"COPY delivery_delivery ({', '.join(Row._fields)}) FROM STDIN (FORMAT BINARY)"
        with cursor.copy(order) as copy:
            copy.set_types(TYPES)
            for row in rows:
                copy.write_row(row)


def waiting(intent: Intent) -> list[Delivery]:
    now = timezone.now()
    return [
        Delivery(
            id=delivery_id(intent.pk, to.contact_point_id),
            intent_id=intent.pk,
            contact_point_id=to.contact_point_id,
            person_id=to.person_id,
            channel=to.channel,
            priority=0,
            state=Delivery.State.DUE_AGAIN,
            due_at=now,
            created_at=now,
        )
        for to in RECIPIENTS
    ]


def bulk() -> None:
    with transaction.atomic():
        intent = intend("report.entry", new_id(), priority=0, valid_for=HOUR)
        rows = Delivery.objects.bulk_create(waiting(intent))
    with transaction.atomic():
        sent = Delivery.objects.filter(pk__in=[row.pk for row in rows])
        sent.update(state=Delivery.State.HANDED_OVER, due_at=None, attempts=1, handed_over_at=timezone.now())
        finish(intent.pk)


def save_each() -> None:
    intent = promise()
    for row in waiting(intent):
        row.save(force_insert=True)
        row.state, row.due_at, row.attempts, row.handed_over_at = Delivery.State.HANDED_OVER, None, 1, timezone.now()
        row.save(update_fields=["state", "due_at", "attempts", "handed_over_at"])
    finish(intent.pk)


WAYS: dict[str, tuple[Callable[[], None], int]] = {
    "ours": (ours, REPORTS),
    "COPY alone": (copy_alone, REPORTS),
    "bulk_create + update": (bulk, REPORTS // 4),
    "save() per row": (save_each, 5),
}


def rows_per_second(way: Callable[[], None], reports: int) -> float:
    start = time.perf_counter()
    for _ in range(reports):
        way()
    return reports * MEMBERS / (time.perf_counter() - start)


def main() -> None:
    make_partitions(timezone.now())
    found: dict[str, list[float]] = {name: [] for name in WAYS}
    for way, _ in WAYS.values():
        rows_per_second(way, 2)
    for _ in range(TURNS):
        for name, (way, reports) in WAYS.items():
            found[name].append(rows_per_second(way, reports))
    print(json.dumps(found))


if __name__ == "__main__":
    main()
