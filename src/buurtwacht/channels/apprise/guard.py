# SPDX-License-Identifier: EUPL-1.2
"""Apprise connects by itself. While we watch a thread, its connections may only lead to the public Internet.

The address is checked after connecting and before anything is sent, so a name that changes its mind gains nothing
(server-side request forgery). Other threads of this process are left alone.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NewConnectionError

from buurtwacht.channels.webpush.hosts import is_allowed

_watched = threading.local()


@contextmanager
def only_public() -> Iterator[None]:
    """In this thread, nothing is sent to machines that are not on the public Internet."""
    _install()
    _watched.now = True
    try:
        yield
    finally:
        _watched.now = False


class _Checked(HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        _check(self)


class _CheckedPlain(HTTPConnection):
    def connect(self) -> None:
        super().connect()
        _check(self)


def _check(connection: HTTPConnection) -> None:
    if getattr(_watched, "now", False) and connection.sock:
        place = str(connection.sock.getpeername()[0])
        if not is_allowed(place):
            connection.close()
            raise NewConnectionError(connection, "not on the public Internet")


def _install() -> None:
    HTTPSConnectionPool.ConnectionCls = _Checked
    HTTPConnectionPool.ConnectionCls = _CheckedPlain
