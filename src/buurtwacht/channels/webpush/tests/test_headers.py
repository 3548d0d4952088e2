# SPDX-License-Identifier: EUPL-1.2
import re

import pytest

from buurtwacht.channels.contract import make_message
from buurtwacht.channels.webpush.headers import fields, topic


def headers(**changes) -> dict[bytes, bytes]:
    return dict(fields(make_message(**changes), "vapid t=x, k=y"))


def test_an_alarm_wakes_the_phone_and_does_not_outlive_its_use():
    assert headers(ttl=900) == {
        b"authorization": b"vapid t=x, k=y",
        b"ttl": b"900",
        b"urgency": b"high",
        b"content-encoding": b"aes128gcm",
        b"content-type": b"application/octet-stream",
        b"topic": b"report-7",
    }


@pytest.mark.parametrize(
    ("urgency", "asked"), [("alarm", b"high"), ("update", b"high"), ("notice", b"normal"), ("digest", b"low")]
)
def test_a_phone_is_woken_for_what_cannot_wait(urgency, asked):
    assert headers(urgency=urgency)[b"urgency"] == asked


@pytest.mark.parametrize(("ttl", "asked"), [(-5, b"0"), (0, b"0"), (10**9, b"2419200"), (12.7, b"12")])
def test_a_time_to_live_is_a_whole_number(ttl, asked):
    assert headers(ttl=ttl)[b"ttl"] == asked


@pytest.mark.parametrize("name", ["", "report:019c3f6e-7a0e-7c4a-9b2e-0d5e6f7a8b9c", "é", "x" * 33, "a b"])
def test_any_topic_becomes_one_that_a_push_service_takes(name):
    assert re.fullmatch(r"[A-Za-z0-9_-]{32}", topic(name))
    assert topic(name) == topic(name)
    assert topic(name) != topic(f"{name}!")


def test_no_topic_means_no_header():
    assert b"topic" not in headers(topic="")
