# SPDX-License-Identifier: EUPL-1.2
"""Sends nothing to anybody: it keeps what it was given. For tests, for trying things out, and as the sample to copy."""

from collections import deque
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from buurtwacht.channels.base import Channel, Message, Receipt

MOST_KEPT = 10_000


class LogChannel(Channel):
    """Keeps the newest messages of this process in memory, and writes none of their words anywhere."""

    kind = "log"
    label = _("Log of this installation")
    kept: ClassVar[deque[tuple[str, Message]]] = deque(maxlen=MOST_KEPT)

    async def send(self, message: Message, address: str) -> Receipt:
        self.kept.append((address, message))
        return Receipt()


def received(address: str) -> list[Message]:
    """What reached this address, oldest first."""
    return [message for to, message in LogChannel.kept if to == address]


def forget_all() -> None:
    LogChannel.kept.clear()
