# SPDX-License-Identifier: EUPL-1.2
"""The phones of the demo: they keep what they get, and their owners look at them, as real neighbours do."""

import asyncio
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from random import Random
from typing import ClassVar

import aiohttp
from asgiref.sync import sync_to_async
from django.utils.translation import gettext_lazy as _

from buurtwacht.channels.base import Channel, DeliveryFailed, Envelope, Message, Outcome, Receipt

from .mailbox import forget_the_oldest
from .models import DemoMail
from .people import DOMAIN

EXTRAS = "buur"  # addresses of neighbours whom nobody can become begin like this: they answer by themselves
SILENT = (12, 34, 56)  # the phones of these extras take messages and show nothing, so that a test finds somebody
FLAT = 0.04  # of the phones is off, and is tried again
LOOKED_AT = 0.6  # of the messages is looked at within the first minute
ANSWERS = ["seen"] * 12 + ["watching"] * 5 + ["two"] * 2 + ["cannot"] * 3


class DemoPhones(Channel):
    """Takes the place of the log channel when the program runs as a demo."""

    kind = "log"
    label = _("Phone (demo)")
    chance: ClassVar[Random] = Random()  # noqa: S311 - nothing secret hangs on it
    silent: ClassVar[bool] = False  # True while the past is made: nobody looks, nothing is kept

    def __init__(self) -> None:
        self._looking: set[asyncio.Task[None]] = set()

    async def send(self, message: Message, address: str) -> Receipt:
        [outcome] = await self.send_many([(message, address)])
        if isinstance(outcome, DeliveryFailed):
            raise outcome
        return outcome

    async def send_many(self, batch: Sequence[Envelope]) -> list[Outcome]:
        """Keep what goes to those whom a visitor can become; let the others look after a while."""
        if self.silent:
            return [Receipt() for _envelope in batch]
        await sync_to_async(_keep)([envelope for envelope in batch if not envelope[1].startswith(EXTRAS)])
        return [self._hand(message, address) for message, address in batch]

    async def close(self) -> None:
        for task in self._looking:
            task.cancel()

    def _hand(self, message: Message, address: str) -> Outcome:
        if address.startswith(EXTRAS) and self.chance.random() < FLAT:
            return DeliveryFailed("the phone is off", permanent=False)
        task = asyncio.get_running_loop().create_task(
            self._look(message, answers=address.startswith(EXTRAS), silent=address in silent_addresses("vogelbuurt"))
        )
        self._looking.add(task)
        task.add_done_callback(self._looking.discard)
        return Receipt()

    async def _look(self, message: Message, *, answers: bool, silent: bool = False) -> None:
        """The screen lights up at once; whoever holds the phone looks later, and may answer without a sound."""
        if silent:
            return
        await asyncio.sleep(self.chance.uniform(0.3, 3))
        await _tell(message.receipt_url, kind="shown")
        if not answers or message.urgency != "alarm" or self.chance.random() > LOOKED_AT:
            return
        await asyncio.sleep(self.chance.uniform(2, 40))
        await _tell(message.receipt_url, kind="acknowledged", answer=self.chance.choice(ANSWERS))


@contextmanager
def in_the_past() -> Iterator[None]:
    """What is told here was told before the visitor came: nobody looks by themselves, and nothing is kept to read."""
    before, DemoPhones.silent = DemoPhones.silent, True
    try:
        yield
    finally:
        DemoPhones.silent = before


def silent_addresses(slug: str) -> list[str]:
    """Of neighbours whose phones stay silent, so that the monthly test has somebody to find."""
    return [f"{EXTRAS}{number}.{slug}@{DOMAIN}" for number in SILENT]


async def _tell(receipt: str, **said: str) -> None:
    """What a service worker says to the hub, from the demo's own phones."""
    address, _sep, token = receipt.partition("?token=")
    if not token:
        return
    body = json.dumps({"token": token, **said})
    try:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session:
            await session.post(address, data=body, headers={"Content-Type": "text/plain"})
    except (aiohttp.ClientError, TimeoutError):
        return  # a demo phone without network says nothing, like a real one


def _keep(batch: Sequence[Envelope]) -> None:
    DemoMail.objects.bulk_create(
        DemoMail(
            kind=DemoMail.Kind.PHONE,
            to_address=address,
            subject=message.title,
            body=message.body,
            link=message.url,
        )
        for message, address in batch
    )
    forget_the_oldest()
