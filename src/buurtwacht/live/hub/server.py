# SPDX-License-Identifier: EUPL-1.2
"""Puts the parts of a hub together, and takes them apart when it is asked to end."""

import asyncio
import contextlib
import gc
import signal
import socket
import ssl
import sys
from dataclasses import replace

import structlog
from psycopg_pool import AsyncConnectionPool

from buurtwacht.lib.logs import facts_of

from .answers import Answers
from .connection import Connection
from .drain import drain
from .feed import Feed
from .history import History, Pool
from .intake import Intake
from .limits import allow_connections
from .measuring import MeasuringPort
from .memory import Memory
from .options import Options
from .state import Hub
from .sweep import sweep

log = structlog.get_logger()

BACKLOG = 4096  # connections that may wait to be accepted: all screens come back at once after a restart
UNANSWERED = 60_000  # milliseconds after which a screen that acknowledges nothing counts as gone


async def serve(options: Options) -> None:
    """Run a hub until SIGTERM or SIGINT."""
    stop = asyncio.Event()
    hub = _build(replace(options, most_connections=allow_connections(options.most_connections)))
    context = _tls(options)
    _listen_to_signals(stop, options, context)
    await hub.pool.open(wait=False)
    for part in (Feed(hub).run(), hub.intake.run(), sweep(hub)):
        hub.spawn(part, vital=True)
    await _any(hub.ready, hub.broken, stop)
    if hub.ready.is_set() and not stop.is_set():
        await _serve(hub, context, stop)
    await hub.pool.close()
    if hub.broken.is_set():
        sys.exit("A part of the hub has died. It ends, to be started again.")


async def _serve(hub: Hub, context: ssl.SSLContext | None, stop: asyncio.Event) -> None:
    server = await _listen(hub, context)
    _calm_the_collector()
    log.info("hub.listening", port=hub.options.port, tls=context is not None)
    await _any(stop, hub.broken)
    log.info("hub.draining", subscribers=len(hub.crowd))
    await drain(hub, server)


def _build(options: Options) -> Hub:
    pool: Pool = AsyncConnectionPool(
        options.dsn,
        min_size=1,
        max_size=4,
        timeout=5,
        kwargs={"autocommit": True},
        check=AsyncConnectionPool.check_connection,
        open=False,
    )
    return Hub(
        options=options,
        pool=pool,
        answers=Answers(options.site_url),
        history=History(pool),
        intake=Intake(options.dsn),
        memory=Memory(options.most_remembered),
    )


async def _listen(hub: Hub, context: ssl.SSLContext | None) -> asyncio.Server:
    loop, options = asyncio.get_running_loop(), hub.options
    if options.measure_port:
        await MeasuringPort.open(hub)
    try:
        listening = _socket(options.host, options.port)
    except OSError as error:
        sys.exit(f"The hub cannot listen on {options.host} port {options.port}: {error.strerror}.")
    handshake = options.ask_seconds if context else None
    return await loop.create_server(
        lambda: Connection(hub), sock=listening, backlog=BACKLOG, ssl=context, ssl_handshake_timeout=handshake
    )


def _socket(host: str, port: int) -> socket.socket:
    """A socket that several hubs may share: the kernel spreads the connections over them."""
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listening = socket.socket(family, kind, protocol)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if hasattr(socket, "SO_REUSEPORT"):
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNANSWERED)
    listening.bind(address)
    return listening


def _tls(options: Options) -> ssl.SSLContext | None:
    if not options.certificate:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(options.certificate, options.certificate_key or None)
    return context


def _listen_to_signals(stop: asyncio.Event, options: Options, context: ssl.SSLContext | None) -> None:
    loop = asyncio.get_running_loop()
    with contextlib.suppress(NotImplementedError):  # Windows has no signals in its loop; Ctrl-C works all the same
        loop.add_signal_handler(signal.SIGTERM, stop.set)
        loop.add_signal_handler(signal.SIGINT, stop.set)
        loop.add_signal_handler(signal.SIGHUP, _reload_certificate, options, context)


def _reload_certificate(options: Options, context: ssl.SSLContext | None) -> None:
    """A renewed certificate serves the next connection; open streams keep theirs."""
    if context is not None:
        try:
            context.load_cert_chain(options.certificate, options.certificate_key or None)
        except (OSError, ssl.SSLError) as error:
            log.error("hub.certificate_not_reloaded", **facts_of(error))


def _calm_the_collector() -> None:
    """Streams hold no circles, so looking for them seldom is enough; what exists by now stays for good."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


async def _any(*events: asyncio.Event) -> None:
    """Wait until one of these has come."""
    waits = [asyncio.ensure_future(event.wait()) for event in events]
    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()
