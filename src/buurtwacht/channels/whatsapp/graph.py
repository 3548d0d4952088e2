# SPDX-License-Identifier: EUPL-1.2
"""What can be asked of Meta's Graph API: only what we need of it."""

from typing import Any
from urllib.parse import urlencode

import aiohttp
from django.conf import settings
from yarl import URL

from buurtwacht.channels.http import HttpChannel

from .refusals import content_of, refusal_in

Json = dict[str, Any]
MOST_PAGES = 20
DOWNLOAD_SECONDS = 60.0


class Graph:
    """One sender account. Everything raises `DeliveryFailed` when the answer is not yes."""

    def __init__(self) -> None:
        self._web = HttpChannel()

    async def say(self, content: Json) -> str:
        """Send a message. Returns Meta's name for it; empty when they forgot to give one."""
        answer = await self._ask("POST", _phone("messages"), json=content)
        named = answer.get("messages")
        first = named[0] if isinstance(named, list) and named else {}
        return str(first.get("id", "")) if isinstance(first, dict) else ""

    async def mark_read(self, message_id: str) -> None:
        """Show the sender that we have read this."""
        content = {"messaging_product": "whatsapp", "status": "read", "message_id": message_id}
        await self._ask("POST", _phone("messages"), json=content)

    async def upload(self, content: bytes, kind: str) -> str:
        """Give Meta a file of this media type. Returns their id for it."""
        form = aiohttp.FormData({"messaging_product": "whatsapp", "type": kind})
        form.add_field("file", content, filename="file", content_type=kind)
        return str((await self._ask("POST", _phone("media"), data=form)).get("id", ""))

    async def medium(self, media_id: str) -> Json:
        """Where a file lies (for five minutes), how large it is, and its checksum."""
        return await self._ask("GET", media_id)

    async def download(self, url: str) -> bytes:
        """The bytes behind a link of `medium`."""
        answer, body = await self._web.ask(
            "GET", URL(url, encoded=True), seconds=DOWNLOAD_SECONDS, headers=_credentials()
        )
        if failure := refusal_in(answer, body):
            raise failure
        return body

    async def templates(self) -> list[Json]:
        """Every template of the account, with name, language, status and category."""
        asked = {"fields": "name,language,status,category", "limit": "100"}
        found: list[Json] = []
        for _ in range(MOST_PAGES):
            page = await self._ask("GET", f"{settings.WHATSAPP_WABA_ID}/message_templates?{urlencode(asked)}")
            data = page.get("data")
            found += [one for one in data if isinstance(one, dict)] if isinstance(data, list) else []
            paging = page.get("paging")
            if not isinstance(paging, dict) or "next" not in paging:
                break
            asked["after"] = str(paging.get("cursors", {}).get("after", ""))
        return found

    async def submit(self, template: Json) -> Json:
        """Hand in a template for approval."""
        return await self._ask("POST", f"{settings.WHATSAPP_WABA_ID}/message_templates", json=template)

    async def phone(self) -> Json:
        """How our number stands with Meta."""
        fields = "verified_name,quality_rating,status,throughput,messaging_limit_tier"
        return await self._ask("GET", f"{settings.WHATSAPP_PHONE_ID}?fields={fields}")

    async def subscriptions(self) -> int:
        """How many apps get the webhooks of our account."""
        data = (await self._ask("GET", f"{settings.WHATSAPP_WABA_ID}/subscribed_apps")).get("data")
        return len(data) if isinstance(data, list) else 0

    async def close(self) -> None:
        await self._web.close()

    async def _ask(self, method: str, path: str, **content: Any) -> Json:
        url = URL(f"{settings.WHATSAPP_URL}/{path}", encoded=True)
        seconds = settings.WHATSAPP_TIMEOUT
        answer, body = await self._web.ask(method, url, seconds=seconds, headers=_credentials(), **content)
        if failure := refusal_in(answer, body):
            raise failure
        return content_of(body)


def _phone(path: str) -> str:
    """Some providers know the number by the key, and want no id."""
    return f"{settings.WHATSAPP_PHONE_ID}/{path}" if settings.WHATSAPP_PHONE_ID else path


def _credentials() -> dict[str, str]:
    name, _, value = settings.WHATSAPP_HEADER.partition(":")
    return {name.strip(): value.strip().format(token=settings.WHATSAPP_TOKEN)}
