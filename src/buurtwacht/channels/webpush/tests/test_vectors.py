# SPDX-License-Identifier: EUPL-1.2
"""The examples of the RFCs hold byte for byte."""

import json
from pathlib import Path

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from buurtwacht.channels.webpush import base64url
from buurtwacht.channels.webpush.encryption import CURVE, derive, point_of, seal

VECTORS = json.loads((Path(__file__).parent / "vectors" / "rfc8291_vectors.json").read_text())
EXAMPLE = {
    name: base64url.decode(text)
    for name, text in VECTORS["rfc8291"].items()
    if isinstance(text, str) and " " not in text
}


def private(scalar: bytes) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int.from_bytes(scalar, "big"), CURVE)


@pytest.fixture
def context() -> bytes:
    theirs = private(EXAMPLE["ua_private"]).public_key()
    return derive(
        theirs,
        EXAMPLE["ua_public"],
        EXAMPLE["auth_secret"],
        ours=private(EXAMPLE["as_private"]),
        salt=EXAMPLE["salt"],
    )


def test_the_keys_of_the_example_belong_together():
    assert point_of(private(EXAMPLE["ua_private"]).public_key()) == EXAMPLE["ua_public"]
    assert point_of(private(EXAMPLE["as_private"]).public_key()) == EXAMPLE["as_public"]


def test_rfc_8291_keys_come_out(context):
    assert context[86:102] == EXAMPLE["cek"]
    assert context[102:] == EXAMPLE["nonce"]
    assert context[:16] == EXAMPLE["salt"]
    assert int.from_bytes(context[16:20], "big") == VECTORS["rfc8291"]["record_size"]


def test_rfc_8291_body_comes_out(context):
    assert seal(context, EXAMPLE["plaintext"]) == EXAMPLE["body"]


@pytest.mark.parametrize("name", ["last body octet flipped", "wrong auth_secret"])
def test_what_was_meddled_with_cannot_be_read(name):
    [wrong] = [each for each in VECTORS["negative"] if each["name"] == name]
    body = base64url.decode(wrong["body"]) if "body" in wrong else EXAMPLE["body"]
    auth = base64url.decode(wrong["auth_secret"]) if "auth_secret" in wrong else EXAMPLE["auth_secret"]
    with pytest.raises(http_ece.ECEException):
        http_ece.decrypt(body, private_key=private(EXAMPLE["ua_private"]), auth_secret=auth, version="aes128gcm")
