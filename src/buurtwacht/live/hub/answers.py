# SPDX-License-Identifier: EUPL-1.2
from http import HTTPStatus

from .frames import HELLO, retry


class Answers:
    """The answers of this hub as bytes, each allowing the site's own pages to read it (Fetch Standard, CORS)."""

    def __init__(self, site_url: str) -> None:
        self.common = f"Access-Control-Allow-Origin: {site_url}\r\nCache-Control: no-store\r\n"
        self.stored = self.answer(204)
        self.busy = self.answer(503, "Too busy. Please come back in a moment.", extra="Retry-After: 5\r\n", close=True)
        self._stream = (
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nX-Accel-Buffering: no\r\n"
            f"{self.common}Connection: close\r\n\r\n"
        ).encode()

    def answer(
        self,
        status: int,
        text: str = "",
        *,
        kind: str = "text/plain; charset=utf-8",
        extra: str = "",
        close: bool = False,
    ) -> bytes:
        """A whole answer."""
        body = text.encode()
        length = "" if status == HTTPStatus.NO_CONTENT else f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
        connection = "Connection: close\r\n" if close else ""
        head = f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n{length}{self.common}{connection}{extra}\r\n"
        return head.encode() + body

    def preflight(self) -> bytes:
        """Yes, our pages may post receipts as JSON."""
        extra = (
            "Access-Control-Allow-Methods: GET, POST\r\nAccess-Control-Allow-Headers: content-type\r\n"
            "Access-Control-Max-Age: 86400\r\n"
        )
        return self.answer(204, extra=extra)

    def stream_head(self) -> bytes:
        """The start of a stream: it ends with the connection, and says when to come back after that."""
        return self._stream + HELLO + retry()

    def events(self, frames: bytes) -> bytes:
        """The answer to a long poll: the same bytes as on a stream, or nothing new."""
        if not frames:
            return self.answer(204)
        return self.answer(200, frames.decode(), kind="text/event-stream")
