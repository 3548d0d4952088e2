# SPDX-License-Identifier: EUPL-1.2
"""Things that browsers give, made here."""

import base64
import json

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec


def subscription(number: int = 1) -> str:
    """A push subscription such as a browser gives, with a real public key."""
    public = ec.derive_private_key(number + 1, ec.SECP256R1()).public_key()
    point = public.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)
    keys = {"p256dh": _text(point), "auth": _text(bytes([number % 256]) * 16)}
    return json.dumps({"endpoint": f"https://push.example/{number}", "keys": keys})


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
