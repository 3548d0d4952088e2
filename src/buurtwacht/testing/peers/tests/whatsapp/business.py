# SPDX-License-Identifier: EUPL-1.2
"""The business's side, as plain as can be."""

from typing import Any, Self

import httpx

from buurtwacht.testing.peers.whatsapp import WhatsApp

Json = dict[str, Any]


def text(body: str = "Hallo", to: str = "31612345678", **more: Any) -> Json:
    return {"messaging_product": "whatsapp", "to": to, "type": "text", "text": {"body": body}} | more


def template(name: str, *filled: str, to: str = "31612345678", language: str = "nl", **more: Any) -> Json:
    parts = [{"type": "body", "parameters": [{"type": "text", "text": each} for each in filled]}] if filled else []
    wish = {"name": name, "language": {"code": language}, "components": parts}
    return {"messaging_product": "whatsapp", "to": to, "type": "template", "template": wish} | more


def interactive(shown: Json, to: str = "31612345678") -> Json:
    return {"messaging_product": "whatsapp", "to": to, "type": "interactive", "interactive": shown}


def buttons(*titles: str, **more: Any) -> Json:
    replies = [{"type": "reply", "reply": {"id": f"knop:{place}", "title": each}} for place, each in enumerate(titles)]
    return interactive({"type": "button", "body": {"text": "Wat ziet u?"}, "action": {"buttons": replies}} | more)


def rows(*titles: str) -> Json:
    listed = [{"id": f"rij:{place}", "title": each} for place, each in enumerate(titles)]
    action = {"button": "Kies", "sections": [{"title": "Soort", "rows": listed}]}
    return interactive({"type": "list", "body": {"text": "Wat ziet u?"}, "action": action})


class Business:
    """A client with the right token; what it gets is (status, body)."""

    def __init__(self, meta: WhatsApp) -> None:
        self.meta = meta
        self.http = httpx.Client(headers={"Authorization": f"Bearer {meta.token}"}, timeout=10)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()

    def ask(self, method: str, path: str, **more: Any) -> tuple[int, Json]:
        answer = self.http.request(method, f"{self.meta.graph}/{path}", **more)
        return answer.status_code, answer.json()

    def send(self, message: Json) -> tuple[int, Json]:
        return self.ask("POST", f"{self.meta.phone_id}/messages", json=message)

    def code_for(self, message: Json) -> int:
        """0 when Meta accepts."""
        status, body = self.send(message)
        assert (status == 200) == ("error" not in body)
        return int(body.get("error", {}).get("code", 0))

    def submit(self, **wanted: Any) -> tuple[int, Json]:
        return self.ask("POST", f"{self.meta.waba_id}/message_templates", json=wanted)

    def upload(self, data: bytes, mime: str) -> tuple[int, Json]:
        form = {"messaging_product": "whatsapp", "type": mime}
        return self.ask("POST", f"{self.meta.phone_id}/media", data=form, files={"file": ("bestand", data, mime)})
