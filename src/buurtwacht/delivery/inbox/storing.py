# SPDX-License-Identifier: EUPL-1.2
"""Putting what came in on disk. When this returns it is there; when it raises, the other side keeps it."""

import base64
import json
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from buurtwacht.channels.inbound import Raw
from buurtwacht.delivery.models import INBOX, Incoming
from buurtwacht.journal.services import ring

KEPT_HEADERS = ("content-type", "content-length", "user-agent")


@transaction.atomic
def keep(kind: str, raw: Raw) -> Incoming:
    """Store it as it came, encrypted, and ring for whoever reads it."""
    kept = Incoming.objects.create(channel=kind, raw=_packed(raw), at=raw.at or timezone.now())
    ring(INBOX)
    return kept


def unpacked(kept: Incoming) -> Raw:
    """What came in, as it came."""
    data = json.loads(bytes(kept.raw))
    body = base64.b64decode(data.pop("body"))
    return Raw(body=body, at=kept.at, **data)


def _packed(raw: Raw) -> bytes:
    data = {
        "body": base64.b64encode(raw.body).decode(),
        "headers": _without_secrets(raw.headers),
        "method": raw.method,
        "rest": raw.rest,
        "query": raw.query,
    }
    return json.dumps(data).encode()


def _without_secrets(headers: Mapping[str, str]) -> dict[str, str]:
    """Who sent it has been proven by now; how to read it is all that is still needed."""
    return {name: value for name, value in headers.items() if name in KEPT_HEADERS or name.startswith("x-buurtwacht")}
