# SPDX-License-Identifier: EUPL-1.2
"""Photos and voices that people send: Meta keeps them, and gives a link that lives for five minutes."""

import base64
import binascii
import hashlib
import hmac
from urllib.parse import urlsplit

from django.conf import settings

from buurtwacht.channels.base import DeliveryFailed

from .graph import Graph


def reference_of(media_id: str, checksum: str) -> str:
    """What has to be remembered to fetch it later."""
    return f"{media_id} {checksum}".strip()


async def fetched(reference: str) -> bytes:
    """The bytes, checked. Raises `DeliveryFailed`: permanent when they are not what was sent, or too many."""
    media_id, _, checksum = reference.partition(" ")
    graph = Graph()
    try:
        described = await graph.medium(media_id)
        if _size(described.get("file_size")) > settings.MOST_INCOMING_BYTES:
            raise DeliveryFailed("the file is too large", permanent=True)
        content = await graph.download(_link(described.get("url")))
    finally:
        await graph.close()
    if not _is_whole(content, checksum or str(described.get("sha256", ""))):
        raise DeliveryFailed("the file is not what was sent", permanent=True)
    return content


def _link(url: object) -> str:
    """The link comes from Meta. Our secret goes along, so it must not travel in the open."""
    link = url if isinstance(url, str) else ""
    if urlsplit(link).scheme == "https" or urlsplit(settings.WHATSAPP_URL).scheme == "http":
        return link
    raise DeliveryFailed("the link to the file is no https", permanent=True)


def _size(told: object) -> int:
    return int(told) if isinstance(told, int | str) and str(told).isdecimal() else 0


def _is_whole(content: bytes, checksum: str) -> bool:
    """Webhooks have the checksum in base64, the description in hexadecimals; pywa's fixtures show both."""
    digest = hashlib.sha256(content).digest()
    try:
        decoded = bytes.fromhex(checksum) if len(checksum) == 64 else base64.b64decode(checksum)
    except (ValueError, binascii.Error):
        return False
    return not checksum or hmac.compare_digest(digest, decoded)
