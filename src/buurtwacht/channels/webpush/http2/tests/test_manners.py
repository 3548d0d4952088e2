# SPDX-License-Identifier: EUPL-1.2
"""Push services with manners of their own, played by a library that shares no code with our client."""

import asyncio
import ssl
from pathlib import Path
from typing import Any

import pytest
from h2.settings import SettingCodes

from buurtwacht.channels.base import DeliveryFailed, Receipt
from buurtwacht.channels.contract import make_message
from buurtwacht.channels.webpush.channel import WebPushChannel
from buurtwacht.channels.webpush.http2 import connection, pool
from buurtwacht.testing.peers.answering import HANG_UP, SILENCE, answer
from buurtwacht.testing.peers.certificates import server_tls
from buurtwacht.testing.peers.http2_provider import Http2Provider, Manners
from buurtwacht.testing.peers.subscriber import Subscriber

pytestmark = pytest.mark.usefixtures("loopback")


def send(provider: Http2Provider, count: int = 1, **changes: Any) -> list[Any]:
    """Each message has a number in its topic, so that headers differ."""
    channel = WebPushChannel()
    reader = Subscriber(f"{provider.url}/s")
    batch = [(make_message(topic=f"report-{n % 7}", **changes), reader.address) for n in range(count)]

    async def story() -> list[Any]:
        try:
            return await channel.send_many(batch)
        finally:
            await channel.close()

    with provider:
        reader.endpoint = f"{provider.url}/s"
        reader.info["endpoint"] = reader.endpoint
        batch = [(message, reader.address) for message, _ in batch]
        outcomes = asyncio.run(story())
    for asked in provider.asked:
        assert reader.read(asked.body)["web_push"] == 8030
    return outcomes


def test_it_never_has_more_streams_than_they_allow(http2_tls: ssl.SSLContext) -> None:
    manners = Manners(settings={SettingCodes.MAX_CONCURRENT_STREAMS: 3})
    provider = Http2Provider(http2_tls, manners=manners)
    assert send(provider, 40) == [Receipt()] * 40
    assert provider.most_at_once <= 3


@pytest.mark.parametrize("window", [1, 100, 600])
def test_it_waits_for_window(http2_tls: ssl.SSLContext, window: int) -> None:
    """A window smaller than a body: the rest follows as room is made."""
    provider = Http2Provider(http2_tls, manners=Manners(settings={SettingCodes.INITIAL_WINDOW_SIZE: window}))
    assert send(provider, 12) == [Receipt()] * 12


@pytest.mark.parametrize("size", [0, 60, 200, 4096, 65536])
def test_it_keeps_to_their_header_table(http2_tls: ssl.SSLContext, size: int) -> None:
    manners = Manners(settings={SettingCodes.HEADER_TABLE_SIZE: size})
    provider = Http2Provider(http2_tls, manners=manners)
    assert send(provider, 30) == [Receipt()] * 30
    assert [asked.headers["topic"] for asked in provider.asked] == [f"report-{n % 7}" for n in range(30)]


def test_more_than_one_window_of_bodies_gets_through(http2_tls: ssl.SSLContext) -> None:
    """200 bodies of 4 KB are twelve times the first window of a connection."""
    assert send(Http2Provider(http2_tls), 200, body="Iemand voelt aan poorten. " * 200) == [Receipt()] * 200


def test_after_go_away_the_rest_goes_over_a_new_connection(http2_tls: ssl.SSLContext) -> None:
    provider = Http2Provider(http2_tls, manners=Manners(go_away_after=5))
    assert send(provider, 10) == [Receipt()] * 10
    assert provider.connections >= 2


def test_a_stream_that_was_refused_unseen_is_sent_again(http2_tls: ssl.SSLContext) -> None:
    provider = Http2Provider(http2_tls, manners=Manners(refuse_first=2))
    assert send(provider, 6) == [Receipt()] * 6
    assert len(provider.asked) == 6


def test_a_stream_that_is_always_refused_is_left_to_the_next_round(http2_tls: ssl.SSLContext) -> None:
    [outcome] = send(Http2Provider(http2_tls, manners=Manners(refuse_first=99)))
    assert isinstance(outcome, DeliveryFailed)
    assert not outcome.permanent


def test_a_reset_is_tried_again_later(http2_tls: ssl.SSLContext) -> None:
    provider = Http2Provider(http2_tls, manners=Manners(reset_with=2))
    [outcome] = send(provider)
    assert not outcome.permanent
    assert len(provider.asked) == 1


def test_early_hints_are_not_the_answer(http2_tls: ssl.SSLContext) -> None:
    [outcome] = send(Http2Provider(http2_tls, answer(410), manners=Manners(hint_first=True)))
    assert outcome.gone


def test_a_connection_that_breaks_once_costs_nobody_anything(http2_tls: ssl.SSLContext) -> None:
    provider = Http2Provider(http2_tls, HANG_UP, answer(201))
    assert send(provider, 1) == [Receipt()]
    assert provider.connections == 2


def test_large_answers_do_not_stop_the_flow(http2_tls: ssl.SSLContext) -> None:
    provider = Http2Provider(http2_tls, answer(201, b"x" * 8000))
    assert send(provider, 100) == [Receipt()] * 100


def test_silence_ends_in_a_new_try_and_then_in_a_failure(http2_tls: ssl.SSLContext, monkeypatch: Any) -> None:
    monkeypatch.setattr(connection, "ANSWER_SECONDS", 0.3)
    monkeypatch.setattr(pool, "SWEEP_SECONDS", 0.05)
    [outcome] = send(Http2Provider(http2_tls, SILENCE))
    assert outcome.reason == "no answer in time"


def test_a_waiting_queue_opens_more_connections(http2_tls: ssl.SSLContext, monkeypatch: Any) -> None:
    monkeypatch.setattr(pool, "GROW_SECONDS", 0.01)
    monkeypatch.setattr(connection, "ANSWER_SECONDS", 4.0)
    monkeypatch.setattr(pool, "SWEEP_SECONDS", 0.1)
    manners = Manners(settings={SettingCodes.MAX_CONCURRENT_STREAMS: 1})
    provider = Http2Provider(http2_tls, SILENCE, answer(201), manners=manners)
    outcomes = send(provider, 5)
    assert outcomes.count(Receipt()) == 4
    assert provider.connections > 1  # how many more depends on how quick the machine is


def test_no_room_is_not_waited_for_for_ever(http2_tls: ssl.SSLContext, monkeypatch: Any) -> None:
    monkeypatch.setattr(pool, "WAIT_SECONDS", 0.2)
    monkeypatch.setattr(pool, "SWEEP_SECONDS", 0.05)
    manners = Manners(settings={SettingCodes.MAX_CONCURRENT_STREAMS: 0})
    outcomes = send(Http2Provider(http2_tls, manners=manners), 3)
    assert [outcome.reason for outcome in outcomes] == ["no room in time"] * 3


def test_who_never_says_a_word_is_not_waited_for(trusted: tuple[Path, Path], monkeypatch: Any) -> None:
    """A server that takes the connection, agrees on HTTP/2, and then sends nothing at all."""
    monkeypatch.setattr(pool, "CONNECT_SECONDS", 0.3)
    [outcome] = send(Mute(server_tls(*trusted, "h2")))
    assert "TimeoutError" in outcome.reason


class Mute(Http2Provider):
    async def start(self) -> None:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(asyncio.Protocol, "127.0.0.1", 0, ssl=self.tls)
        self.port = self._server.sockets[0].getsockname()[1]
