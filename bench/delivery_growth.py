# SPDX-License-Identifier: EUPL-1.2
"""The same alert in a database of so many groups: `python -m bench.delivery_growth GROUPS` grows it to there first.

From the call of the service that shares a report to the last outcome on record, with a channel that costs nothing.
"""

import json
import os
import random
import statistics
import sys
import time
from datetime import timedelta

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "buurtwacht.config.settings")

import django

django.setup()

from django.db import connection
from django.utils import timezone

from buurtwacht.channels.base import Message, Receipt
from buurtwacht.delivery.models import Delivery, Intent
from buurtwacht.delivery.now import deliver_now
from buurtwacht.delivery.outcomes import after_try
from buurtwacht.delivery.partitions import make_partitions
from buurtwacht.delivery.records import write
from buurtwacht.delivery.resolvers import Recipient
from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.ids import new_id
from buurtwacht.testing.crowd import build, tell

MEMBERS, ROUNDS, WARM = 101, 60, 10
OLD_ALERTS = 3  # per ten groups: what is on record of the past weeks


def main() -> None:
    make_partitions(timezone.now())
    wanted = int(sys.argv[1])
    present = WatchGroup.objects.count()
    if wanted > present:
        build(wanted - present, MEMBERS, "log")
        remember((wanted - present) * OLD_ALERTS // 10)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    groups = random.Random(7).sample(list(WatchGroup.objects.values_list("pk", flat=True)), 10)
    took = [alert(groups[turn % len(groups)]) for turn in range(-WARM, ROUNDS)][WARM:]
    people = WatchGroup.objects.count() * MEMBERS
    print(json.dumps({"alert_ms": took, "people": [people], "p50": [statistics.median(took)]}))


def alert(group_id: object) -> float:
    start = time.perf_counter()
    tell(group_id)
    deliver_now()
    took = (time.perf_counter() - start) * 1000
    assert not Intent.objects.filter(done_at=None).exists()
    handle_due_lines()
    return took


def remember(alerts: int) -> None:
    """Alerts of the past, as they stand on record."""
    receipt, message = Receipt(), Message(title="", body="", url="")
    people = [Recipient(new_id(), new_id(), "log", "", message) for _ in range(MEMBERS - 1)]
    now = timezone.now()
    for _ in range(alerts):
        intent = Intent(id=new_id(), priority=0, valid_until=now + timedelta(hours=1))
        write([after_try(intent, to, 1, receipt, now) for to in people])
    assert Delivery.objects.exists() or not alerts


if __name__ == "__main__":
    main()
