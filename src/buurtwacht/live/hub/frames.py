# SPDX-License-Identifier: EUPL-1.2
"""Server-sent events (HTML Standard, section 9.2) as bytes, built once for all who hear them."""

from random import randint

HEARTBEAT = b":\n\n"
FIRST_RETRY_MS, LAST_RETRY_MS = 1000, 4000  # spread, so that a thousand screens do not come back in one instant


def frame(event_id: int, topic: str, name: str, html: str) -> bytes:
    """One event. The first line of its data is the topic, the rest is the HTML."""
    lines = html.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    data = "".join(f"data: {line}\n" for line in (topic, *lines))
    return f"id: {event_id}\nevent: {name}\n{data}\n".encode()


def notice(name: str) -> bytes:
    """A word from the hub itself, without an id, so that it does not move the screen's place."""
    return f"event: {name}\ndata: -\n\n".encode()


def retry() -> bytes:
    """How long to wait before coming back."""
    return b"retry: %d\n\n" % randint(FIRST_RETRY_MS, LAST_RETRY_MS)  # noqa: S311 - spreading, not secrecy


HELLO = notice("hello")  # the stream gets through: some networks hold the bytes of an answer until it ends
EXPIRED = notice("expired")  # the token has run out: ask the site for another
CLOSED = notice("closed")  # rights have changed: ask the site what may still be heard
RESET = notice("reset")  # what was missed is not kept any more: load the page again
