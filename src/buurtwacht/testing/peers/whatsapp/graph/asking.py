# SPDX-License-Identifier: EUPL-1.2
"""What all paths do with a request."""

import json
from typing import Any

from aiohttp import web

from buurtwacht.testing.peers.whatsapp.errors import Refusal
from buurtwacht.testing.peers.whatsapp.faults import HTTP

META: web.AppKey[Any] = web.AppKey("meta", object)


async def body_of(request: web.Request) -> dict[str, Any]:
    """Raises Refusal unless the body is a JSON object."""
    try:
        found = json.loads(await request.read())
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Refusal(100, message="(#100) Invalid JSON: the body must be an object")
    return found


def must_be(request: web.Request, number: str) -> None:
    """Of our own phone number or account. Raises Refusal, as for an id that does not exist."""
    asked = request.match_info.get("id", number)
    if asked != number:
        raise Refusal(
            100,
            message=f"Unsupported {request.method.lower()} request. Object with ID '{asked}' does not exist, cannot be "
            "loaded due to missing permissions, or does not support this operation.",
            subcode=33,
        )


def stumble(request: web.Request, area: str) -> Refusal | web.Response | None:
    """What the test wants to go wrong here."""
    fault = request.app[META].faults.next(area)
    if fault in HTTP:
        return web.Response(status=fault, text="<html><body>Sorry, something went wrong.</body></html>")
    return Refusal(fault) if fault else None


def chosen(known: dict[str, Any], request: web.Request) -> web.Response:
    """Only the fields that were asked for, and the id."""
    asked = request.query.get("fields")
    kept = {key: value for key, value in known.items() if not asked or key in ("id", *asked.split(","))}
    return web.json_response(kept)
