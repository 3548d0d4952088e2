# SPDX-License-Identifier: EUPL-1.2
"""Files: uploaded as a form, deleted, and fetched by their link. `account.look_at` gives the link."""

from aiohttp import web

from buurtwacht.testing.peers.whatsapp.errors import Refusal

from .asking import META, must_be


async def upload(request: web.Request) -> web.Response:
    meta = request.app[META]
    must_be(request, meta.phone_id)
    form = await request.post()
    file = form.get("file")
    if form.get("messaging_product") != "whatsapp":
        raise Refusal(100, message="(#100) The parameter messaging_product is required.")
    if not isinstance(file, web.FileField):
        raise Refusal(100, message="(#100) The parameter file is required.")
    kind = str(form.get("type") or file.content_type)
    return web.json_response({"id": meta.media.upload(file.file.read(), kind).id})


async def download(request: web.Request) -> web.Response:
    medium = request.app[META].media.behind(request.query.get("hash", ""))
    if not medium:
        return web.Response(status=404)
    return web.Response(body=medium.data, content_type=medium.mime.partition(";")[0])


async def delete(request: web.Request) -> web.Response:
    if not request.app[META].media.delete(request.match_info["id"]):
        raise web.HTTPNotFound
    return web.json_response({"success": True})
