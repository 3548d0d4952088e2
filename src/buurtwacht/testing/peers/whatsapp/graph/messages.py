# SPDX-License-Identifier: EUPL-1.2
"""POST /{phone number id}/messages, with what goes wrong on purpose."""

import asyncio

from aiohttp import web

from buurtwacht.testing.peers.whatsapp.errors import Refusal
from buurtwacht.testing.peers.whatsapp.faults import HTTP

from .asking import META, body_of, must_be


async def send(request: web.Request) -> web.StreamResponse:
    meta = request.app[META]
    must_be(request, meta.phone_id)
    wanted = await body_of(request)
    fault = meta.faults.next()
    if fault in HTTP:
        return web.Response(status=fault, text="<html><body>Sorry, something went wrong.</body></html>")
    if fault:
        raise Refusal(fault)
    answer = meta.desk.take(wanted)
    trouble = meta.faults.after_accepting()
    if trouble == "silent":
        await asyncio.sleep(3600)
    if trouble == "abrupt" and request.transport:
        request.transport.abort()
    return web.json_response(answer)
