# SPDX-License-Identifier: EUPL-1.2
"""A real mail server on this machine that keeps what it gets, and refuses whom it is told to."""

import asyncio
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.smtp import SMTP, Envelope, Session

from .serving import Server

SILENCE = 600.0  # seconds: longer than a test waits; the end of the server ends it


class MailServer(Server):
    """`refuse` maps an address, "MAIL" or "DATA" to the answer that it gets.

    `hang_up_after` is how many letters a connection may carry; 0 for any number. Of the next letters that it takes,
    `silent_after_data` get no answer, and `cut_after_data` a cut line.
    """

    def __init__(self, refuse: dict[str, str] | None = None, hang_up_after: int = 0) -> None:
        self.refuse = refuse or {}
        self.hang_up_after = hang_up_after
        self.letters: list[EmailMessage] = []
        self.senders: list[str] = []  # of the envelopes
        self.silent_after_data = self.cut_after_data = 0
        self.connections = 0

    async def start(self) -> None:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(self._greet, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        self._server.close()
        await asyncio.sleep(0)

    def letters_to(self, address: str) -> list[EmailMessage]:
        return [letter for letter in self.letters if letter["to"] == address]

    def _greet(self) -> SMTP:
        self.connections += 1
        return SMTP(self, hostname="mail.example", loop=asyncio.get_running_loop())

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        self.senders.append(address)
        return self.refuse.get("MAIL", "250 OK")

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address not in self.refuse:
            envelope.rcpt_tos.append(address)
        return self.refuse.get(address, "250 OK")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if "DATA" in self.refuse:
            return self.refuse["DATA"]
        self.letters.append(message_from_bytes(envelope.content, policy=policy.default))
        if self.silent_after_data:
            self.silent_after_data -= 1
            await asyncio.sleep(SILENCE)
        if self.cut_after_data:
            self.cut_after_data -= 1
            server.transport.abort()
            await asyncio.sleep(0)
        session.carried = getattr(session, "carried", 0) + 1
        if session.carried == self.hang_up_after:
            asyncio.get_running_loop().call_later(0.02, server.transport.close)
        return "250 OK"
