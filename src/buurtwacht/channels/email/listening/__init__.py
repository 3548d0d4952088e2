# SPDX-License-Identifier: EUPL-1.2
"""How mail comes to us: handed over by a mail server (LMTP, SMTP), or fetched from a mailbox (IMAP)."""

from urllib.parse import urlsplit

from buurtwacht.channels.base import TakeIn

from .fetching import take_from_mailbox
from .handing_over import take_from_servers

SERVERS = {"lmtp": 2424, "smtp": 2525}
MAILBOXES = ("imap", "imaps")


def is_understood(url: str) -> bool:
    """Is this a way in that we know, with a host?"""
    try:
        where = urlsplit(url)
        return where.scheme in (*SERVERS, *MAILBOXES) and bool(where.hostname) and where.port != 0
    except ValueError:
        return False


async def listen_at(url: str, password: str, take_in: TakeIn) -> None:
    """Take in what comes, until cancelled."""
    where = urlsplit(url)
    if where.scheme in MAILBOXES:
        await take_from_mailbox(url, password, take_in)
        return
    port = where.port or SERVERS[where.scheme]
    await take_from_servers(where.hostname or "127.0.0.1", port, take_in, is_lmtp=where.scheme == "lmtp")
