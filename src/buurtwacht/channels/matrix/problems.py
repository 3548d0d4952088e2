# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with the settings, in sentences for the operator."""

import re
from urllib.parse import urlsplit

from django.conf import settings

LOOPBACK = ("localhost", "127.0.0.1", "::1")
SHORTEST = 32  # signs of a token


def problems() -> list[str]:
    return [sentence for check in (_wrong_url, _wrong_name, _weak_tokens) if (sentence := check())]


def _wrong_url() -> str:
    url = urlsplit(settings.MATRIX_URL)
    if url.scheme == "https" or (url.scheme == "http" and url.hostname in LOOPBACK):
        return ""
    return "BUURTWACHT_MATRIX_URL must be an https: address, or one on this machine: a token travels to it."


def _wrong_name() -> str:
    if re.fullmatch(r"[A-Za-z0-9.\-]+(:\d{1,5})?", settings.MATRIX_SERVER_NAME):
        return ""
    return "BUURTWACHT_MATRIX_SERVER_NAME must be the name of the homeserver, such as example.org."


def _weak_tokens() -> str:
    tokens = (settings.MATRIX_AS_TOKEN, settings.MATRIX_HS_TOKEN)
    if len(set(tokens)) == 2 and all(len(token) >= SHORTEST for token in tokens):
        return ""
    return (
        "BUURTWACHT_MATRIX_AS_TOKEN and BUURTWACHT_MATRIX_HS_TOKEN must be two different secrets of at least"
        f" {SHORTEST} signs: `buurtwacht matrix registration` makes them."
    )
