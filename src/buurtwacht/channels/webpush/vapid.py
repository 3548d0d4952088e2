# SPDX-License-Identifier: EUPL-1.2
"""Who we are, told to a push service (RFC 8292): a token per service, signed with the installation's key."""

import json
import time
from functools import cache

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from django.conf import settings

from . import base64url
from .encryption import CURVE, point_of

VALID_SECONDS = 12 * 3600  # a push service may refuse more than 24 hours (RFC 8292, section 2)
RENEW_SECONDS = 3600  # a token is replaced this long before it ends
MOST_ORIGINS = 1000


def public_key() -> str:
    """Our public key in base64url: what a browser needs as `applicationServerKey`."""
    return _text_of(settings.VAPID_KEY)


class Vapid:
    """Signs once per push service and half a day, not once per message."""

    def __init__(self) -> None:
        self._tokens: dict[str, tuple[float, str]] = {}

    def header(self, origin: str) -> str:
        """The value of `Authorization` for this push service."""
        now = time.time()
        until, value = self._tokens.get(origin, (0.0, ""))
        if until <= now:
            if len(self._tokens) >= MOST_ORIGINS:
                self._tokens.clear()
            value = f"vapid t={_token(origin, int(now) + VALID_SECONDS)}, k={public_key()}"
            self._tokens[origin] = (now + VALID_SECONDS - RENEW_SECONDS, value)
        return value


def _token(origin: str, expires: int) -> str:
    """A JWT signed with ES256 (RFC 7518, section 3.4)."""
    claims = {"aud": origin, "exp": expires, "sub": settings.VAPID_SUBJECT}
    parts = ({"typ": "JWT", "alg": "ES256"}, claims)
    signed = ".".join(base64url.encode(json.dumps(part).encode()) for part in parts)
    r, s = decode_dss_signature(_key(settings.VAPID_KEY).sign(signed.encode(), ec.ECDSA(hashes.SHA256())))
    return f"{signed}.{base64url.encode(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}"


@cache
def _key(scalar: bytes) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int.from_bytes(scalar, "big"), CURVE)


@cache
def _text_of(scalar: bytes) -> str:
    return base64url.encode(point_of(_key(scalar).public_key()))
