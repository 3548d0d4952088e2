# SPDX-License-Identifier: EUPL-1.2
"""The account, its phone number, its subscription; and whatever else has an id."""

from typing import Any

from aiohttp import web

from .asking import META, chosen, must_be

TIERS = {250: "TIER_250", 2_000: "TIER_2K", 10_000: "TIER_10K", 100_000: "TIER_100K"}


async def look_at(request: web.Request) -> web.Response:
    """GET /{id} of a phone number, an account, a file or a template."""
    meta, number = request.app[META], request.match_info["id"]
    if number == meta.phone_id:
        return chosen(_phone(meta), request)
    if number == meta.waba_id:
        return chosen({"id": number, "name": meta.name, "timezone_id": "44", "currency": "EUR"}, request)
    if medium := meta.media.get(number):
        # Another host than that of the API, as with Meta.
        return web.json_response(meta.media.described(medium, f"http://127.0.0.1:{meta.port}"))
    for template in meta.templates:
        if template.id == number:
            return chosen(template.listed(), request)
    raise web.HTTPNotFound


async def phone_numbers(request: web.Request) -> web.Response:
    meta = request.app[META]
    must_be(request, meta.waba_id)
    return web.json_response({"data": [_phone(meta)], "paging": {"cursors": {"before": "QVFI", "after": "QVFI"}}})


async def subscriptions(request: web.Request) -> web.Response:
    meta = request.app[META]
    must_be(request, meta.waba_id)
    app = {"whatsapp_business_api_data": {"id": "1", "name": meta.name, "link": "https://app.example"}}
    return web.json_response({"data": [app] if meta.is_subscribed else []})


async def subscribe(request: web.Request) -> web.Response:
    """POST subscribes the app to webhooks of the account, DELETE ends it."""
    meta = request.app[META]
    must_be(request, meta.waba_id)
    meta.is_subscribed = request.method == "POST"
    return web.json_response({"success": True})


def _phone(meta: Any) -> dict[str, Any]:
    limit = next((name for most, name in TIERS.items() if meta.limits.daily_users <= most), "TIER_UNLIMITED")
    return {
        "id": meta.phone_id,
        "display_phone_number": f"+{meta.number[:2]} {meta.number[2:]}",
        "verified_name": meta.name,
        "quality_rating": "GREEN",
        "code_verification_status": "VERIFIED",
        "name_status": "APPROVED",
        "status": "CONNECTED",
        "platform_type": "CLOUD_API",
        "throughput": {"level": "STANDARD" if meta.limits.per_second <= 80 else "HIGH"},
        "messaging_limit_tier": limit,
    }
