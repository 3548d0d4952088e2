# SPDX-License-Identifier: EUPL-1.2
"""Getting channels ready before there is anything to say, so that an alarm finds its keys made."""

import asyncio
from collections.abc import Mapping
from uuid import UUID

import structlog

from buurtwacht.channels.base import Channel
from buurtwacht.people.models import ContactPoint

from .threads import AWAY, Call

log = structlog.get_logger()

AT_ONCE = 500  # addresses that are read, and made ready, in one go
BREATH = 0.05  # seconds between two of these


async def warm_up(channels: Mapping[str, Channel], call: Call) -> None:
    """Hand every address that is in use to its channel, once. Gives way to everything else."""
    for kind, channel in channels.items():
        if type(channel).prepare is Channel.prepare:
            continue  # this one has nothing to prepare
        try:
            count = await _warm(kind, channel, call)
        except AWAY:
            continue  # the first message makes its keys itself
        log.info("delivery.warm", channel=kind, count=count)


async def _warm(kind: str, channel: Channel, call: Call) -> int:
    count, after = 0, UUID(int=0)
    while page := await call(_addresses_after, kind, after):
        await channel.prepare([address for _, address in page])
        count, after = count + len(page), page[-1][0]
        await asyncio.sleep(BREATH)
    return count


def _addresses_after(kind: str, after: UUID) -> list[tuple[UUID, str]]:
    points = ContactPoint.objects.filter(channel=kind, is_on=True, gone_at=None, pk__gt=after).order_by("pk")
    return [(point.pk, point.address) for point in points.only("address")[:AT_ONCE]]
