# SPDX-License-Identifier: EUPL-1.2
"""What text messages and calls share at a provider that speaks as Twilio does: the account, and proof of who calls us.

https://www.twilio.com/docs/usage/security#validating-requests
"""

import base64
import hashlib
import hmac
import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.conf import settings

from .answers import Answer, failure_in
from .base import DeliveryFailed
from .inbound import Raw, Refused

XML = "text/xml; charset=utf-8"
LOOPBACK = ("localhost", "127.0.0.1", "::1")
ACCOUNT = re.compile(r"AC[0-9a-f]{32}")
NEVER = frozenset({21211, 21217, 21401, 21610, 21612, 21614})  # about this number; a second try cannot help
Pairs = Iterable[tuple[str, str]]


def signature(url: str, pairs: Pairs, token: str) -> str:
    """HMAC-SHA1 with our secret of the address, and behind it each name and value of the form in order of the names."""
    whole = url + "".join(name + value for name, value in sorted(set(pairs)))
    return base64.b64encode(hmac.new(token.encode(), whole.encode(), hashlib.sha1).digest()).decode()


def check_signature(kind: str, raw: Raw) -> None:
    """Raises `Refused` unless the provider signed exactly this."""
    form = form_in(raw) if raw.method == "POST" else {}
    wanted = signature(address(kind, raw.rest, raw.query), form.items(), settings.TWILIO_TOKEN)
    given = raw.headers.get("x-twilio-signature", "")
    if not settings.TWILIO_TOKEN or not hmac.compare_digest(given.encode(), wanted.encode()):
        raise Refused("wrong signature")


def address(kind: str, rest: str, query: str = "") -> str:
    """Where the provider finds us: the address as they know it, whatever a proxy made of it."""
    return f"{settings.SITE_URL}/kanaal/{kind}" + (f"/{rest}" if rest else "") + (f"?{query}" if query else "")


def form_in(raw: Raw) -> dict[str, str]:
    """The fields of a form; empty ones are there too, because they are signed along."""
    return dict(parse_qsl(raw.body.decode(errors="replace"), keep_blank_values=True))


def headers() -> dict[str, str]:
    secret = base64.b64encode(f"{settings.TWILIO_ACCOUNT}:{settings.TWILIO_TOKEN}".encode()).decode()
    return {"Authorization": f"Basic {secret}", "Content-Type": "application/x-www-form-urlencoded"}


def resource(name: str) -> str:
    """The address at which messages or calls are made."""
    return f"{settings.TWILIO_URL}/2010-04-01/Accounts/{settings.TWILIO_ACCOUNT}/{name}.json"


def body_of(pairs: Pairs) -> bytes:
    return urlencode(list(pairs)).encode()


def name_in(answer: Answer, body: bytes) -> str:
    """Their name for what we asked. Raises `DeliveryFailed`.

    A 404 is about our account, and says nothing of a number. A number is never "gone": they do not prove it.
    """
    told = _json(body)
    failure = failure_in(answer)
    if failure is None:
        return str(told.get("sid", ""))[:120]
    code = told.get("code")
    if isinstance(code, int):
        never = answer.status == 400 and code in NEVER
        reason = f"{answer.status}: code {code}"
        raise DeliveryFailed(reason, permanent=never, retry_after=failure.retry_after)
    permanent = failure.permanent and not failure.gone
    raise DeliveryFailed(failure.reason, permanent=permanent, retry_after=failure.retry_after)


def moment(raw: Raw) -> datetime:
    return raw.at or datetime.now(UTC)


def problems() -> list[str]:
    """What is wrong with the settings of the account."""
    url = urlsplit(settings.TWILIO_URL)
    found = []
    if url.scheme != "https" and not (url.scheme == "http" and url.hostname in LOOPBACK):
        found.append("BUURTWACHT_TWILIO_URL must be an https: address: telephone numbers and a secret travel to it.")
    if not ACCOUNT.fullmatch(settings.TWILIO_ACCOUNT):
        found.append("BUURTWACHT_TWILIO_ACCOUNT must be AC and 32 hexadecimal digits.")
    if not settings.TWILIO_TOKEN:
        found.append("BUURTWACHT_TWILIO_TOKEN is empty: nothing can be sent, and nobody can prove what comes in.")
    return found


def _json(body: bytes) -> dict[str, object]:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
