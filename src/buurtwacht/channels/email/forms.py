# SPDX-License-Identifier: EUPL-1.2
"""A Django request out of what was stored. Django's own parser stops at a megabyte of words, and mails are larger."""

from collections.abc import Mapping
from email import message_from_bytes
from email.message import Message
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, QueryDict

from .reading.opening import MOST_DELIMITERS, Unopened

MOST_FIELDS = 200
Parts = dict[str, str | SimpleUploadedFile]


def json_request(body: bytes) -> HttpRequest:
    """A request with this body."""
    request = HttpRequest()
    request.content_type = "application/json"
    vars(request)["_body"] = body
    return request


def form_request(body: bytes, kind: str, parts: Mapping[str, str | SimpleUploadedFile]) -> HttpRequest:
    """A request with these fields and files. `kind` is its content type."""
    request = json_request(body)
    request.content_type = kind.partition(";")[0].strip().lower()
    request.META["CONTENT_TYPE"] = kind
    fields: Any = QueryDict(mutable=True, encoding="utf-8")
    fields.update({name: value for name, value in parts.items() if isinstance(value, str)})
    request.POST = fields
    request.FILES.update({name: value for name, value in parts.items() if isinstance(value, SimpleUploadedFile)})
    return request


def parts_of_form(body: bytes, kind: str) -> Parts:
    """The fields and files of a form. Raises `Unopened` for what would cost too much to take apart."""
    if not kind.lower().startswith("multipart/form-data"):
        return {name: str(value) for name, value in QueryDict(body.decode("utf-8", "replace")).items()}
    if body.count(b"\n--") > MOST_DELIMITERS:
        raise Unopened("too many parts")
    payload = message_from_bytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body).get_payload()
    found: Parts = {}
    for part in payload[:MOST_FIELDS] if isinstance(payload, list) else []:
        if isinstance(part, Message):
            found |= _field(part)
    return found


def _field(part: Message) -> Parts:
    name = part.get_param("name", header="content-disposition")
    content = part.get_payload(decode=True)
    if not isinstance(name, str) or not isinstance(content, bytes):
        return {}
    if file_name := part.get_filename():
        return {name: SimpleUploadedFile(file_name, content, part.get_content_type())}
    return {name: content.decode("utf-8", "surrogateescape")}
