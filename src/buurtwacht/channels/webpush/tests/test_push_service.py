# SPDX-License-Identifier: EUPL-1.2
"""A push service that is as strict as the real ones takes what we send, and says no as they do."""

import asyncio
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from buurtwacht.channels.base import Message, Receipt
from buurtwacht.channels.contract import make_message
from buurtwacht.channels.webpush import http1
from buurtwacht.channels.webpush.channel import WebPushChannel
from buurtwacht.testing.peers.certificates import server_tls
from buurtwacht.testing.peers.push_service import PushService

pytestmark = pytest.mark.usefixtures("loopback")


def send(*batch: tuple[Message, str]) -> list[Any]:
    async def story() -> list[Any]:
        channel = WebPushChannel()
        try:
            return await channel.send_many(batch)
        finally:
            await channel.close()

    return asyncio.run(story())


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine that tests may be a slow one, and this service answers always."""
    monkeypatch.setattr(http1, "TIMEOUT", aiohttp.ClientTimeout(total=None))


@pytest.fixture(params=["http", "https"])
def service(request: pytest.FixtureRequest, trusted: tuple[Path, Path]) -> Any:
    with PushService(server_tls(*trusted) if request.param == "https" else None) as service:
        yield service


def test_each_reads_what_was_meant_for_them(service):
    anna, bram = service.subscriber(), service.subscriber()
    outcomes = send((make_message(title="Voor Anna"), anna.address), (make_message(title="Voor Bram"), bram.address))
    assert outcomes == [Receipt()] * 2
    assert [each["notification"]["title"] for each in service.read_by(anna)] == ["Voor Anna"]
    assert [each["notification"]["title"] for each in service.read_by(bram)] == ["Voor Bram"]


def test_a_browser_that_withdrew_is_gone(service):
    anna = service.subscriber()
    service.expire(anna.endpoint)
    [outcome] = send((make_message(), anna.address))
    assert outcome.gone


def test_a_signature_of_somebody_else_is_our_trouble_and_not_the_neighbours(service, monkeypatch):
    monkeypatch.setattr("buurtwacht.channels.webpush.vapid._token", lambda *_: "a.b.c")
    [outcome] = send((make_message(), service.subscriber().address))
    assert outcome.reason.startswith("401")
    assert not outcome.permanent


def test_the_longest_message_is_taken(service):
    anna = service.subscriber()
    [outcome] = send((make_message(body="Iemand voelt aan poorten. " * 500), anna.address))
    assert outcome == Receipt()
    assert service.read_by(anna)[0]["notification"]["body"].endswith(" …")
