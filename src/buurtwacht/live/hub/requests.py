# SPDX-License-Identifier: EUPL-1.2
"""HTTP/1.1 request heads (RFC 9112), strictly: what is odd is refused."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

MOST_HEAD = 8192
MOST_BODY = 4096

_LINE = re.compile(r"([A-Z]{1,10}) (/[\x21-\x7e]*) HTTP/1\.([01])")
_HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*")


class Refusal(Exception):
    """This request gets no other answer than a status and a sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Request:
    """One request. Header names are in lower case; `query` holds the last value of each name."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    keeps_open: bool
    body: bytes = b""


def read_head(head: bytes) -> tuple[Request, int]:
    """The request that these bytes (without the empty line) are, and the length of its body.

    Raises `Refusal` for what is not HTTP/1.1, or more than we take.
    """
    first, *rest = head.decode("latin-1").split("\r\n")
    line = _LINE.fullmatch(first)
    if line is None:
        raise Refusal(400, "This is not an HTTP/1.1 request.")
    headers = _read_headers(rest)
    target = urlsplit(line[2])
    query = dict(parse_qsl(target.query, keep_blank_values=True, max_num_fields=10))
    keeps_open = line[3] == "1" and headers.get("connection", "").lower() != "close"
    return Request(line[1], target.path, query, headers, keeps_open), _body_length(headers)


def _read_headers(lines: list[str]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for line in lines:
        header = _HEADER.fullmatch(line)
        if header is None:
            raise Refusal(400, "This request has a header that cannot be read.")
        name = header[1].lower()
        if name in headers and name in ("content-length", "host", "last-event-id"):
            raise Refusal(400, "This request says the same thing twice.")
        headers[name] = header[2]
    return headers


def _body_length(headers: dict[str, str]) -> int:
    if "transfer-encoding" in headers:
        raise Refusal(411, "Say the length of the body in advance.")
    length = headers.get("content-length", "0")
    if not re.fullmatch(r"[0-9]{1,9}", length):
        raise Refusal(400, "This length is not a number.")
    if int(length) > MOST_BODY:
        raise Refusal(413, "That is more than a receipt needs.")
    return int(length)
