# SPDX-License-Identifier: EUPL-1.2
"""Web Push keeps the contract, over HTTP/1.1 and over HTTP/2 with TLS."""

import asyncio
import json
import ssl
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from buurtwacht.channels.base import Receipt
from buurtwacht.channels.contract import LINK, HttpChannelContract, make_message
from buurtwacht.channels.webpush import http1, sender
from buurtwacht.channels.webpush.channel import WebPushChannel
from buurtwacht.channels.webpush.http2 import connection, pool
from buurtwacht.testing.peers.answering import Answering, Asked, Provider, answer
from buurtwacht.testing.peers.certificates import server_tls
from buurtwacht.testing.peers.http2_provider import Http2Provider
from buurtwacht.testing.peers.subscriber import Subscriber


@pytest.mark.usefixtures("loopback")
class TestWebPush(HttpChannelContract):
    channel = WebPushChannel
    address = Subscriber("https://push.example/x").address
    nonsense = "https://push.example/x"
    accepted = answer(201, location="https://push.example/m/1")

    def address_at(self, provider: Any) -> str:
        self.subscriber = Subscriber(f"{provider.url}/wpush/v2/abc?token=d%3d")
        return self.subscriber.address

    def text_in(self, asked: Asked) -> str:
        return json.dumps(self.subscriber.read(asked.body))

    @pytest.fixture
    def impatient(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(http1, "TIMEOUT", aiohttp.ClientTimeout(sock_read=0.2))
        monkeypatch.setattr(connection, "ANSWER_SECONDS", 0.2)
        monkeypatch.setattr(pool, "SWEEP_SECONDS", 0.05)

    def test_it_says_what_a_push_service_needs_to_know(self) -> None:
        _, [asked] = self.send(self.accepted)
        assert asked.path == "/wpush/v2/abc?token=d%3d"
        assert asked.headers["content-encoding"] == "aes128gcm"
        assert asked.headers["content-type"] == "application/octet-stream"
        assert asked.headers["content-length"] == str(len(asked.body))
        assert (asked.headers["ttl"], asked.headers["urgency"], asked.headers["topic"]) == ("900", "high", "report-7")
        assert asked.headers["authorization"].startswith("vapid t=")

    def test_nobody_at_home_is_tried_again(self) -> None:
        channel = self.channel()
        with self.provider() as provider:
            address = self.address_at(provider)
        [outcome] = self.use(channel, channel.send_many([(make_message(), address)]))
        assert not outcome.permanent

    def test_an_address_that_we_do_not_send_to_is_not_tried_again(self) -> None:
        channel = self.channel()
        address = Subscriber("https://192.168.1.1/x").address
        [outcome] = self.use(channel, channel.send_many([(make_message(), address)]))
        assert outcome.permanent
        assert not outcome.gone


class TestWebPushOverHttp2(TestWebPush):
    @pytest.fixture(autouse=True)
    def _tls(self, http2_tls: ssl.SSLContext) -> None:
        self.tls = http2_tls

    def provider(self, *answers: Answering) -> Http2Provider:
        return Http2Provider(self.tls, *answers)

    def test_a_large_batch_arrives_whole_and_each_can_read_its_own(self) -> None:
        channel = self.channel()
        with self.provider() as provider:
            readers = [Subscriber(f"{provider.url}/s/{number}") for number in range(300)]
            batch = [(make_message(body=f"Voor {n}."), reader.address) for n, reader in enumerate(readers)]

            async def story() -> list[Any]:
                await channel.prepare(address for _, address in batch[::2])
                return await channel.send_many(batch)

            outcomes = self.use(channel, story())
        assert all(isinstance(outcome, Receipt) for outcome in outcomes)
        bodies = {asked.path: asked.body for asked in provider.asked}
        for number, reader in enumerate(readers):
            assert reader.read(bodies[f"/s/{number}"])["notification"]["body"] == f"Voor {number}."

    def test_those_whose_keys_are_ready_go_first(self) -> None:
        channel = self.channel()
        with self.provider() as provider:
            addresses = [Subscriber(f"{provider.url}/s/{number}").address for number in range(4)]

            async def story() -> None:
                await channel.prepare(addresses[2:])
                await channel.send_many([(make_message(), address) for address in addresses])

            self.use(channel, story())
        assert [asked.path for asked in provider.asked] == ["/s/2", "/s/3", "/s/0", "/s/1"]

    def test_one_connection_serves_many_batches(self) -> None:
        channel = self.channel()
        with self.provider() as provider:
            address = self.address_at(provider)

            async def story() -> None:
                for _ in range(5):
                    await channel.send(make_message(), address)

            self.use(channel, story())
        assert len(provider.asked) == 5
        assert provider.connections == 1


def test_a_push_service_without_http2_is_served_by_http1(trusted: tuple[Path, Path], loopback: None) -> None:
    channel = WebPushChannel()
    with Provider(tls=server_tls(*trusted, "http/1.1")) as provider:
        reader = Subscriber(f"{provider.url}/s")

        async def story() -> list[Any]:
            first = await channel.send_many([(make_message(), reader.address)] * 40)
            second = await channel.send_many([(make_message(), reader.address)])
            await channel.close()
            return first + second

        outcomes = asyncio.run(story())
    assert outcomes == [Receipt()] * 41
    assert reader.read(provider.asked[-1].body)["notification"]["navigate"] == LINK


def test_a_push_service_that_we_cannot_trust_gets_nothing(certificate: tuple[Path, Path], loopback: None) -> None:
    channel = WebPushChannel()
    with Provider(tls=server_tls(*certificate, "http/1.1")) as provider:
        address = Subscriber(f"{provider.url}/s").address

        async def story() -> Any:
            [outcome] = await channel.send_many([(make_message(), address)])
            await channel.close()
            return outcome

        outcome = asyncio.run(story())
    assert provider.asked == []
    assert not outcome.permanent
    assert "SSL" in outcome.reason


def test_memory_for_push_services_is_bounded(monkeypatch: pytest.MonkeyPatch, loopback: None) -> None:
    monkeypatch.setattr(sender, "MOST_POOLS", 2)
    channel = WebPushChannel()

    async def story() -> int:
        for port in range(1, 6):
            await channel.send_many([(make_message(), Subscriber(f"https://localhost:{port}/s").address)])
        kept = len(channel._sender()._pools)
        await channel.close()
        return kept

    assert asyncio.run(story()) <= 3
