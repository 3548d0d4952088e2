# SPDX-License-Identifier: EUPL-1.2
"""The paths of the Graph API that matter to us, under any version."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from aiohttp import web

from . import submitting
from .errors import Refusal
from .faults import HTTP

if TYPE_CHECKING:
    from .peer import WhatsApp

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def routes(meta: "WhatsApp") -> web.Application:
    """The application; `meta` is looked into when a request comes."""
    graph = Graph(meta)
    app = web.Application(client_max_size=120_000_000, middlewares=[graph.guard])
    version = "/{version:v\\d+\\.\\d+}"
    app.router.add_post(version + "/{id}/messages", graph.messages)
    app.router.add_post(version + "/{id}/media", graph.upload)
    app.router.add_get(version + "/{id}/message_templates", graph.list_templates)
    app.router.add_post(version + "/{id}/message_templates", graph.submit_template)
    app.router.add_delete(version + "/{id}/message_templates", graph.delete_template)
    app.router.add_get(version + "/{id}/phone_numbers", graph.phone_numbers)
    app.router.add_route("*", version + "/{id}/subscribed_apps", graph.subscribed_apps)
    app.router.add_get(version + "/{id}", graph.look_at)
    app.router.add_post(version + "/{id}", graph.edit)
    app.router.add_delete(version + "/{id}", graph.delete)
    app.router.add_get("/whatsapp_business/attachments/", graph.download)
    return app


class Graph:
    def __init__(self, meta: "WhatsApp") -> None:
        self._meta = meta

    @web.middleware
    async def guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Who are you, and a refusal as Meta words it."""
        try:
            self._check_token(request.headers.get("Authorization", ""))
            return await handler(request)
        except Refusal as refusal:
            return web.json_response(refusal.answer(), status=refusal.status)
        except web.HTTPNotFound:
            refusal = Refusal(100, message=f"Unsupported {request.method.lower()} request.", subcode=33)
            return web.json_response(refusal.answer(), status=400)

    def _check_token(self, authorization: str) -> None:
        scheme, _, token = authorization.partition(" ")
        if scheme != "Bearer" or not token:
            raise Refusal(104, message="An access token is required to request this resource.")
        if token != self._meta.token:
            raise Refusal(190, message="Invalid OAuth access token - Cannot parse access token")

    async def messages(self, request: web.Request) -> web.StreamResponse:
        self._must_be(request, self._meta.phone_id)
        wanted = await _json(request)
        fault = self._meta.faults.next()
        if fault in HTTP:
            return web.Response(status=fault, text="<html><body>Sorry, something went wrong.</body></html>")
        if fault:
            raise Refusal(fault)
        answer = self._meta.desk.take(wanted)
        trouble = self._meta.faults.after_accepting()
        if trouble == "silent":
            await asyncio.sleep(3600)
        if trouble == "abrupt" and request.transport:
            request.transport.abort()
        return web.json_response(answer)

    # Media

    async def upload(self, request: web.Request) -> web.Response:
        self._must_be(request, self._meta.phone_id)
        form = await request.post()
        if form.get("messaging_product") != "whatsapp":
            raise Refusal(100, message="(#100) The parameter messaging_product is required.")
        file = form.get("file")
        if not isinstance(file, web.FileField):
            raise Refusal(100, message="(#100) The parameter file is required.")
        kind = str(form.get("type") or file.content_type)
        return web.json_response({"id": self._meta.media.upload(file.file.read(), kind).id})

    async def download(self, request: web.Request) -> web.Response:
        medium = self._meta.media.behind(request.query.get("hash", ""))
        if not medium:
            return web.Response(status=404)
        return web.Response(body=medium.data, content_type=medium.mime.partition(";")[0])

    # Templates

    async def list_templates(self, request: web.Request) -> web.Response:
        self._must_be(request, self._meta.waba_id)
        return web.json_response(submitting.page_of(self._meta.templates, dict(request.query)))

    async def submit_template(self, request: web.Request) -> web.Response:
        self._must_be(request, self._meta.waba_id)
        template = self._meta.keep(submitting.new_template(await _json(request), self._meta.templates))
        return web.json_response({"id": template.id, "status": template.status, "category": template.category})

    async def delete_template(self, request: web.Request) -> web.Response:
        self._must_be(request, self._meta.waba_id)
        name, number = request.query.get("name"), request.query.get("hsm_id")
        left = [each for each in self._meta.templates if each.name != name or (number and each.id != number)]
        if len(left) == len(self._meta.templates):
            raise Refusal(100, message="Message Template Not Found", subcode=2593002)
        self._meta.templates[:] = left
        return web.json_response({"success": True})

    async def edit(self, request: web.Request) -> web.Response:
        for template in self._meta.templates:
            if template.id == request.match_info["id"]:
                submitting.edit(template, await _json(request))
                return web.json_response({"success": True})
        raise web.HTTPNotFound

    # What there is

    async def look_at(self, request: web.Request) -> web.Response:
        number = request.match_info["id"]
        if number == self._meta.phone_id:
            return web.json_response(_chosen(self._phone(), request))
        if number == self._meta.waba_id:
            account = {"id": number, "name": self._meta.name, "timezone_id": "44", "message_template_namespace": "ns"}
            return web.json_response(_chosen(account, request))
        if medium := self._meta.media.get(number):
            # Another host than that of the API, as with Meta.
            return web.json_response(self._meta.media.described(medium, f"http://127.0.0.1:{self._meta.port}"))
        for template in self._meta.templates:
            if template.id == number:
                return web.json_response(_chosen(template.listed(), request))
        raise web.HTTPNotFound

    async def delete(self, request: web.Request) -> web.Response:
        if not self._meta.media.delete(request.match_info["id"]):
            raise web.HTTPNotFound
        return web.json_response({"success": True})

    async def phone_numbers(self, request: web.Request) -> web.Response:
        self._must_be(request, self._meta.waba_id)
        return web.json_response({"data": [self._phone()], "paging": {"cursors": {"before": "QVFI", "after": "QVFI"}}})

    async def subscribed_apps(self, request: web.Request) -> web.Response:
        self._must_be(request, self._meta.waba_id)
        if request.method == "GET":
            app = {"whatsapp_business_api_data": {"id": "1", "name": self._meta.name, "link": "https://app.example"}}
            return web.json_response({"data": [app] if self._meta.is_subscribed else []})
        self._meta.is_subscribed = request.method == "POST"
        return web.json_response({"success": True})

    def _phone(self) -> dict[str, Any]:
        number = self._meta.number
        return {
            "id": self._meta.phone_id,
            "display_phone_number": f"+{number[:2]} {number[2:]}",
            "verified_name": self._meta.name,
            "quality_rating": "GREEN",
            "code_verification_status": "VERIFIED",
            "name_status": "APPROVED",
            "status": "CONNECTED",
            "platform_type": "CLOUD_API",
            "throughput": {"level": "STANDARD" if self._meta.limits.per_second <= 80 else "HIGH"},
            "messaging_limit_tier": _tier(self._meta.limits.daily_users),
        }

    def _must_be(self, request: web.Request, number: str) -> None:
        if request.match_info["id"] != number:
            raise Refusal(
                100, message=f"Unsupported {request.method.lower()} request. Object with ID "
                f"'{request.match_info['id']}' does not exist, cannot be loaded due to missing permissions, or does "
                f"not support this operation.", subcode=33,
            )  # fmt: skip


async def _json(request: web.Request) -> dict[str, Any]:
    try:
        found = json.loads(await request.read())
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Refusal(100, message="(#100) Invalid JSON: the body must be an object")
    return found


def _chosen(known: dict[str, Any], request: web.Request) -> dict[str, Any]:
    """Only the fields that were asked for, and the id."""
    asked = request.query.get("fields")
    return {key: value for key, value in known.items() if not asked or key in ("id", *asked.split(","))}


def _tier(users: int) -> str:
    tiers = {250: "TIER_250", 2_000: "TIER_2K", 10_000: "TIER_10K", 100_000: "TIER_100K"}
    return next((name for most, name in tiers.items() if users <= most), "TIER_UNLIMITED")
