# SPDX-License-Identifier: EUPL-1.2
"""A thousand messages to a server that many push services stand behind."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
import uvloop

from buurtwacht.channels.base import Receipt
from buurtwacht.channels.contract import make_message
from buurtwacht.channels.webpush.channel import WebPushChannel
from buurtwacht.testing.peers.nginx_sink import NginxSink
from buurtwacht.testing.peers.subscriber import Subscriber


@pytest.mark.peer
@pytest.mark.parametrize("run", [asyncio.run, uvloop.run], ids=["asyncio", "uvloop"])
def test_nginx_takes_a_thousand_and_its_refusals_are_understood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, loopback: None, run: Any
) -> None:
    channel = WebPushChannel()

    async def story(*paths: str) -> list[Any]:
        batch = [(make_message(), Subscriber(f"{sink.url}{path}").address) for path in paths]
        try:
            return await channel.send_many(batch)
        finally:
            await channel.close()

    with NginxSink(tmp_path) as sink:
        monkeypatch.setenv("SSL_CERT_FILE", str(sink.certificate))
        *taken, gone, busy = run(story(*(f"/s/{n}" for n in range(1000)), "/gone/1", "/busy/1"))
    assert taken == [Receipt()] * 1000
    assert gone.gone
    assert busy.retry_after == 7
