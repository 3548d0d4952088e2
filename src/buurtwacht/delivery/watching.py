# SPDX-License-Identifier: EUPL-1.2
"""Each worker writes down every few seconds how its channels stand, so that the operator's page can show it."""

import asyncio
import os
import socket
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone, translation

from .models import ChannelState
from .pool import Pool
from .threads import Call

EVERY = 5.0  # seconds
FORGOTTEN_AFTER = timedelta(minutes=1)  # a worker that has written nothing for so long is not there any more


async def watch(pools: Mapping[str, Pool], owned: Collection[str], call: Call) -> None:
    """Write until cancelled."""
    worker = f"{socket.gethostname()[:28]}:{os.getpid()}"
    while True:
        now = timezone.now()
        states = [_state_of(kind, pool, owned, worker, now) for kind, pool in pools.items()]
        await call(write_states, states, now)
        await asyncio.sleep(EVERY)


def write_states(states: Collection[ChannelState], now: datetime) -> None:
    """Replace what this worker wrote before, and forget workers that are gone."""
    ChannelState.objects.filter(at__lt=now - FORGOTTEN_AFTER).delete()
    ChannelState.objects.bulk_create(
        states,
        update_conflicts=True,
        unique_fields=["channel", "worker"],
        update_fields=["at", "is_owner", "waiting", "open_until", "allowances"],
    )


def _state_of(kind: str, pool: Pool, owned: Collection[str], worker: str, now: datetime) -> ChannelState:
    wait = pool.breaker.wait()
    return ChannelState(
        channel=kind,
        worker=worker,
        at=now,
        is_owner=pool.bucket is None or kind in owned,
        waiting=pool.waiting,
        open_until=now + timedelta(seconds=wait) if pool.breaker.is_open else None,
        allowances=_allowances(pool),
    )


def _allowances(pool: Pool) -> list[dict[str, Any]]:
    with translation.override(None):  # what is kept is the text to translate; the page says it in its reader's language
        return [{"what": str(one.what), "left": one.left, "of": one.of} for one in pool.channel.allowances()]
