# SPDX-License-Identifier: EUPL-1.2
"""A provider that speaks as Twilio documents it: takes messages and calls, and calls back with a signature.

https://www.twilio.com/docs/usage/security, /docs/messaging/api/message-resource, /docs/voice/api/call-resource
"""

import base64
import hashlib
import hmac
from collections import deque
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode

from aiohttp import web

from .serving import WebServer

ACCOUNT = "AC" + "0" * 31 + "1"
TOKEN = "12345"
ERRORS = {  # https://www.twilio.com/docs/api/errors: the code, and the HTTP status with which it comes
    20003: 401,
    20429: 429,
    21211: 400,
    21608: 400,
    21610: 400,
    20500: 500,
}


@dataclass(frozen=True)
class Asked:
    """What was asked, by the name of each parameter; `sid` is the name that it got."""

    kind: str  # Messages or Calls
    sid: str
    form: dict[str, str]


@dataclass(frozen=True)
class Callback:
    """A call on our address, as the provider makes it."""

    url: str
    body: bytes
    signature: str

    @property
    def headers(self) -> dict[str, str]:
        return {"x-twilio-signature": self.signature, "content-type": "application/x-www-form-urlencoded"}


class TwilioLike(WebServer):
    """`codes` are the errors with which it answers, one after the other; 0 is a yes, and so is what comes after."""

    def __init__(self, *codes: int) -> None:
        app = web.Application()
        app.router.add_post(f"/2010-04-01/Accounts/{ACCOUNT}/{{kind}}.json", self._take)
        super().__init__(app)
        self.codes = deque(codes)
        self.asked: list[Asked] = []

    async def _take(self, request: web.Request) -> web.Response:
        expected = "Basic " + base64.b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
        if request.headers.get("Authorization") != expected:
            return self._refused(20003)
        kind = request.match_info["kind"]
        form = {name: values[0] for name, values in parse_qs(await request.text(), strict_parsing=True).items()}
        missing = {"To", "From", "Twiml" if kind == "Calls" else "Body"} - form.keys() - {"MessagingServiceSid"}
        if missing - ({"From"} if "MessagingServiceSid" in form else set()):
            return self._refused(21608)
        code = self.codes.popleft() if self.codes else 0
        if code:
            return self._refused(code)
        sid = f"{'CA' if kind == 'Calls' else 'SM'}{len(self.asked):032x}"
        self.asked.append(Asked(kind, sid, form))
        return web.json_response({"sid": sid, "status": "queued", "to": form["To"]}, status=201)

    def _refused(self, code: int) -> web.Response:
        """The number is in their words, as it is in real life."""
        body = {"code": code, "message": "The 'To' number +31612345678 is not valid", "status": ERRORS[code]}
        headers = {"Retry-After": "3"} if code == 20429 else {}
        return web.json_response(body, status=ERRORS[code], headers=headers)


def callback(url: str, token: str = TOKEN, **form: Any) -> Callback:
    """What the provider says at this address, signed."""
    body = urlencode(form).encode()
    return Callback(url, body, sign(url, dict(parse_qsl(body.decode(), keep_blank_values=True)), token))


def sign(url: str, form: dict[str, str], token: str = TOKEN) -> str:
    """As the page on security says: the full address, then each name and value, sorted by name; HMAC-SHA1, base64."""
    text = url
    for name in sorted(form):
        text += name + form[name]
    return base64.b64encode(hmac.new(token.encode(), text.encode("utf-8"), hashlib.sha1).digest()).decode()
