# SPDX-License-Identifier: EUPL-1.2
"""Links that need no sign-in: the id of what they open, and a keyed hash that only we can make."""

import base64
import binascii
import hashlib
import hmac
from uuid import UUID

from django.conf import settings

MAC_BYTES = 16


def link_token(purpose: str, subject: UUID) -> str:
    """A token for one thing and one purpose. The same every time, so it need not be kept anywhere."""
    return base64.urlsafe_b64encode(subject.bytes + _mac(purpose, subject)).decode().rstrip("=")


def subject_of(purpose: str, token: str) -> UUID | None:
    """What a token was made for; None when it was not made by us for this purpose."""
    try:
        raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except (binascii.Error, ValueError):
        return None
    if len(raw) != 16 + MAC_BYTES:
        return None
    subject = UUID(bytes=raw[:16])
    return subject if hmac.compare_digest(raw[16:], _mac(purpose, subject)) else None


def _mac(purpose: str, subject: UUID) -> bytes:
    key = hashlib.blake2b(settings.SECRET_KEY.encode(), digest_size=32, person=b"dossier link").digest()
    return hmac.new(key, purpose.encode() + subject.bytes, hashlib.sha256).digest()[:MAC_BYTES]
