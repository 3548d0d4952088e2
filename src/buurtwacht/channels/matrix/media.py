# SPDX-License-Identifier: EUPL-1.2
"""Photos and files that somebody put in a room."""

import re

from django.conf import settings
from yarl import URL

from buurtwacht.channels.answers import failure_in
from buurtwacht.channels.base import DeliveryFailed

from .homeserver import Homeserver

_MXC = re.compile(r"mxc://([A-Za-z0-9.\-\[\]:]+)/([A-Za-z0-9_\-]+)")
DOWNLOAD = "/_matrix/client/v1/media/download"
SECONDS = 30.0


async def downloaded(reference: str) -> bytes:
    """The bytes, from our own homeserver, which gets them from others. Raises `DeliveryFailed`."""
    found = _MXC.fullmatch(reference)
    if not found:
        raise DeliveryFailed("not a file of Matrix", permanent=True)
    server = Homeserver()
    url = URL(f"{settings.MATRIX_URL.rstrip('/')}{DOWNLOAD}/{found[1]}/{found[2]}", encoded=True)
    try:
        headers = {"Authorization": f"Bearer {settings.MATRIX_AS_TOKEN}"}
        answer, body = await server.ask("GET", url, seconds=SECONDS, headers=headers)
    finally:
        await server.close()
    if failure := failure_in(answer):
        raise failure
    return body
