# SPDX-License-Identifier: EUPL-1.2
"""What comes in over the connection: on disk before it is answered."""

import struct

import pytest

from buurtwacht.channels.base import Receipt
from buurtwacht.channels.contract import make_message
from buurtwacht.channels.inbound import Heard, Progress, Raw, Refused
from buurtwacht.channels.sms.channel import SmsReceiver
from buurtwacht.channels.sms.smpp import parts, session
from buurtwacht.testing.peers.smpp import RETRY_LATER

from .conftest import AT, NUMBER


def field(tag: int, value: bytes) -> bytes:
    return struct.pack(">HH", tag, len(value)) + value


def part(number: int, text: bytes) -> tuple[str, bytes, dict[str, int]]:
    return "31612345678", bytes((5, 0, 3, 9, 3, number)) + text, {"esm_class": 0x40}


def said(phone) -> list[tuple[str, str]]:
    return [(event.sender, event.text) for event in phone.heard() if isinstance(event, Heard)]


@pytest.mark.parametrize(
    ("source", "data", "coding", "text"),
    [
        ("31612345678", b"Ik kijk mee", 0, "Ik kijk mee"),
        ("+31612345678", b"\x05\x05n \x1b\x65 \x00", 0, "één € @"),
        ("0031612345678", "één".encode("latin-1"), 3, "één"),
        ("31612345678", b"a@b.nl\nja", 1, "a@b.nl\nja"),
        ("31612345678", b"\x05\x05n \x1b\x65", 1, "één €"),
        ("0612345678", "Позвоните".encode("utf-16-be"), 8, "Позвоните"),
        ("31612345678", "Да".encode("utf-16-be"), 0x18, "Да"),
        ("31612345678", b"klasse 1", 0xF1, "klasse 1"),
        ("31612345678", b"", 0, ""),
    ],
)
def test_somebody_says_something(phone, centre, source, data, coding, text):
    assert centre.deliver(source, data, coding=coding) == 0
    assert said(phone) == [(NUMBER, text)]


def test_a_provider_with_another_alphabet(phone, centre, settings):
    settings.SMPP_ALPHABET = "latin1"
    centre.deliver("31612345678", "één".encode("latin-1"))
    phone.send(make_message(title="één", body="", url="", urgency="update"))
    assert said(phone) == [(NUMBER, "één")]
    assert (centre.submitted[0].coding, centre.submitted[0].message) == (3, "één".encode("latin-1"))


def test_a_long_text_in_one_field(phone, centre):
    centre.deliver("31612345678", b"", extra=field(0x0424, b"lang " * 100))
    assert said(phone) == [(NUMBER, "lang " * 100)]


def test_what_says_nothing_is_taken_and_not_heard(phone, centre):
    assert centre.deliver("INFO", b"Koop nu") == 0
    assert centre.deliver("31612345678", b"\x01\x02", coding=4) == 0
    assert centre.deliver("31612345678", b"", esm_class=0x20) == 0
    assert phone.heard() == []


def test_a_full_disk_leaves_it_with_them(phone, centre):
    phone.disk_is_full = True
    assert centre.deliver("31612345678", b"Hallo") == RETRY_LATER
    assert centre.receipt("1", "DELIVRD") == RETRY_LATER
    phone.disk_is_full = False
    assert centre.deliver("31612345678", b"Hallo") == 0
    assert said(phone) == [(NUMBER, "Hallo")]


def test_the_parts_of_a_text_are_put_together_in_any_order(phone, centre):
    assert centre.deliver_at_once(part(3, b"drie"), part(1, b"een "), part(2, b"twee ")) == [0, 0, 0]
    assert said(phone) == [(NUMBER, "een twee drie")]


def test_a_full_disk_leaves_every_part_with_them(phone, centre):
    phone.disk_is_full = True
    assert set(centre.deliver_at_once(part(3, b"drie"), part(1, b"een "), part(2, b"twee "))) == {RETRY_LATER}
    phone.disk_is_full = False
    assert centre.deliver_at_once(part(3, b"drie"), part(1, b"een "), part(2, b"twee ")) == [0, 0, 0]
    assert said(phone) == [(NUMBER, "een twee drie")]


def test_parts_that_come_one_at_a_time_are_heard_one_by_one(phone, centre):
    patience(phone, 0.05)
    for number, text in enumerate((b"een ", b"twee ", b"drie"), 1):
        source, data, how = part(number, text)
        assert centre.deliver(source, data, **how) == 0
    assert said(phone) == [(NUMBER, "een "), (NUMBER, "twee "), (NUMBER, "drie")]


def test_the_number_of_a_text_is_used_again_later(phone, centre, monkeypatch):
    monkeypatch.setattr(parts, "REMEMBERED", 0.0)
    patience(phone, 0.05)
    source, data, how = part(1, b"alleen ")
    centre.deliver(source, data, **how)
    patience(phone, 5.0)
    centre.deliver_at_once(part(1, b"een "), part(2, b"twee "), part(3, b"drie"))
    assert said(phone) == [(NUMBER, "alleen "), (NUMBER, "een twee drie")]


def test_who_sends_more_than_we_can_hold_keeps_the_rest(phone, centre, monkeypatch):
    monkeypatch.setattr(session, "MOST_INCOMING", 3)
    patience(phone, 1.0)
    halves = [("31612345678", bytes((5, 0, 3, number, 2, 1)) + b"half", {"esm_class": 0x40}) for number in range(8)]
    answers = centre.deliver_at_once(*halves)
    assert (answers.count(0), answers.count(RETRY_LATER)) == (3, 5)
    assert isinstance(phone.send(make_message(urgency="digest"))[0], Receipt)


def patience(phone, seconds: float) -> None:
    """Shorten the wait of the connection that is open now."""
    taking = phone.channel._driver._session._deliver.__self__
    assert isinstance(taking._parts, parts.Parts)
    taking._parts._patience = seconds


@pytest.mark.parametrize(
    ("stat", "state", "reason"),
    [
        ("DELIVRD", "shown", ""),
        ("UNDELIV", "failed", "UNDELIV 021"),
        ("EXPIRED", "failed", "EXPIRED 021"),
        ("REJECTD", "failed", "REJECTD 021"),
    ],
)
def test_a_receipt_says_what_became_of_a_message(phone, centre, stat, state, reason):
    centre.receipt("0A1B", stat, "021")
    assert phone.heard() == [Progress(state=state, at=AT, provider_id="0A1B", reason=reason)]


def test_a_receipt_in_fields_goes_before_its_text(phone, centre):
    extra = field(0x001E, b"7F\0") + field(0x0427, b"\x05")
    centre.receipt("other", "DELIVRD", "9", extra)
    [event] = phone.heard()
    assert (event.provider_id, event.state) == ("7F", "failed")


def test_nothing_certain_is_no_news(phone, centre):
    centre.receipt("0A1B", "ACCEPTD")
    centre.receipt("0A1B", "ENROUTE")
    centre.deliver("31612345678", b"no receipt at all", esm_class=4)
    assert phone.heard() == []


@pytest.mark.parametrize(
    ("given", "written", "way"),
    [
        ("1A2B3C", "1715004", "same"),
        ("001a2b3c", "1715004", "same"),
        ("1715004", "1A2B3C", "same"),
        ("1A2B3C", "1A2B3C", "same"),
        ("12345678", "12345678", "same"),
        ("12345678", "305419896", "decimal"),
        ("abc-7", "abc-7", "hex"),
    ],
)
def test_a_receipt_finds_its_message_however_they_write_its_name(phone, centre, given, written, way):
    phone.channel._driver._names._way = way
    centre.names.append(given)
    phone.send(make_message(urgency="digest"))
    centre.receipt(written, "DELIVRD")
    assert [event.provider_id for event in phone.heard()] == [given]


def test_nobody_says_anything_over_http():
    with pytest.raises(Refused):
        SmsReceiver().greet(Raw(body=b"\0\0\0\x10"))


@pytest.mark.parametrize("body", [b"", b"{}", b"\0\0\0\x05", b"\0\0\0\x14\0\0\0\x05" + bytes(12), b"\xff" * 40])
def test_nonsense_is_not_understood_and_breaks_nothing(body):
    assert list(SmsReceiver().read(Raw(body=body, at=AT))) == []
