# SPDX-License-Identifier: EUPL-1.2
"""What we seal, a library that shares no code with us can open; and the other way round."""

import json

import pytest
import pywebpush

from buurtwacht.channels.contract import make_message
from buurtwacht.channels.webpush.contexts import fresh
from buurtwacht.channels.webpush.encryption import MOST_PLAIN_BYTES, RECORD_BYTES, seal
from buurtwacht.channels.webpush.payload import payload
from buurtwacht.channels.webpush.subscription import Subscription
from buurtwacht.testing.peers.subscriber import Subscriber


@pytest.fixture
def subscriber() -> Subscriber:
    return Subscriber("https://push.example/s/1")


def test_http_ece_reads_what_we_seal(subscriber):
    body = seal(fresh(Subscription(subscriber.address)), payload(make_message()))
    assert subscriber.read(body)["notification"]["title"] == "112 gebeld 21:14. Vogelbuurt"


def test_pywebpush_seals_in_the_same_shape(subscriber):
    theirs = pywebpush.WebPusher(subscriber.info).encode(b'{"a": 1}')["body"]
    ours = seal(fresh(Subscription(subscriber.address)), b'{"a": 1}')
    assert len(theirs) == len(ours)
    assert theirs[16:21] == ours[16:21]
    assert subscriber.read(theirs) == subscriber.read(ours) == {"a": 1}


def test_the_longest_message_fits_in_what_every_push_service_takes(subscriber):
    words = json.dumps("x" * (MOST_PLAIN_BYTES - 2)).encode()
    body = seal(fresh(Subscription(subscriber.address)), words)
    assert len(words) == MOST_PLAIN_BYTES
    assert len(body) <= RECORD_BYTES
    assert len(subscriber.read(body)) == MOST_PLAIN_BYTES - 2


def test_no_two_messages_share_a_salt_or_a_key(subscriber):
    subscription = Subscription(subscriber.address)
    contexts = [fresh(subscription) for _ in range(20)]
    assert len({context[:16] for context in contexts}) == 20
    assert len({context[21:86] for context in contexts}) == 20
