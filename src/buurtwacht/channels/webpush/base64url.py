# SPDX-License-Identifier: EUPL-1.2
"""Base64url without padding (RFC 4648, section 5), as browsers and push services write keys."""

import base64


def encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decode(text: str) -> bytes:
    """The bytes; padding is accepted. Raises `ValueError` when it is something else."""
    bare = text.rstrip("=")
    return base64.b64decode(bare + "=" * (-len(bare) % 4), altchars=b"-_", validate=True)
