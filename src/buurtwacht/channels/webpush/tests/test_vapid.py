# SPDX-License-Identifier: EUPL-1.2
import json

import py_vapid
import time_machine
from cryptography.hazmat.primitives.asymmetric import ec

from buurtwacht.channels.webpush import base64url, vapid
from buurtwacht.channels.webpush.channel import WebPushChannel
from buurtwacht.channels.webpush.encryption import CURVE
from buurtwacht.channels.webpush.vapid import Vapid, public_key

ORIGIN = "https://push.example"


def claims_in(header: str) -> dict:
    token = header.removeprefix("vapid t=").partition(",")[0]
    return json.loads(base64url.decode(token.split(".")[1]))


def test_another_library_accepts_our_signature():
    assert py_vapid.Vapid02.verify(Vapid().header(ORIGIN).replace(", k=", ",k="))  # it wants one word


def test_the_browser_gets_the_key_that_we_sign_with():
    point = base64url.decode(public_key())
    assert len(point) == 65
    assert ec.EllipticCurvePublicKey.from_encoded_point(CURVE, point)
    assert Vapid().header(ORIGIN).endswith(f", k={public_key()}")


def test_it_says_for_whom_and_from_whom(settings):
    settings.VAPID_SUBJECT = "mailto:beheer@gemeente.example"
    with time_machine.travel("2026-11-21T20:15:00Z", tick=False):
        claims = claims_in(Vapid().header(ORIGIN))
        assert claims == {
            "aud": ORIGIN,
            "exp": 1_795_292_100 + 12 * 3600,
            "sub": "mailto:beheer@gemeente.example",
        }


def test_one_signature_lasts_eleven_hours():
    signer = Vapid()
    with time_machine.travel("2026-11-21T08:00:00Z", tick=False) as clock:
        first = signer.header(ORIGIN)
        clock.shift(11 * 3600 - 1)
        assert signer.header(ORIGIN) == first
        clock.shift(2)
        assert signer.header(ORIGIN) != first
        assert signer.header("https://other.example") != signer.header(ORIGIN)


def test_many_push_services_do_not_fill_the_memory(monkeypatch):
    monkeypatch.setattr(vapid, "MOST_ORIGINS", 2)
    signer = Vapid()
    for number in range(5):
        signer.header(f"https://{number}.example")
    assert len(signer._tokens) <= 2


def test_the_operator_hears_of_a_wrong_setting(settings):
    settings.VAPID_SUBJECT = "beheer"
    settings.VAPID_KEY = b"short"
    assert [problem.split()[0] for problem in WebPushChannel().problems()] == [
        "BUURTWACHT_OPERATOR",
        "BUURTWACHT_VAPID_KEY",
    ]
