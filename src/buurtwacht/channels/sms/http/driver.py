# SPDX-License-Identifier: EUPL-1.2
"""Any provider that takes one HTTP request for one text message, as the settings describe it."""

import json
import re
from urllib.parse import urlsplit

from django.conf import settings

from buurtwacht.channels.answers import Answer, failure_in
from buurtwacht.channels.asking import Request
from buurtwacht.channels.base import DeliveryFailed, Receipt
from buurtwacht.channels.sms.driver import AskingDriver, Text, own_number

from .filling import filled_body, filled_url, found_at, is_json
from .receiver import HttpReceiver, wrong_incoming, wrong_secret

METHODS = ("GET", "POST", "PUT")
LOOPBACK = ("localhost", "127.0.0.1", "::1")
SENDER = re.compile(r"\+?\d{3,15}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}")  # a number, or up to 11 letters and digits
_SAMPLE = {"to": "+31612345678", "digits": "31612345678", "text": "text", "from": "from", "reference": "r"}


class HttpDriver(AskingDriver):
    """See docs/channels/sms.md for what each setting means."""

    receiver = HttpReceiver

    def request(self, text: Text) -> Request:
        values = {
            "to": text.number,
            "digits": text.number.lstrip("+"),
            "text": text.words,
            "from": settings.SMS_FROM,
            "reference": text.reference,
        }
        body = b"" if settings.SMS_METHOD == "GET" else filled_body(settings.SMS_BODY, values)
        kind = "application/json" if is_json(settings.SMS_BODY) else "application/x-www-form-urlencoded"
        headers = ({"Content-Type": kind} if body else {}) | _headers()
        return Request(settings.SMS_METHOD, filled_url(settings.SMS_URL, values), headers, body)

    def read(self, answer: Answer, body: bytes) -> Receipt:
        status = found_at(settings.SMS_STATUS, body)
        if status and status in settings.SMS_GONE:
            raise DeliveryFailed("the number does not exist", permanent=True, gone=True)
        failure = failure_in(answer)
        if failure:  # their 404 is about our settings, and says nothing of the number
            raise DeliveryFailed(
                failure.reason, permanent=failure.permanent and not failure.gone, retry_after=failure.retry_after
            )
        if status and settings.SMS_TAKEN and status not in settings.SMS_TAKEN:
            raise DeliveryFailed(f"refused with status {_safe(status)}", permanent=False)
        return Receipt(found_at(settings.SMS_ID, body)[:120])

    def hears_at(self) -> str:
        return own_number() if settings.SMS_SECRET and settings.SMS_INCOMING else ""

    def problems(self) -> list[str]:
        checks = (_wrong_url, _wrong_method, _wrong_headers, _wrong_body, _wrong_sender, wrong_secret, wrong_incoming)
        return [sentence for check in checks if (sentence := check())]


def _headers() -> dict[str, str]:
    return dict(json.loads(settings.SMS_HEADERS or "{}"))


def _safe(status: str) -> str:
    """A code, and nothing that could be a name or a number of somebody."""
    return status if re.fullmatch(r"[A-Za-z_-]{1,40}|-?\d{1,5}", status) else "(unreadable)"


def _wrong_url() -> str:
    url = urlsplit(settings.SMS_URL)
    if url.scheme == "https" or (url.scheme == "http" and url.hostname in LOOPBACK):
        return ""
    return "BUURTWACHT_SMS_URL must be an https: address: telephone numbers and a secret travel to it."


def _wrong_method() -> str:
    return "" if settings.SMS_METHOD in METHODS else "BUURTWACHT_SMS_METHOD must be GET, POST or PUT."


def _wrong_headers() -> str:
    sentence = 'BUURTWACHT_SMS_HEADERS must be JSON, such as {"Authorization": "Bearer …"}.'
    try:
        headers = json.loads(settings.SMS_HEADERS or "{}")
    except ValueError:
        return sentence
    whole = isinstance(headers, dict) and all(isinstance(value, str) for value in headers.values())
    return "" if whole else sentence


def _wrong_body() -> str:
    try:
        asked = filled_url(settings.SMS_URL, _SAMPLE).encode() + filled_body(settings.SMS_BODY, _SAMPLE)
    except ValueError:
        return "BUURTWACHT_SMS_BODY must be JSON, or a form such as to={to}&text={text}."
    templates = settings.SMS_URL + ("" if settings.SMS_METHOD == "GET" else settings.SMS_BODY)
    has_number = "{to}" in templates or "{digits}" in templates
    whole = asked and has_number and "{text}" in templates
    return "" if whole else "BUURTWACHT_SMS_BODY (or the address) must hold {text}, and {to} or {digits}."


def _wrong_sender() -> str:
    if SENDER.fullmatch(settings.SMS_FROM):
        return ""
    return "BUURTWACHT_SMS_FROM must be a telephone number, or at most 11 letters and digits."
