# SPDX-License-Identifier: EUPL-1.2
"""A browser's side of a push subscription: it has the keys, and can read what was meant for it."""

import base64
import json
import os
from typing import Any

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Subscriber:
    """Reads with `http_ece`, which shares no code with us."""

    def __init__(self, endpoint: str) -> None:
        self.endpoint = endpoint
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.auth = os.urandom(16)
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.info = {"endpoint": endpoint, "keys": {"p256dh": _text(point), "auth": _text(self.auth)}}

    @property
    def address(self) -> str:
        """As a browser gives it and as a contact point keeps it."""
        return json.dumps(self.info)

    def read(self, body: bytes) -> dict[str, Any]:
        """What is in a sealed message."""
        plain = http_ece.decrypt(body, private_key=self.key, auth_secret=self.auth, version="aes128gcm")
        found: dict[str, Any] = json.loads(plain)
        return found
