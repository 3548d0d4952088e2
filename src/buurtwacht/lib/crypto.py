# SPDX-License-Identifier: EUPL-1.2
"""Encryption at rest and keyed fingerprints. The keys lie outside the database, in settings."""

import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE_BYTES = 12


class Unreadable(Exception):
    """The bytes were not written with any key that we have."""


def encrypt(plain: bytes) -> bytes:
    """AES-256-GCM (NIST SP 800-38D) under the newest key, with its nonce in front."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(settings.FIELD_KEYS[0]).encrypt(nonce, plain, None)


def decrypt(sealed: bytes) -> bytes:
    """The plain bytes; older keys are tried too, so that a key can be replaced.

    Raises `Unreadable` when none fits.
    """
    nonce, body = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    for key in settings.FIELD_KEYS:
        try:
            return AESGCM(key).decrypt(nonce, body, None)
        except InvalidTag:
            continue
    raise Unreadable


def fingerprint(value: str, purpose: str) -> str:
    """A keyed hash (HMAC-SHA-256, hex) to find an encrypted value again without being able to read it.

    `purpose` keeps fingerprints of different columns apart.
    """
    key: bytes = settings.FINGERPRINT_KEY
    return hmac.new(key, f"{purpose}:{value}".encode(), hashlib.sha256).hexdigest()
