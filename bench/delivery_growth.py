# SPDX-License-Identifier: EUPL-1.2
"""One alert in a database of so many groups: `python -m bench.delivery_growth GROUPS` makes them, and says "ready".

Then each line that it reads costs one alert to 100, and it answers with the milliseconds: from the call of the service
that shares a report to the last outcome on record, with a channel that costs nothing.
"""

import os
import random
import sys
import time
from datetime import timedelta
from uuid import UUID

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "buurtwacht.config.settings")

import django

django.setup()

from django.db import connection
from django.utils import timezone

from buurtwacht.channels.base import Message, Receipt
from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.now import deliver_now
from buurtwacht.delivery.outcomes import after_try
from buurtwacht.delivery.partitions import make_partitions
from buurtwacht.delivery.records import write
from buurtwacht.delivery.resolvers import Recipient
from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.ids import new_id
from buurtwacht.testing.crowd import build, tell

MEMBERS = 101
OLD_ALERTS = 3  # per ten groups: what is on record of the past weeks


def main() -> None:
    make_partitions(timezone.now())
    wanted = int(sys.argv[1])
    build(wanted, MEMBERS, "log")
    remember(wanted * OLD_ALERTS // 10)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")  # what was just loaded must not be written while we measure
    groups = random.Random(7).sample(list(WatchGroup.objects.values_list("pk", flat=True)), 10)
    print("ready", flush=True)
    for turn, _ in enumerate(sys.stdin):
        print(alert(groups[turn % len(groups)]), flush=True)


def alert(group_id: UUID) -> float:
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


if __name__ == "__main__":
    main()
