# SPDX-License-Identifier: EUPL-1.2
"""Mail as providers hand it over by the web. django-anymail knows the shapes; we give it a request and take the mail.

Where a provider sends the mail as it came, we open that ourselves, with our own care, and leave anymail the envelope.
"""

import base64
import json
import warnings
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Any

from anymail.exceptions import AnymailError
from anymail.webhooks.mailgun import MailgunInboundWebhookView
from anymail.webhooks.postal import PostalInboundWebhookView
from anymail.webhooks.postmark import PostmarkInboundWebhookView
from anymail.webhooks.sendgrid import SendGridInboundWebhookView
from django.http import HttpRequest

from buurtwacht.channels.inbound import Raw

from .forms import form_request, json_request, parts_of_form
from .reading.opening import BROKEN, POLICY, Unopened, opened

PROVIDERS = ("mailgun", "postal", "postmark", "sendgrid")
AS_IT_CAME = {"mailgun": "body-mime", "postal": "message", "postmark": "RawEmail", "sendgrid": "email"}
STAND_IN = "Subject: elsewhere\n\n"
WRONG = (*BROKEN, AnymailError, OverflowError)


@dataclass(frozen=True, slots=True)
class Handed:
    """A mail, and what stood on its envelope: `to` may be empty and `return_path` None where they do not tell."""

    mail: EmailMessage
    to: str
    return_path: str | None


def mail_from(raw: Raw) -> Handed:
    """The mail in what a provider sent. Raises `Unopened` when there is none."""
    provider = raw.rest.partition("/")[0]
    try:
        request, whole = _request(provider, raw)
        [event] = _view(provider).parse_events(request)
        message = event.message
        to, return_path = str(message.envelope_recipient or ""), message.envelope_sender
    except WRONG as error:
        raise Unopened(type(error).__name__) from error
    if whole is not None:
        return Handed(opened(whole), to, return_path)
    for part in message.walk():
        part.policy = POLICY
    return Handed(message, to, return_path)


def _view(provider: str) -> Any:
    """What anymail reads this provider with. It is never asked who sent it: the secret in the address says that."""
    if provider == "mailgun":
        return MailgunInboundWebhookView(webhook_signing_key="unused")
    if provider == "postal":
        return PostalInboundWebhookView(webhook_key="unused")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that SendGrid is no longer tried by anymail's makers; docs/channels/email.md
        return PostmarkInboundWebhookView() if provider == "postmark" else SendGridInboundWebhookView()


def _request(provider: str, raw: Raw) -> tuple[HttpRequest, bytes | None]:
    """A request without the mail as it came, and that mail, where it is there."""
    field = AS_IT_CAME[provider]
    if provider in ("mailgun", "sendgrid"):
        return _form(field, raw.body, raw.headers.get("content-type", ""))
    return _json(field, raw.body)


def _form(field: str, body: bytes, kind: str) -> tuple[HttpRequest, bytes | None]:
    parts = parts_of_form(body, kind)
    whole = parts.get(field)
    if not isinstance(whole, str):
        return form_request(body, kind, parts), None
    return form_request(b"", kind, parts | {field: STAND_IN}), whole.encode("utf-8", "surrogateescape")


def _json(field: str, body: bytes) -> tuple[HttpRequest, bytes | None]:
    data = json.loads(body)
    whole = data.get(field)
    if not isinstance(whole, str):
        return json_request(body), None
    is_packed = data.pop("base64", False) is True
    content = base64.b64decode(whole) if is_packed else whole.encode("utf-8", "replace")
    return json_request(json.dumps(data | {field: STAND_IN}).encode()), content
