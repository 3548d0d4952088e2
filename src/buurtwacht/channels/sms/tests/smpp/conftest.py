# SPDX-License-Identifier: EUPL-1.2
"""A channel that is bound to a centre on this machine, in a loop and a thread of its own."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from pytest_django import Settings

from buurtwacht.channels.base import DeliveryFailed, Message, Outcome
from buurtwacht.channels.contract import make_message
from buurtwacht.channels.inbound import Event, Raw
from buurtwacht.channels.sms.channel import SmsChannel, SmsReceiver
from buurtwacht.channels.sms.smpp import driver
from buurtwacht.testing.peers.smpp import SmsCentre

NUMBER = "+31612345678"
AT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


class Phone:
    """Our side: sends, and keeps what came in."""

    def __init__(self) -> None:
        self.channel = SmsChannel()
        self.taken: list[Raw] = []
        self.disk_is_full = False
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._listening = asyncio.run_coroutine_threadsafe(self.channel.listen(self._take_in), self._loop)

    def send(self, *messages: Message) -> list[Outcome]:
        batch = [(message, NUMBER) for message in messages or (make_message(),)]
        return asyncio.run_coroutine_threadsafe(self.channel.send_many(batch), self._loop).result(120)

    def fails(self, *messages: Message) -> DeliveryFailed:
        [outcome] = self.send(*messages)
        assert isinstance(outcome, DeliveryFailed)
        return outcome

    def heard(self) -> list[Event]:
        return [event for raw in self.taken for event in SmsReceiver().read(replace(raw, at=AT))]

    def hang_up(self) -> None:
        self._listening.cancel()
        asyncio.run_coroutine_threadsafe(asyncio.sleep(0.05), self._loop).result(60)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _take_in(self, raw: Raw) -> None:
        if self.disk_is_full:
            raise OSError("no space left")
        self.taken.append(raw)


def until(is_so: Callable[[], Any], seconds: float = 60) -> None:
    """Wait for something that another thread brings about."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture(autouse=True)
def smpp_settings(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    settings.SMS_DRIVER = "smpp"
    settings.SMS_FROM = "3655"
    settings.SMPP_HOST, settings.SMPP_SYSTEM_ID, settings.SMPP_PASSWORD = "127.0.0.1", "buurtwacht", "secret"
    settings.SMPP_ENQUIRE_SECONDS = 60
    monkeypatch.setattr(driver, "FIRST_PAUSE", 0.05)
    return settings


@pytest.fixture
def centre(settings: Settings) -> Iterator[SmsCentre]:
    with SmsCentre() as centre:
        settings.SMPP_PORT = centre.port
        yield centre


@pytest.fixture
def phone(centre: SmsCentre) -> Iterator[Phone]:
    phone = Phone()
    until(lambda: phone.channel._driver._session)
    yield phone
    phone.hang_up()
