# SPDX-License-Identifier: EUPL-1.2
"""/{account id}/message_templates, and POST /{template id} to edit one."""

from aiohttp import web

from buurtwacht.testing.peers.whatsapp import listing as pages
from buurtwacht.testing.peers.whatsapp import submitting
from buurtwacht.testing.peers.whatsapp.errors import Refusal

from .asking import META, body_of, must_be

NOT_FOUND = 2593002  # Meta's subcode


async def listing(request: web.Request) -> web.Response:
    meta = request.app[META]
    must_be(request, meta.waba_id)
    return web.json_response(pages.page_of(meta.templates, dict(request.query), f"{meta.url}{request.path}"))


async def submit(request: web.Request) -> web.Response:
    meta = request.app[META]
    must_be(request, meta.waba_id)
    template = meta.keep(submitting.new_template(await body_of(request), meta.templates))
    return web.json_response({"id": template.id, "status": template.status, "category": template.category})


async def delete(request: web.Request) -> web.Response:
    """By name, in all languages; with `hsm_id` only that one."""
    meta = request.app[META]
    must_be(request, meta.waba_id)
    name, number = request.query.get("name"), request.query.get("hsm_id")
    left = [each for each in meta.templates if each.name != name or (number and each.id != number)]
    if len(left) == len(meta.templates):
        raise Refusal(100, message="Message Template Not Found", subcode=NOT_FOUND)
    meta.templates[:] = left
    return web.json_response({"success": True})


async def edit(request: web.Request) -> web.Response:
    for template in request.app[META].templates:
        if template.id == request.match_info["id"]:
            submitting.edit(template, await body_of(request))
            return web.json_response({"success": True})
    raise web.HTTPNotFound
