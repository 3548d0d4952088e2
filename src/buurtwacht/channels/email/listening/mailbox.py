# SPDX-License-Identifier: EUPL-1.2
"""One ordinary mailbox (IMAP, RFC 3501), which tells us when something new is there (IDLE, RFC 2177).

A mail is moved away only when it is on disk here. What names no delivery of ours is put aside, unread, for a person to
look at. Everything in here waits for the network, so it runs in a thread.
"""

import imaplib
import re
import ssl
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from threading import Event
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.utils import timezone
from imap_tools import AND, BaseMailBox, MailBox, MailBoxUnencrypted, MailMessageFlags

from buurtwacht.channels.email.addresses import named_in
from buurtwacht.channels.email.reading.opening import LONGEST_HEADING

DONE, ASIDE = ("Buurtwacht", "Verwerkt"), ("Buurtwacht", "Overig")
SIZE = re.compile(rb"RFC822\.SIZE (\d{1,12})")
KEPT = timedelta(days=7)  # what was handled is then deleted
TIMEOUT = 30.0  # seconds for one answer
LOOKS_BEFORE_FORGETTING = 360  # an hour, when nothing comes
LOOK_ANYWAY = 10  # seconds: what comes just before the waiting begins, some servers tell late or never
LOOK_WITHOUT_IDLE = 20  # seconds: for a server that cannot tell us
SLICE = 0.5  # seconds between two looks at whether we must stop


class Post:
    """A mailbox that is open. `store` is given each mail that is for us, and raises when it is not kept."""

    def __init__(self, url: str, password: str, store: Callable[[bytes], None]) -> None:
        where = urlsplit(url)
        self._store = store
        self._box = _connected(where.scheme, where.hostname or "localhost", where.port)
        self._box.login(unquote(where.username or ""), password, unquote(where.path.strip("/")) or "INBOX")
        self._folders = {parts: self._folder(parts) for parts in (DONE, ASIDE)}
        self._idles = "IDLE" in self._box.client.capabilities

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._box.logout()
        except (imaplib.IMAP4.error, OSError):
            self._box.client.shutdown()

    def work(self, stop: Event) -> None:
        """Hand over what is there and what comes, until told to stop."""
        for look in count():
            if stop.is_set():
                return
            if look % LOOKS_BEFORE_FORGETTING == 0:
                self._forget_old()
            self._empty(stop)
            self._wait(stop)

    def _empty(self, stop: Event) -> None:
        """Until nothing is left: what comes while we work is told in between, where nobody listens."""
        while uids := self._box.uids("ALL"):
            for uid in uids:
                if stop.is_set():
                    return
                self._take(uid)

    def _take(self, uid: str) -> None:
        content = self._content(uid)
        if content is None or not named_in(_heading(content)):
            self._box.move([uid], self._folders[ASIDE])
            return
        self._store(content)
        self._box.flag([uid], [MailMessageFlags.SEEN], True)
        self._box.move([uid], self._folders[DONE])

    def _content(self, uid: str) -> bytes | None:
        """None when it is larger than we take, or gone."""
        answer = self._box.client.uid("fetch", uid, "(RFC822.SIZE)")[1]
        size = SIZE.search(b" ".join(part for part in answer if isinstance(part, bytes)))
        if size is None or int(size[1]) > settings.MOST_INCOMING_BYTES:
            return None
        found = self._box.client.uid("fetch", uid, "(BODY.PEEK[])")[1]
        return next((bytes(part[1]) for part in found if isinstance(part, tuple)), b"")

    def _forget_old(self) -> None:
        """What was handled does not stay in two places."""
        here = self._box.folder.get()
        self._box.folder.set(self._folders[DONE])
        if old := self._box.uids(AND(date_lt=(timezone.now() - KEPT).date())):
            self._box.delete(old)
        self._box.folder.set(here or "INBOX")

    def _wait(self, stop: Event) -> None:
        if not self._idles:
            stop.wait(LOOK_WITHOUT_IDLE)
            return
        with self._box.idle as idle:
            for _ in range(int(LOOK_ANYWAY / SLICE)):
                if stop.is_set() or idle.poll(timeout=SLICE):
                    return

    def _folder(self, parts: tuple[str, ...]) -> str:
        """Its name with the separator of this server. It is made when it is not there."""
        listed = self._box.folder.list()
        name = (listed[0].delim if listed else "/").join(parts)
        if not self._box.folder.exists(name):
            self._box.folder.create(name)
        return name


def _connected(scheme: str, host: str, port: int | None) -> BaseMailBox:
    if scheme == "imaps":
        return MailBox(host, port or 993, timeout=TIMEOUT, ssl_context=ssl.create_default_context())
    return MailBoxUnencrypted(host, port or 143, timeout=TIMEOUT)


def _heading(content: bytes) -> str:
    heading = content[:LONGEST_HEADING].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    return heading.decode("latin-1")
