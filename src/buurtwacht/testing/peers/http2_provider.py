# SPDX-License-Identifier: EUPL-1.2
"""A provider that speaks HTTP/2, by a library that shares no code with our client. It can also misbehave."""

import asyncio
import ssl
from collections import deque
from dataclasses import dataclass, field

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import DataReceived, Event, RequestReceived, StreamEnded
from h2.settings import SettingCodes, Settings

from .answering import HANG_UP, SILENCE, Answering, Asked, answer
from .serving import Server

DEFAULTS = {SettingCodes.MAX_CONCURRENT_STREAMS: 100}


@dataclass
class Manners:
    """How this provider behaves, besides what it answers."""

    settings: dict[SettingCodes, int] = field(default_factory=dict)
    go_away_after: int = 0  # this many answers, on each connection
    refuse_first: int = 0  # RST_STREAM with REFUSED_STREAM, before anything else
    reset_with: int | None = None
    hint_first: bool = False  # "103 Early Hints" before the answer


class Http2Provider(Server):
    """Answers with `answers`, one after the other; the last one for ever."""

    def __init__(self, tls: ssl.SSLContext, *answers: Answering, manners: Manners | None = None) -> None:
        self.tls = tls
        self.answers = deque(answers or [answer(201)])
        self.manners = manners or Manners()
        self.asked: list[Asked] = []
        self.connections = 0
        self.most_at_once = 0
        self._open: set[asyncio.Transport] = set()

    async def start(self) -> None:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Connection(self), "127.0.0.1", 0, ssl=self.tls)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        self._server.close()
        for transport in list(self._open):
            transport.abort()
        await asyncio.sleep(0)

    def next_answer(self) -> Answering:
        return self.answers.popleft() if len(self.answers) > 1 else self.answers[0]


class _Connection(asyncio.Protocol):
    def __init__(self, provider: Http2Provider) -> None:
        self.provider = provider
        self.h2 = H2Connection(H2Configuration(client_side=False, header_encoding="utf-8"))
        self.open: dict[int, tuple[dict[str, str], bytearray]] = {}
        self.answered = 0
        self.is_leaving = False
        self.rests: dict[int, bytes] = {}  # of answers that the client's window has no room for yet

    def connection_made(self, transport: asyncio.Transport) -> None:
        self.transport = transport
        self.provider._open.add(transport)
        self.provider.connections += 1
        self.h2.local_settings = Settings(client=False, initial_values=DEFAULTS | self.provider.manners.settings)
        self.h2.initiate_connection()
        self.flush()

    def connection_lost(self, error: Exception | None) -> None:
        self.provider._open.discard(self.transport)

    def data_received(self, data: bytes) -> None:
        if self.is_leaving:
            return
        for event in self.h2.receive_data(data):
            self.take(event)
            if self.is_leaving:
                break
        self.send_rests()
        self.flush()

    def flush(self) -> None:
        self.transport.write(self.h2.data_to_send())

    def take(self, event: Event) -> None:
        if isinstance(event, RequestReceived):
            self.open[event.stream_id] = dict(event.headers), bytearray()
            self.provider.most_at_once = max(self.provider.most_at_once, len(self.open))
        elif isinstance(event, DataReceived):
            self.open[event.stream_id][1].extend(event.data)
            self.h2.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
        elif isinstance(event, StreamEnded):
            self.answer(event.stream_id)

    def answer(self, stream: int) -> None:
        headers, body = self.open.pop(stream)
        manners = self.provider.manners
        if manners.refuse_first:
            manners.refuse_first -= 1
            self.h2.reset_stream(stream, error_code=7)
            return
        self.provider.asked.append(Asked(headers[":path"], headers, bytes(body)))
        if manners.reset_with is not None:
            self.h2.reset_stream(stream, error_code=manners.reset_with)
            return
        self.give(stream, self.provider.next_answer())
        self.answered += 1
        if manners.go_away_after and self.answered >= manners.go_away_after:
            self.h2.close_connection(last_stream_id=stream)
            self.is_leaving = True

    def give(self, stream: int, given: Answering) -> None:
        if given is HANG_UP:
            self.transport.abort()
        if given in (HANG_UP, SILENCE):
            return
        if self.provider.manners.hint_first:
            self.h2.send_headers(stream, [(":status", "103"), ("link", "</x>")])
        headers = [
            (":status", str(given.status)),
            ("location", f"{self.provider.url}/m/{stream}"),
            *given.headers.items(),
        ]
        self.h2.send_headers(stream, headers, end_stream=not given.body)
        if given.body:
            self.rests[stream] = given.body

    def send_rests(self) -> None:
        for stream, rest in [] if self.is_leaving else list(self.rests.items()):
            piece = rest[: self.h2.local_flow_control_window(stream)]
            self.rests[stream] = rest[len(piece) :]
            if not self.rests[stream]:
                del self.rests[stream]
            if piece:
                self.h2.send_data(stream, piece, end_stream=stream not in self.rests)
