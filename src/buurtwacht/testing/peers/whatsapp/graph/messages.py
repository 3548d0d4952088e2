# SPDX-License-Identifier: EUPL-1.2
"""POST /{phone number id}/messages, with what goes wrong on purpose."""

import asyncio

from aiohttp import web

from .asking import META, body_of, must_be, stumble


async def send(request: web.Request) -> web.StreamResponse:
    meta = request.app[META]
    must_be(request, meta.phone_id)
    wanted = await body_of(request)
    fault = stumble(request, "messages")
    if isinstance(fault, web.Response):
        return fault
    if fault and fault.code not in meta.told_later:
        raise fault
    answer = meta.desk.take(wanted, late=fault)
    if meta.answers_last:
        await meta.webhooks.quiet()
    trouble = meta.faults.after_accepting()
    if trouble == "silent":
        await asyncio.sleep(3600)
    if trouble == "abrupt" and request.transport:
        request.transport.abort()
    return web.json_response(answer)
