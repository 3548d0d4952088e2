# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with the settings, in sentences for the operator."""

from urllib.parse import urlsplit

from django.conf import settings

from .links import chat_link
from .prices import wrong_prices

LOOPBACK = ("localhost", "127.0.0.1", "::1")
META = "graph.facebook.com"
SECRETS = ("WHATSAPP_TOKEN", "WHATSAPP_APP_SECRET", "WHATSAPP_VERIFY_TOKEN")


def problems() -> list[str]:
    found = [_wrong_url(), *_missing(), _wrong_header(), _wrong_number(), _wrong_prices()]
    return [sentence for sentence in found if sentence]


def _wrong_url() -> str:
    url = urlsplit(settings.WHATSAPP_URL)
    if url.scheme == "https" or (url.scheme == "http" and url.hostname in LOOPBACK):
        return ""
    return "BUURTWACHT_WHATSAPP_URL must be an https: address: telephone numbers and a secret travel to it."


def _missing() -> list[str]:
    ids = ("WHATSAPP_PHONE_ID", "WHATSAPP_WABA_ID") if urlsplit(settings.WHATSAPP_URL).hostname == META else ()
    return [f"BUURTWACHT_{name} is empty. See docs/channels/whatsapp.md." for name in (*SECRETS, *ids)
            if not getattr(settings, name)]  # fmt: skip


def _wrong_header() -> str:
    name, colon, value = settings.WHATSAPP_HEADER.partition(":")
    if name.strip() and colon and "{token}" in value:
        return ""
    return "BUURTWACHT_WHATSAPP_HEADER must be a header with {token} in it, such as Authorization: Bearer {token}."


def _wrong_number() -> str:
    if not settings.WHATSAPP_NUMBER or chat_link():
        return ""
    return "BUURTWACHT_WHATSAPP_NUMBER must be a telephone number, such as +31201234567."


def _wrong_prices() -> str:
    if not wrong_prices(settings.WHATSAPP_PRICES):
        return ""
    return "BUURTWACHT_WHATSAPP_PRICES must be countries and thousandths of a euro, such as nl=50 be=55."
