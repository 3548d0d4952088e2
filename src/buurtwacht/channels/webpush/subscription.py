# SPDX-License-Identifier: EUPL-1.2
"""The address of this channel: a browser's push subscription, as JSON (`PushSubscription.toJSON()`)."""

import json
import re
from functools import cached_property
from hashlib import blake2b
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings

from . import base64url, hosts
from .encryption import CURVE

MOST_ENDPOINT_CHARACTERS = 2000
PRINTABLE = re.compile(r"[!-~]+")


class Unusable(ValueError):
    """This is no subscription, or one that we do not send to. The text is for operators."""


class Subscription:
    """Where to send, and for whose eyes. Its public key is parsed when first needed, and kept."""

    def __init__(self, address: str) -> None:
        """Raises `Unusable`."""
        try:
            given = json.loads(address)
            self.endpoint: str = given["endpoint"]
            self.point = base64url.decode(given["keys"]["p256dh"])
            self.auth = base64url.decode(given["keys"]["auth"])
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise Unusable("not a push subscription") from error
        if len(self.point) != 65 or len(self.auth) != 16:
            raise Unusable("keys of the wrong length")
        self.host, self.port, self.scheme, self.path = _checked(self.endpoint)
        self.origin = f"{self.scheme}://{self.authority}"
        self.key = blake2b(self.point + self.auth, digest_size=16).digest()

    @cached_property
    def public(self) -> ec.EllipticCurvePublicKey:
        """Raises `Unusable` when the point does not lie on the curve."""
        try:
            return ec.EllipticCurvePublicKey.from_encoded_point(CURVE, self.point)
        except ValueError as error:
            raise Unusable("a key that is not on the curve") from error

    @property
    def authority(self) -> str:
        standard = 443 if self.scheme == "https" else 80
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == standard else f"{host}:{self.port}"

    def __str__(self) -> str:
        """The one spelling, for storing."""
        keys = {"auth": base64url.encode(self.auth), "p256dh": base64url.encode(self.point)}
        return json.dumps({"endpoint": self.endpoint, "keys": keys}, separators=(",", ":"))


def _checked(endpoint: Any) -> tuple[str, int, str, bytes]:
    """Host, port, scheme and path of an endpoint that we are willing to call."""
    if not isinstance(endpoint, str) or len(endpoint) > MOST_ENDPOINT_CHARACTERS or not PRINTABLE.fullmatch(endpoint):
        raise Unusable("an endpoint with odd characters, or too long")
    try:
        parts = urlsplit(endpoint)
        port = parts.port
    except ValueError as error:
        raise Unusable("an endpoint that is not an address") from error
    host = (parts.hostname or "").lower()
    if not host or parts.username is not None or parts.password is not None:
        raise Unusable("an endpoint without a host, or with a name in front of it")
    if not _is_loopback(host) and (parts.scheme != "https" or port not in (None, 443)):
        raise Unusable("an endpoint that is not https on its usual port")
    _check_literal(host)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return host, port or (443 if parts.scheme == "https" else 80), parts.scheme, path.encode()


def _is_loopback(host: str) -> bool:
    """Only where the settings allow it: in tests, in the demo and on a developer's machine."""
    return bool(settings.PUSH_LOOPBACK) and host in ("localhost", "127.0.0.1", "::1")


def _check_literal(host: str) -> None:
    try:
        ip_address(host)
    except ValueError:
        return  # a name: looked up, and checked, when we connect
    if not hosts.is_allowed(host):
        raise Unusable("an endpoint that is not on the public Internet")
