# SPDX-License-Identifier: EUPL-1.2
"""A door for mail servers (LMTP, RFC 2033, or SMTP). It takes only mail to addresses that we made, and relays nothing.

250 is said only when the mail is on disk. Until then the mail server keeps it, and tries again for days.
"""

import asyncio
from collections.abc import Callable
from typing import Any

import structlog
from aiosmtpd.lmtp import LMTP
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.conf import settings

from buurtwacht.channels.base import TakeIn
from buurtwacht.channels.email.addresses import named_in
from buurtwacht.channels.email.receiver import HANDED_OVER, RETURN_PATH, TO
from buurtwacht.channels.inbound import Raw
from buurtwacht.lib.logs import facts_of, silence

log = structlog.get_logger(__name__)

MOST_CONNECTIONS = 20
LONGEST_SILENCE = 120.0  # seconds
LONGEST_LINE = 100_000  # bytes; RFC 5321 says 998, and many programs write more


class _OneOfAFew:
    """A connection that is turned away when there are many. The mail server comes back later."""

    line_length_limit = LONGEST_LINE
    event_handler: "Door"
    _is_away = False

    def connection_made(self, transport: Any) -> None:
        if self.event_handler.connections >= MOST_CONNECTIONS:
            self._is_away = True
            transport.write(b"421 4.3.2 Too many connections, please try again later\r\n")
            transport.close()
            return
        self.event_handler.connections += 1
        super().connection_made(transport)  # type: ignore[misc]

    def connection_lost(self, error: Exception | None) -> None:
        if not self._is_away:
            self.event_handler.connections -= 1
            super().connection_lost(error)  # type: ignore[misc]

    def data_received(self, data: bytes) -> None:
        if not self._is_away:
            super().data_received(data)  # type: ignore[misc]

    def eof_received(self) -> bool | None:
        return False if self._is_away else super().eof_received()  # type: ignore[misc]


class OurSMTP(_OneOfAFew, SMTP):
    pass


class OurLMTP(_OneOfAFew, LMTP):
    pass


class Door:
    """What is said to a mail server at each step."""

    def __init__(self, take_in: TakeIn, *, is_lmtp: bool) -> None:
        self.connections = 0
        self._take_in = take_in
        self._protocol = OurLMTP if is_lmtp else OurSMTP

    def open(self) -> asyncio.Protocol:
        """What speaks with one mail server."""
        return self._protocol(
            self,
            hostname="buurtwacht",
            ident="Buurtwacht",
            data_size_limit=settings.MOST_INCOMING_BYTES,
            enable_SMTPUTF8=True,
            timeout=LONGEST_SILENCE,
            loop=asyncio.get_running_loop(),
        )

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """One reader at a time: LMTP wants an answer for each, and each answer of ours is about one."""
        if envelope.rcpt_tos:
            return "452 4.5.3 One recipient at a time"
        if not named_in(address):
            return "550 5.1.1 No such address here"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        along = {TO: envelope.rcpt_tos[0], RETURN_PATH: envelope.mail_from or ""}
        try:
            await self._take_in(Raw(method=HANDED_OVER, body=content, headers=along))
        except Exception as error:  # noqa: BLE001 - whatever it was, it is not on disk, and the mail server must keep it
            log.error("mail.not_kept", **facts_of(error))
            return "451 4.3.0 Not stored, please try again later"
        return "250 2.0.0 Stored"

    async def handle_VRFY(self, server: SMTP, session: Session, envelope: Envelope, address: str) -> str:
        return "252 2.0.0 Send it and see"

    async def handle_exception(self, error: Exception) -> str:
        log.warning("mail.session_broke", **facts_of(error))
        return "451 4.3.0 Something broke, please try again later"


async def take_from_servers(
    host: str, port: int, take_in: TakeIn, *, is_lmtp: bool, ready: Callable[[int], object] | None = None
) -> None:
    """Listen until cancelled. `ready` is told the port when we do: 0 asks for any that is free."""
    silence("mail.log")  # aiosmtpd writes down addresses, ours with their tokens
    door = Door(take_in, is_lmtp=is_lmtp)
    server = await asyncio.get_running_loop().create_server(door.open, host, port)
    async with server:
        if ready:
            ready(server.sockets[0].getsockname()[1])
        await server.serve_forever()
