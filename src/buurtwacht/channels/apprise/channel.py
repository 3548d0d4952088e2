# SPDX-License-Identifier: EUPL-1.2
"""Services that take a message and say nothing back: ntfy, Gotify, Threema, Teams, Slack … Outgoing only."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from apprise import NotifyFormat, NotifyType
from django.conf import settings
from django.utils.translation import gettext_lazy

from buurtwacht.channels.base import Channel, DeliveryFailed, Message, Receipt
from buurtwacht.channels.plain import text_of
from buurtwacht.lib.logs import silence

from .addresses import REVIEWED, service_at, tidy
from .guard import only_public

THREADS = 8  # Apprise waits for answers in a thread
LONGEST = 20.0  # seconds for one message

silence("apprise", "urllib3")  # they write addresses down, and secrets stand in those


class AppriseChannel(Channel):
    """Apprise tells yes or no, and nothing else: so no address is ever given up, and nothing is known to be read."""

    kind = "apprise"
    label = gettext_lazy("Another service")
    at_once = THREADS

    def __init__(self) -> None:
        self._threads: ThreadPoolExecutor | None = None

    def normalise(self, address: str) -> str:
        return tidy(address)

    async def send(self, message: Message, address: str) -> Receipt:
        self._threads = self._threads or ThreadPoolExecutor(THREADS, thread_name_prefix="apprise")
        handing = asyncio.get_running_loop().run_in_executor(self._threads, _hand_over, message, address)
        try:
            async with asyncio.timeout(LONGEST):
                taken = await handing
        except TimeoutError as error:
            raise DeliveryFailed("no answer in time", permanent=False, unknown=True) from error
        if taken is None:
            raise DeliveryFailed("not an address that we take", permanent=True)
        if not taken:
            raise DeliveryFailed("they said no, or nothing", permanent=False, unknown=True)
        return Receipt()

    async def close(self) -> None:
        if self._threads:
            self._threads.shutdown(wait=False)
        self._threads = None

    def problems(self) -> list[str]:
        unknown = sorted(set(settings.APPRISE_SCHEMES) - REVIEWED)
        if not unknown:
            return []
        known = ", ".join(sorted(REVIEWED))
        return [f"BUURTWACHT_APPRISE_SCHEMES names {', '.join(unknown)}; only these were reviewed: {known}."]


def _hand_over(message: Message, address: str) -> bool | None:
    """Whether they took it; None for an address that we do not take. In a thread of its own."""
    service = service_at(address, rings=message.urgency == "alarm")
    if service is None:
        return None
    kind = NotifyType.WARNING if message.urgency == "alarm" else NotifyType.INFO
    with only_public():
        return bool(service.notify(body=text_of(message), title="", notify_type=kind, body_format=NotifyFormat.TEXT))
