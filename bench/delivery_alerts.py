# SPDX-License-Identifier: EUPL-1.2
"""Alerts over push, by a worker that runs already: `build` makes the neighbours, `measure GROUP…` tells them."""

import json
import os
import sys
import time
from uuid import UUID

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "buurtwacht.config.settings")

import django

django.setup()

from django.db import transaction

from buurtwacht.delivery.models import Delivery, Intent
from buurtwacht.testing.crowd import build, tell
from buurtwacht.testing.peers.subscriber import Subscriber

GROUPS, MEMBERS = 50, 101
STORMS, ALERTS, WARM = 5, 40, 5
UNTIL_READY = 12.0  # seconds in which the worker makes its keys again


def subscription(number: int) -> str:
    return Subscriber(f"{os.environ['PUSH_SINK']}/push/{number}").address


def main() -> None:
    if sys.argv[1] == "build":
        print("\n".join(str(one) for one in build(GROUPS, MEMBERS, "webpush", subscription)))
        return
    groups = [UUID(word) for word in sys.argv[2:]]
    storms = [storm(groups) for _ in range(STORMS + 1)][1:]
    alerts = [alert(groups[turn % GROUPS]) for turn in range(-WARM, ALERTS)][WARM:]
    found = {"storm_s": [one for one, _ in storms], "pushing_s": [one for _, one in storms], "single_ms": alerts}
    print(json.dumps(found))


def storm(groups: list[UUID]) -> tuple[float, float]:
    """All groups at once. Seconds from the commit to the last outcome on record, and those in which pushes went out."""
    time.sleep(UNTIL_READY)
    before = Delivery.objects.count()
    with transaction.atomic():
        for group in groups:
            tell(group)
        start = time.time()
    until_told()
    took = time.time() - start
    handed_over = list(
        Delivery.objects.order_by("-id").values_list("handed_over_at", flat=True)[: GROUPS * (MEMBERS - 1)]
    )
    assert Delivery.objects.count() - before == GROUPS * (MEMBERS - 1)
    assert all(handed_over), "every push was taken"
    moments = sorted(at.timestamp() for at in handed_over)
    return took, moments[-1] - moments[0]


def alert(group: UUID) -> float:
    """Milliseconds from the call of the service to the last of 100 pushes handed over."""
    time.sleep(0.5)
    start = time.time()
    tell(group)
    until_told()
    last = Delivery.objects.order_by("-id").values_list("handed_over_at", flat=True)[: MEMBERS - 1]
    return (max(at.timestamp() for at in last if at) - start) * 1000


def until_told() -> None:
    while Intent.objects.filter(done_at=None).exists():
        time.sleep(0.005)


if __name__ == "__main__":
    main()
