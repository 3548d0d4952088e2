# SPDX-License-Identifier: EUPL-1.2
"""What can be asked of a hub."""

import asyncio
import ipaddress
from typing import TYPE_CHECKING

from buurtwacht.live import tokens
from buurtwacht.live.names import CLOSING_MARGIN

from . import joining
from .intake import read_receipt
from .metrics import figures, health
from .polls import Poll
from .requests import Refusal, Request
from .state import Hub
from .streams import MOST_WAITING, Stream

if TYPE_CHECKING:
    from .connection import Connection

ID_DIGITS = 19  # of the largest bigint


def now() -> float:
    """The loop's own clock, which never jumps."""
    return asyncio.get_running_loop().time()


def is_full(hub: Hub) -> bool:
    return len(hub.callers) + len(hub.crowd) > hub.options.most_connections


def receive(connection: "Connection", request: Request) -> None:
    """Do what the request asks. Raises `Refusal` when it asks something else."""
    if request.method == "OPTIONS":
        connection.answer(connection.hub.answers.preflight())
        return
    method, handler = _ROUTES.get(request.path, ("", None))
    if handler is None:
        raise Refusal(404, "There is nothing here.")
    if request.method != method:
        raise Refusal(405, f"Use {method}.")
    handler(connection, request)


def open_stream(connection: "Connection", request: Request) -> None:
    """GET /live: server-sent events until the token expires."""
    hub = connection.hub
    claim, after = _claim_of(hub, request), _cursor_of(request)
    connection.transport.set_write_buffer_limits(MOST_WAITING)
    stream = Stream(hub, connection, claim.person_id, hub.board.topics_named(claim.topics), claim.expires_at)
    connection.become_stream(stream)
    hub.crowd.add(stream)
    hub.counts.streams += 1
    joining.join(stream, hub.answers.stream_head(), after)


def poll(connection: "Connection", request: Request) -> None:
    """GET /live/poll: the events after a place, or 204 after 25 seconds."""
    hub = connection.hub
    claim, after = _claim_of(hub, request), _cursor_of(request)
    waiting = Poll(hub, connection, claim.person_id, hub.board.topics_named(claim.topics), claim.expires_at)
    connection.subscriber = waiting
    hub.crowd.add_last(waiting)
    hub.counts.polls += 1
    waiting.start(after)


def take_receipt(connection: "Connection", request: Request) -> None:
    """POST /live/receipts: 204 once it is stored."""
    try:
        connection.hub.intake.take(read_receipt(request.body), connection)
    except Refusal:
        connection.hub.counts.receipts_refused += 1
        raise


def tell_health(connection: "Connection", request: Request) -> None:
    """GET /health: 200 while the database answers."""
    status, text = health(connection.hub, now())
    connection.answer(connection.hub.answers.answer(status, text))


def tell_figures(connection: "Connection", request: Request) -> None:
    """GET /metrics: for Prometheus on this machine only."""
    peer = connection.transport.get_extra_info("peername")
    forwarded = request.headers.keys() & {"x-forwarded-for", "forwarded", "x-real-ip", "via"}
    if forwarded or not peer or not ipaddress.ip_address(peer[0]).is_loopback:
        raise Refusal(404, "There is nothing here.")
    kind = "text/plain; version=0.0.4; charset=utf-8"
    connection.answer(connection.hub.answers.answer(200, figures(connection.hub), kind=kind))


def _claim_of(hub: Hub, request: Request) -> tokens.Claim:
    try:
        claim = tokens.read_stream_token(request.query.get("token", ""))
    except tokens.Refused as error:
        hub.counts.refused += 1
        raise Refusal(401, str(error)) from error
    if hub.closings.refuse(claim.person_id, claim.issued_at, CLOSING_MARGIN):
        hub.counts.refused += 1
        raise Refusal(401, "What you may hear has changed. Ask the site for a fresh token.")
    if hub.crowd.of_person(claim.person_id) >= hub.options.most_per_person:
        raise Refusal(429, "You have too many screens open.")
    return claim


def _cursor_of(request: Request) -> int | None:
    """The last event that this screen saw: the browser's own header wins, for it is the most recent."""
    text = request.headers.get("last-event-id") or request.query.get("after", "")
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or len(text) > ID_DIGITS:
        raise Refusal(400, "This is not the number of an event.")
    return int(text)


_ROUTES = {
    "/live": ("GET", open_stream),
    "/live/poll": ("GET", poll),
    "/live/receipts": ("POST", take_receipt),
    "/health": ("GET", tell_health),
    "/metrics": ("GET", tell_figures),
}
