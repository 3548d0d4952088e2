# SPDX-License-Identifier: EUPL-1.2
"""Message encryption for Web Push (RFC 8291), which is one record of aes128gcm (RFC 8188).

It has two halves. `derive` makes the keys for one message to one subscriber; it costs nearly all of the time and needs
no words. `seal` puts the words in.
"""

import os
from hmac import digest

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CURVE = ec.SECP256R1()
RECORD_BYTES = 4096  # what every push service must accept (RFC 8030, section 7.2)
HEADER_BYTES = 16 + 4 + 1 + 65  # salt, record size, length of the key, key
MOST_PLAIN_BYTES = 3990  # RECORD_BYTES less header, delimiter and tag is 3993; some services count generously

Context = bytes
"""The header (86 bytes), key (16) and nonce (12) for one message, in one piece because many are kept. Used once."""


def point_of(key: ec.EllipticCurvePublicKey) -> bytes:
    """A public key as 65 bytes: the uncompressed point."""
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def derive(
    theirs: ec.EllipticCurvePublicKey,
    their_point: bytes,
    auth: bytes,
    *,
    ours: ec.EllipticCurvePrivateKey | None = None,
    salt: bytes | None = None,
) -> Context:
    """Keys for one message (RFC 8291, section 3.4). `ours` and `salt` are given only to check against known answers."""
    ours = ours or ec.generate_private_key(CURVE)
    salt = salt or os.urandom(16)
    our_point = point_of(ours.public_key())
    shared = ours.exchange(ec.ECDH(), theirs)
    material = _expand(digest(auth, shared, "sha256"), b"WebPush: info\0" + their_point + our_point)
    secret = digest(salt, material, "sha256")
    key = _expand(secret, b"Content-Encoding: aes128gcm\0")[:16]
    nonce = _expand(secret, b"Content-Encoding: nonce\0")[:12]
    return b"%b%b\x41%b%b%b" % (salt, RECORD_BYTES.to_bytes(4, "big"), our_point, key, nonce)


def seal(context: Context, plain: bytes) -> bytes:
    """The body of the request: header and one record, the last (RFC 8188, section 2)."""
    header, key, nonce = context[:86], context[86:102], context[102:]
    return header + AESGCM(key).encrypt(nonce, plain + b"\x02", None)


def _expand(secret: bytes, info: bytes) -> bytes:
    """HKDF-Expand (RFC 5869) for at most 32 bytes."""
    return digest(secret, info + b"\x01", "sha256")
