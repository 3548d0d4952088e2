# SPDX-License-Identifier: EUPL-1.2
"""Which subscriptions we take: addresses come from browsers, so from anybody."""

import json

import pytest

from buurtwacht.channels.webpush.channel import WebPushChannel
from buurtwacht.channels.webpush.subscription import Subscription, Unusable
from buurtwacht.lib.errors import DomainError
from buurtwacht.testing.peers.subscriber import Subscriber


def address(endpoint: object, **keys: str) -> str:
    subscriber = Subscriber("https://push.example/1")
    return json.dumps({"endpoint": endpoint, "expirationTime": None, "keys": subscriber.info["keys"] | keys})


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://fcm.googleapis.com/fcm/send/abc:APA91b",
        "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
        "https://web.push.apple.com/QABC",
        "https://wns2-par02p.notify.windows.com/w/?token=BQYAA%3d%3d",
        "https://push.example:443/x",
        "https://[2606:4700::1111]/x",
    ],
)
def test_push_services_are_welcome(endpoint):
    found = Subscription(address(endpoint))
    assert found.endpoint == endpoint
    assert Subscription(str(found)).key == found.key


def test_path_and_origin_are_as_the_push_service_gave_them():
    found = Subscription(address("https://wns2-par02p.notify.windows.com/w/?token=BQYAA%3d%3d"))
    assert found.path == b"/w/?token=BQYAA%3d%3d"
    assert found.origin == "https://wns2-par02p.notify.windows.com"


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://push.example/x",
        "ftp://push.example/x",
        "file:///etc/passwd",
        "https://user:password@push.example/x",
        "https://push.example:8443/x",
        "https://push.example:99999/x",
        "https://push.example/a b",
        "https://push.example/\r\nX-Evil: 1",
        "https://pürsch.example/x",
        "https:///x",
        "https://push.example/" + "x" * 2000,
        "",
        None,
        7,
        # the network that we stand in
        "https://127.0.0.1/x",
        "https://localhost:5432/x",
        "http://localhost/x",
        "https://10.0.0.1/x",
        "https://192.168.1.1/x",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/x",
        "https://0.0.0.0/x",
        "https://224.0.0.1/x",
        "https://[::1]/x",
        "https://[fe80::1]/x",
        "https://[fd00::1]/x",
        "https://[::ffff:10.0.0.1]/x",
        "https://[64:ff9b::10.0.0.1]/x",
        "https://[2002:a00:1::]/x",
    ],
)
def test_other_addresses_are_not(endpoint):
    with pytest.raises(Unusable):
        Subscription(address(endpoint))


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", "7", "{", '{"endpoint": "https://push.example/x", "keys": 3}']
)
def test_nor_is_what_is_no_subscription(text):
    with pytest.raises(DomainError):
        WebPushChannel().normalise(text)


@pytest.mark.parametrize("keys", [{"auth": "AAAA"}, {"p256dh": "AAAA"}, {"p256dh": "BP" + "A" * 85}, {"auth": "%%%"}])
def test_nor_are_keys_that_are_no_keys(keys):
    with pytest.raises(DomainError):
        WebPushChannel().normalise(address("https://push.example/x", **keys))


def test_this_machine_is_only_for_who_asked_for_it(settings):
    with pytest.raises(Unusable):
        Subscription(address("http://localhost:1234/x"))
    settings.PUSH_LOOPBACK = True
    assert Subscription(address("http://localhost:1234/x")).authority == "localhost:1234"
    with pytest.raises(Unusable):
        Subscription(address("http://push.example/x"))
