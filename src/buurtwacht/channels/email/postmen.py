# SPDX-License-Identifier: EUPL-1.2
"""A few threads that each keep a connection to the mail server, through whichever mail backend the settings name."""

import asyncio
import smtplib
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connections

from buurtwacht.channels.base import Message

from .letter import letter
from .refusals import Unheard


class Postmen:
    """Writes and carries letters, `count` at a time."""

    def __init__(self, count: int) -> None:
        self._threads = ThreadPoolExecutor(max_workers=count, thread_name_prefix="postman")
        self._own = threading.local()
        self._all: list[BaseEmailBackend] = []

    async def carry(self, message: Message, address: str) -> str:
        """Hand a letter to the mail server. Gives its Message-ID; raises what smtplib raises, or `OSError`."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._carry, message, address)

    def close(self) -> None:
        self._threads.shutdown()
        for connection in self._all:
            connection.close()
        self._all.clear()

    def _carry(self, message: Message, address: str) -> str:
        made = letter(message, address)
        try:
            self._hand_over(made)
        finally:
            connections.close_all()  # a backend may keep letters in the database, and this thread has no request to end
        return str(made.extra_headers["Message-ID"])

    def _hand_over(self, made: EmailMultiAlternatives) -> None:
        connection = self._connection()
        try:
            connection.open()
            _send(connection, made)
        except smtplib.SMTPServerDisconnected:
            connection.close()  # they hang up on a quiet connection; a second time is real trouble
            connection.open()
            _send_again(connection, made)
        except OSError:
            connection.close()
            raise

    def _connection(self) -> BaseEmailBackend:
        wanted = _settings()
        if getattr(self._own, "settings", None) != wanted:
            self._own.connection = get_connection()
            self._own.settings = wanted
            self._all.append(self._own.connection)
        connection: BaseEmailBackend = self._own.connection
        return connection


def _send(connection: BaseEmailBackend, made: EmailMultiAlternatives) -> None:
    """Raises `Unheard` for silence, which smtplib tells as a line that was cut."""
    try:
        connection.send_messages([made])
    except (TimeoutError, smtplib.SMTPServerDisconnected) as error:
        if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):
            raise Unheard from error
        raise


def _send_again(connection: BaseEmailBackend, made: EmailMultiAlternatives) -> None:
    try:
        _send(connection, made)
    except smtplib.SMTPServerDisconnected as error:
        connection.close()
        raise Unheard from error


def _settings() -> tuple[Any, ...]:
    return (settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_HOST_USER)
