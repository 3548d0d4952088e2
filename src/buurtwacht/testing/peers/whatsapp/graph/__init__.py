# SPDX-License-Identifier: EUPL-1.2
"""The paths of the Graph API that matter to us, under any version."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from aiohttp import web

from buurtwacht.testing.peers.whatsapp.errors import Refusal

from . import account, media, messages, templates
from .asking import META, stumble

if TYPE_CHECKING:
    from buurtwacht.testing.peers.whatsapp.peer import WhatsApp

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
VERSION = r"/{version:v\d+\.\d+}"
LARGEST = 120_000_000  # bytes: more than the largest file


def application(meta: "WhatsApp") -> web.Application:
    """`meta` is looked into when a request comes."""
    app = web.Application(client_max_size=LARGEST, middlewares=[guard])
    app[META] = meta
    for method, path, handler in (
        ("POST", "/{id}/messages", messages.send),
        ("POST", "/{id}/media", media.upload),
        ("GET", "/{id}/message_templates", templates.listing),
        ("POST", "/{id}/message_templates", templates.submit),
        ("DELETE", "/{id}/message_templates", templates.delete),
        ("GET", "/{id}/phone_numbers", account.phone_numbers),
        ("GET", "/{id}/subscribed_apps", account.subscriptions),
        ("POST", "/{id}/subscribed_apps", account.subscribe),
        ("DELETE", "/{id}/subscribed_apps", account.subscribe),
        ("GET", "/{id}", account.look_at),
        ("POST", "/{id}", templates.edit),
        ("DELETE", "/{id}", media.delete),
    ):
        app.router.add_route(method, VERSION + path, handler)
    app.router.add_get("/whatsapp_business/attachments/", media.download)
    # A reseller such as 360dialog: the same without version and phone number, with a header of its own.
    app.router.add_post("/messages", messages.send)
    app.router.add_post("/media", media.upload)
    app.router.add_get("/{id}", account.look_at)
    return app


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Who are you? And a refusal in Meta's words."""
    try:
        _check_token(request)
        fault = stumble(request, area) if (area := _area(request)) else None
        if isinstance(fault, Refusal):
            raise fault
        return fault or await handler(request)
    except Refusal as refusal:
        return web.json_response(refusal.answer(), status=refusal.status)
    except (web.HTTPNotFound, web.HTTPMethodNotAllowed):
        unknown = Refusal(100, message=f"Unsupported {request.method.lower()} request.", subcode=33)
        return web.json_response(unknown.answer(), status=400)


def _area(request: web.Request) -> str:
    """Where a test may want something to go wrong; messages see to it themselves."""
    last = request.path.rstrip("/").rpartition("/")[2]
    if last in ("media", "attachments") or request.app[META].media.get(last):
        return "media"
    return "templates" if last == "message_templates" else ""


def _check_token(request: web.Request) -> None:
    meta = request.app[META]
    header, _, wanted = meta.header.partition(": ")
    given = request.headers.get(header, "")
    if given.split(" ")[:-1] != wanted.split(" ")[:-1] or not given:
        raise Refusal(104, message="An access token is required to request this resource.")
    if given != wanted.format(token=meta.token):
        raise Refusal(190, message="Invalid OAuth access token - Cannot parse access token")
