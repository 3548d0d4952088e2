# SPDX-License-Identifier: EUPL-1.2
"""The browser got a new push address: the site learns it from the service worker, and from nobody else."""

import base64
import json

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client

from buurtwacht.people.models import ContactPoint

PATH = "/service-worker/abonnement/"


def subscription() -> dict[str, object]:
    point = ec.generate_private_key(ec.SECP256R1()).public_key()
    raw = point.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)
    text = base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
    keys = {"p256dh": text, "auth": base64.urlsafe_b64encode(bytes(16)).rstrip(b"=").decode()}
    return {"endpoint": "https://push.example.org/wpush/v2/abc", "keys": keys}


def tell(client: Client, origin: str, **body: object) -> int:
    headers = {"Origin": origin, "Host": "localhost"}
    return client.post(PATH, json.dumps(body), content_type="application/json", headers=headers).status_code


def test_a_new_address_of_the_browser_reaches_its_person(login, bram):
    assert tell(login(bram), "http://localhost", subscription=subscription()) == 204

    point = ContactPoint.objects.get(person=bram, channel="webpush")
    assert "push.example.org" in point.address


def test_another_site_cannot_move_somebodys_alerts(login, bram):
    assert tell(login(bram), "https://evil.example", subscription=subscription()) == 403

    assert not ContactPoint.objects.filter(person=bram, channel="webpush").exists()


def test_a_visitor_cannot_either(db):
    assert tell(Client(), "http://localhost", subscription=subscription()) == 403


@pytest.mark.parametrize("body", [{}, {"subscription": "nothing"}])
def test_what_is_no_subscription_is_refused(login, bram, body):
    assert tell(login(bram), "http://localhost", **body) == 400


def test_behind_a_proxy_that_ends_tls_the_address_is_renewed_too(login, bram, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    client = login(bram)
    client.defaults["HTTP_X_FORWARDED_PROTO"] = "https"

    assert tell(client, "https://localhost", subscription=subscription()) == 204
