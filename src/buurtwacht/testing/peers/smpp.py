# SPDX-License-Identifier: EUPL-1.2
"""An SMSC on this machine, written from the specification (SMPP 3.4, 1999). It shares no code with our client.

It takes binds and messages, answers as it is told to, and delivers receipts and messages of people.
"""

import asyncio
import ssl
import struct
from collections import deque
from dataclasses import dataclass, field

from .serving import Server

TRANSMITTER, TRANSCEIVER, SUBMIT, DELIVER, UNBIND, ENQUIRE = 0x02, 0x09, 0x04, 0x05, 0x06, 0x15
RESPONSE = 0x80000000
THROTTLED, RETRY_LATER = 0x58, 0x64
CUT, SILENT = -1, -2  # instead of a status: hang up, or never answer


@dataclass
class Submitted:
    """A `submit_sm` as it arrived (section 4.4.1)."""

    source: str
    source_kind: tuple[int, int]  # type of number, numbering plan
    destination: str
    destination_kind: tuple[int, int]
    esm_class: int
    validity: str
    registered: int
    coding: int
    message: bytes
    extra: dict[int, bytes] = field(default_factory=dict)


class SmsCentre(Server):
    """`statuses` answers the messages one after the other, then with yes. `names` are given to those that are taken."""

    def __init__(
        self,
        password: str = "secret",
        statuses: list[int] | None = None,
        names: list[str] | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.tls = tls
        self.password = password
        self.statuses = deque(statuses or [])
        self.names = deque(names or [])
        self.submitted: list[Submitted] = []
        self.answered: list[tuple[int, int]] = []  # number and status of each deliver_sm_resp
        self.binds: list[bytes] = []
        self.kinds: list[int] = []
        self.enquired = 0
        self.most_at_once = 0
        self.pause = 0.0  # seconds before a message is answered
        self.enquiries_are_answered = True
        self._at_once = 0
        self._number = 0
        self._writers: list[asyncio.StreamWriter] = []
        self._answers: dict[int, asyncio.Future[int]] = {}

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self.tls)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        self._server.close()
        for writer in self._writers:
            writer.close()
        await asyncio.sleep(0)

    def cut(self) -> None:
        """Hang up on everybody, from another thread."""
        self.run(self._cut())

    def deliver(self, source: str, message: bytes, **how: int | bytes) -> int:
        """Hand over a message and return the status with which it was answered."""
        return self.run(self._deliver(source, message, **how))

    def deliver_at_once(self, *messages: tuple[str, bytes, dict[str, int]]) -> list[int]:
        """Hand over all, and then wait for the answers."""

        async def all_of_them() -> list[int]:
            return list(await asyncio.gather(*(self._deliver(s, m, **how) for s, m, how in messages)))

        return self.run(all_of_them())

    def receipt(self, name: str, stat: str, error: str = "000", extra: bytes = b"") -> int:
        """Say what became of a message (appendix B)."""
        text = (
            f"id:{name} sub:001 dlvrd:001 submit date:2611221504 done date:2611221504 stat:{stat} err:{error} text:112"
        )
        return self.deliver("31612345678", text.encode(), esm_class=4, extra=extra)

    async def _cut(self) -> None:
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()

    async def _deliver(
        self, source: str, message: bytes, esm_class: int = 0, coding: int = 0, extra: bytes = b""
    ) -> int:
        self._number += 1
        number = self._number
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        body = b"\0" + b"\x01\x01" + source.encode() + b"\0" + b"\x01\x01" + b"3655\0"
        body += bytes((esm_class, 0, 0)) + b"\0\0" + bytes((0, 0, coding, 0, len(message))) + message + extra
        self._say(self._writers[-1], DELIVER, 0, number, body)
        return await asyncio.wait_for(answer, 20)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tasks = []
        try:
            while True:
                length, command, status, number = struct.unpack(">IIII", await reader.readexactly(16))
                body = await reader.readexactly(length - 16)
                if command in (TRANSMITTER, TRANSCEIVER):
                    self._bind(writer, command, number, body)
                elif command == SUBMIT:
                    tasks.append(asyncio.create_task(self._submit(writer, number, body)))
                elif command == ENQUIRE:
                    self.enquired += 1
                    if self.enquiries_are_answered:
                        self._say(writer, ENQUIRE | RESPONSE, 0, number)
                elif command == UNBIND:
                    self._say(writer, UNBIND | RESPONSE, 0, number)
                elif command == DELIVER | RESPONSE:
                    self.answered.append((number, status))
                    self._answers.pop(number).set_result(status)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    def _bind(self, writer: asyncio.StreamWriter, command: int, number: int, body: bytes) -> None:
        self.binds.append(body)
        self.kinds.append(command)
        is_right = body.split(b"\0")[1].decode() == self.password
        if is_right:
            self._writers.append(writer)
        self._say(writer, command | RESPONSE, 0 if is_right else 0x0E, number, b"centre\0" if is_right else b"")

    async def _submit(self, writer: asyncio.StreamWriter, number: int, body: bytes) -> None:
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        self.submitted.append(_submitted(body))
        status = self.statuses.popleft() if self.statuses else 0
        name = self.names.popleft() if self.names else f"{len(self.submitted):08X}"
        await asyncio.sleep(self.pause)
        self._at_once -= 1
        if status == CUT:
            writer.transport.abort()
        elif status != SILENT:
            self._say(writer, SUBMIT | RESPONSE, status, number, b"" if status else name.encode() + b"\0")

    def _say(self, writer: asyncio.StreamWriter, command: int, status: int, number: int, body: bytes = b"") -> None:
        writer.write(struct.pack(">IIII", 16 + len(body), command, status, number) + body)


def _submitted(body: bytes) -> Submitted:
    _service, body = _string(body)
    source_kind, (source, body) = (body[0], body[1]), _string(body[2:])
    kind, (destination, body) = (body[0], body[1]), _string(body[2:])
    esm_class, body = body[0], body[3:]
    _schedule, body = _string(body)
    validity, body = _string(body)
    registered, _replace, coding, _default, length = body[:5]
    message, rest = body[5 : 5 + length], body[5 + length :]
    extra = {}
    while rest:
        tag, size = struct.unpack(">HH", rest[:4])
        extra[tag], rest = rest[4 : 4 + size], rest[4 + size :]
    return Submitted(source, source_kind, destination, kind, esm_class, validity, registered, coding, message, extra)


def _string(body: bytes) -> tuple[str, bytes]:
    found, _, rest = body.partition(b"\0")
    return found.decode("latin-1"), rest
