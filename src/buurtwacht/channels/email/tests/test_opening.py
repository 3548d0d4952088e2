# SPDX-License-Identifier: EUPL-1.2
"""Mails that were made to harm, and mails that are merely broken."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtwacht.channels.email.addresses import reply_address
from buurtwacht.channels.email.reading.opening import Unopened, opened
from buurtwacht.channels.email.receiver import EmailReceiver
from buurtwacht.channels.inbound import Event, Heard

from .written import REFERENCE, handed, written

pytestmark = pytest.mark.usefixtures("replies")

A_QUICK_ONE = 3.0  # seconds, on a busy machine


def read(raw: bytes) -> list[Event]:
    return list(EmailReceiver().read(handed(raw, **{"x-buurtwacht-to": reply_address(REFERENCE)})))


def parts(count: int) -> bytes:
    return (
        b"From: a@x\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n" + b"--B\r\n\r\nx\r\n" * count + b"--B--\r\n"
    )


def layers(count: int) -> bytes:
    opened_ = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(count))
    return b"From: a@x\r\n" + opened_ + b"\r\nx\r\n"


def mails_in_mails(count: int) -> bytes:
    return b"From: a@x\r\n" + b"Content-Type: message/rfc822\r\n\r\nFrom: a@x\r\n" * count + b"\r\nx\r\n"


BOMBS = {
    "10,000 parts": parts(10_000),
    "parts within parts": layers(2_000),
    "mails within mails": mails_in_mails(5_000),
    "no end to the headers": b"From: a@x\r\nX: " + b"y" * 5_000_000,
    "a million headers": b"From: a@x\r\n" + b"X: y\r\n" * 100_000 + b"\r\n\r\nx",
    "hidden boundaries": b"From: a@x\r\n"
    + b"".join(b'Content-Type: multipart/mixed;\r\n boundary*0="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(2_000)),
    "no mail": b"\x89PNG\r\n\x1a\n" * 1000,
    "nothing": b"",
}


@pytest.mark.parametrize("raw", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_is_left_alone_at_once(raw: bytes):
    start = time.process_time()
    assert read(raw) == []
    assert time.process_time() - start < A_QUICK_ONE
    with pytest.raises(Unopened):
        opened(raw)


SLOW = {
    "a huge list of readers": b"To: " + b"a <b@c>, " * 9_000,
    "comments within comments": b"From: " + b"(" * 60_000,
    "quotes": b'From: "' + b"\\" * 60_000,
    "encoded words": b"Subject: " + b"=?utf-8?q?a?= " * 6_000,
    "a broken encoded word": b"From: =?utf-8?b?" + b"=" * 60_000 + b"?=",
    "parameters": b"Content-Type: text/plain; " + b"a*0*=x'y'%; " * 6_000,
    "references": b"References: " + b"<a@b> " * 12_000,
    "a date": b"Date: " + b"9" * 60_000,
    "a name": b"Message-ID: <" + b"[" * 60_000,
    "disposition": b"Content-Disposition: attachment; filename=" + b"=?utf-8?q?" * 6_000,
}


@pytest.mark.parametrize("heading", SLOW.values(), ids=SLOW.keys())
def test_a_heading_that_is_hard_to_read_is_read_quickly(heading: bytes):
    raw = b"From: anna@voorbeeld.example\r\n" + heading + b"\r\n\r\nIk zie hem.\r\n"
    start = time.process_time()
    events = read(raw)
    assert time.process_time() - start < A_QUICK_ONE
    assert len(events) == 1


def test_fifty_photos_are_no_bomb():
    mail = written("Kijk:")
    for number in range(50):
        mail.add_attachment(b"\xff\xd8\xff" + bytes(20_000), maintype="image", subtype="jpeg", filename=f"{number}.jpg")
    [heard] = read(mail.as_bytes())
    assert isinstance(heard, Heard)
    assert len(heard.media) == 5


def test_twenty_megabytes_are_read_within_seconds():
    mail = written("Kijk:")
    for _ in range(4):
        mail.add_attachment(b"\xff\xd8\xff" + bytes(4_000_000), maintype="image", subtype="jpeg")
    raw = mail.as_bytes()
    start = time.process_time()
    [heard] = read(raw)
    assert isinstance(heard, Heard)
    assert len(heard.media) == 4
    assert time.process_time() - start < 2 * A_QUICK_ONE


@pytest.mark.parametrize(
    "heading",
    [
        b"From: =?utf-8?q?Ann=C3=A9?= <anna@voorbeeld.example>",
        b"From: anna@voorbeeld.example (Anna)",
        b"from:anna@voorbeeld.example",
        b"From: \xc3\x89n <anna@voorbeeld.example>",
        b"From: undisclosed <anna@voorbeeld.example>\r\nFrom: tweede@voorbeeld.example",
    ],
)
def test_the_sender_is_found_in_odd_headings(heading: bytes):
    [heard] = read(heading + b"\r\n\r\nIk zie hem.")
    assert isinstance(heard, Heard)
    assert (heard.sender, heard.text) == ("anna@voorbeeld.example", "Ik zie hem.")


@pytest.mark.parametrize("heading", [b"Subject: x", b"From: ", b"From: ;;;", b"From: <>", b"From: Anna"])
def test_without_a_sender_the_token_is_enough(heading: bytes):
    [heard] = read(heading + b"\r\n\r\nIk zie hem.")
    assert isinstance(heard, Heard)
    assert heard.token == REFERENCE


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=600))
def test_any_bytes_at_all(junk: bytes):
    raw = b"From: a@x\r\nTo: x\r\n" + junk
    for event in EmailReceiver().read(handed(raw)):
        assert event.at == datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


PIECES = [
    b"--B\r\n",
    b"--B--\r\n",
    b"\r\n",
    b"Content-Type: text/plain; charset=\xff\r\n",
    b"Content-Type: multipart/mixed; boundary=B\r\n",
    b"Content-Type: message/rfc822\r\n",
    b"Content-Transfer-Encoding: base64\r\n",
    b"Content-Type: multipart/report\r\n",
    b"Content-Disposition: inline; filename*0*=utf-8''%ff\r\n",
    b"\xff\xd8\xff\xe0xx\r\n",
    b"From: <\r\n",
    b"> x\r\n",
    b"Ja.\r\n",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_any_pieces_of_a_mail(pieces: list[bytes]):
    for event in read(b"Message-ID: <a@b>\r\n" + b"".join(pieces)):
        assert isinstance(event, Heard)
