# SPDX-License-Identifier: EUPL-1.2
"""Files on their way: uploaded by the business or sent by people, fetched by a link that lives five minutes."""

import hashlib
import random
from dataclasses import dataclass
from uuid import uuid4

from .clock import Clock
from .errors import Refusal

LINK_LIVES = 5 * 60  # seconds
MB = 1024 * 1024
# What the business may upload, and how much of it at most: Meta's table of supported media.
LARGEST = {
    "image/jpeg": 5 * MB, "image/png": 5 * MB, "image/webp": MB // 2,
    "audio/aac": 16 * MB, "audio/amr": 16 * MB, "audio/mpeg": 16 * MB, "audio/mp4": 16 * MB, "audio/ogg": 16 * MB,
    "video/mp4": 16 * MB, "video/3gpp": 16 * MB,
    "application/pdf": 100 * MB, "text/plain": 100 * MB,
}  # fmt: skip


@dataclass(frozen=True)
class Medium:
    id: str
    data: bytes
    mime: str


class Media:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._kept: dict[str, Medium] = {}
        self._links: dict[str, tuple[str, float]] = {}

    def keep(self, data: bytes, mime: str) -> Medium:
        medium = Medium(str(random.randint(10**14, 10**16)), data, mime)
        self._kept[medium.id] = medium
        return medium

    def upload(self, data: bytes, mime: str) -> Medium:
        """Raises Refusal for a kind or a size that Meta does not take."""
        kind = mime.partition(";")[0].strip()
        if kind not in LARGEST:
            raise Refusal(100, message=f"(#100) Param file must be a file with one of the following types: "
                          f"{', '.join(LARGEST)}. Received file of type '{kind}'.")  # fmt: skip
        if not data or len(data) > LARGEST[kind]:
            raise Refusal(131053, f"File of {len(data)} bytes; the largest is {LARGEST[kind]}")
        return self.keep(data, mime)

    def get(self, number: str) -> Medium | None:
        return self._kept.get(number)

    def delete(self, number: str) -> bool:
        return self._kept.pop(number, None) is not None

    def described(self, medium: Medium, host: str) -> dict[str, str]:
        """As in the answer to GET /{media id}, with a new link."""
        key = uuid4().hex
        self._links[key] = (medium.id, self._clock.now() + LINK_LIVES)
        return {
            "url": f"{host}/whatsapp_business/attachments/?mid={medium.id}&hash={key}",
            "mime_type": medium.mime,
            "sha256": hashlib.sha256(medium.data).hexdigest(),
            "file_size": str(len(medium.data)),
            "id": medium.id,
            "messaging_product": "whatsapp",
        }

    def behind(self, key: str) -> Medium | None:
        """What a link leads to, while it lives."""
        number, until = self._links.get(key, ("", 0.0))
        return self._kept.get(number) if self._clock.now() < until else None
