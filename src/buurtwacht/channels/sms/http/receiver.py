# SPDX-License-Identifier: EUPL-1.2
"""What any provider with a web hook hands us, at /kanaal/sms/<secret>: the settings say under which names."""

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Literal
from urllib.parse import parse_qsl

from django.conf import settings

from buurtwacht.channels.inbound import Event, Heard, Progress, Raw, Receiver, Refused, Reply
from buurtwacht.channels.sms.numbers import sender_in

from .filling import thing_at, words_at

SHORTEST_SECRET = 16
INCOMING, RECEIPT = ("each", "id", "from", "text"), ("each", "id", "reference", "status", "reason")


class HttpReceiver(Receiver):
    """Without `SMS_SECRET` nothing comes in: anybody could say that a neighbour wrote something."""

    kind = "sms"

    def greet(self, raw: Raw) -> Reply:
        header = settings.SMS_SECRET_HEADER.lower()
        given = raw.headers.get(header, "") if header else raw.rest.strip("/")
        secret = settings.SMS_SECRET
        if not secret or not hmac.compare_digest(given.encode(), secret.encode()):
            raise Refused("wrong secret")
        return Reply(body=b"OK")

    def without_secret(self, raw: Raw) -> Raw:
        return replace(raw, rest="")

    def read(self, raw: Raw) -> Iterable[Event]:
        told = _told(raw)
        return [*_said(told, raw), *_became(told, raw)]


def _said(told: Any, raw: Raw) -> Iterator[Heard]:
    names = _names(settings.SMS_INCOMING)
    for number, one in enumerate(_each(told, names)):
        sender, text = (words_at(names.get(name, ""), one) for name in ("from", "text"))
        if names and (number_of := sender_in(sender)):
            theirs = words_at(names.get("id", ""), one) if "id" in names else ""
            yield Heard(id=theirs or _own_name(raw, number), sender=number_of, at=_at(raw), text=text)


def _became(told: Any, raw: Raw) -> Iterator[Progress]:
    names = _names(settings.SMS_RECEIPT)
    for one in _each(told, names):
        id_, ours, status, reason = (
            words_at(names[name], one) if names.get(name) else "" for name in ("id", "reference", "status", "reason")
        )
        state = _state(status)
        if state and (id_ or ours):
            yield Progress(state=state, at=_at(raw), provider_id=id_, reference=ours, reason=_code(reason or status))


def _state(status: str) -> Literal["shown", "failed"] | None:
    if status in settings.SMS_DELIVERED:
        return "shown"
    return "failed" if status in settings.SMS_FAILED else None


def _told(raw: Raw) -> Any:
    """JSON, or a form, with what stands in the address."""
    form: dict[str, Any] = dict(parse_qsl(raw.query))
    text = raw.body.decode(errors="replace")
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = dict(parse_qsl(text))
    return form | found if isinstance(found, dict) else found


def _each(told: Any, names: dict[str, str]) -> list[Any]:
    """The things that were told together: those of a list, or the one."""
    found = thing_at(names.get("each", ""), told) if names else None
    return found if isinstance(found, list) else [found] if isinstance(found, dict) else []


def _names(setting: str) -> dict[str, str]:
    return dict(json.loads(setting)) if setting else {}


def _own_name(raw: Raw, number: int) -> str:
    """For a provider that names nothing: what it says, and when we took it in."""
    whole = repr((raw.body, raw.query, raw.at, number)).encode()
    return hashlib.sha256(whole).hexdigest()


def _at(raw: Raw) -> datetime:
    return raw.at or datetime.now(UTC)


def _code(reason: str) -> str:
    """A code, and nothing that could be a name or a number of somebody."""
    short = reason.isascii() and reason.replace("_", "").replace("-", "").isalnum() and len(reason) <= 40
    return reason if short and not (reason.isdigit() and len(reason) > 5) else "(unreadable)"


def wrong_secret() -> str:
    if settings.SMS_SECRET and len(settings.SMS_SECRET) < SHORTEST_SECRET:
        return f"BUURTWACHT_SMS_SECRET must have at least {SHORTEST_SECRET} signs: who knows it can speak as anybody."
    return ""


def wrong_incoming() -> str:
    for name, setting, known in (
        ("INCOMING", settings.SMS_INCOMING, INCOMING),
        ("RECEIPT", settings.SMS_RECEIPT, RECEIPT),
    ):
        try:
            names = json.loads(setting or "{}")
        except ValueError:
            names = None
        if not isinstance(names, dict) or not names.keys() <= set(known) or not all(map(_is_path, names.values())):
            return (
                f'BUURTWACHT_SMS_{name} must be JSON with names for {", ".join(known)}, such as {{"id": "message_id"}}.'
            )
    return ""


def _is_path(value: object) -> bool:
    return isinstance(value, str) and bool(value)
