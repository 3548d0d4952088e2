# SPDX-License-Identifier: EUPL-1.2
"""Whatever a telephone wrote is read back as it was said."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurtwacht.dossiers.exports import phrases
from buurtwacht.dossiers.exports.moments import Order
from buurtwacht.dossiers.exports.refusals import Refused

from .support import DEVICES, Device, document_of, rows_of

WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp"), exclude_characters="<>()[]"), min_size=1
)


def is_own(words: str) -> bool:
    """Is it no phrase of WhatsApp itself? Who types "Video weggelaten" writes what a telephone writes for a film."""
    return bool(words) and words.lower().rstrip(".") not in phrases.OMITTED | phrases.DELETED


SAID = st.lists(WORDS.map(str.strip).filter(is_own), min_size=1, max_size=3).map("\n".join)
NAMES = st.sampled_from(
    ["Jan", "Anne-Marie O'Neil", "~ Pien", "+31 6 12345678", "Bé 🤓", "Buur: nr12".replace(": ", ":"), "李"]
)
STEPS = st.integers(0, 3 * 24 * 3600)
KINDS = st.sampled_from(["text", "text", "text", "omitted", "attached", "captioned", "deleted", "system"])
STORIES = st.lists(st.tuples(STEPS, NAMES, KINDS, SAID), min_size=1, max_size=12)


def told(device: Device, story):
    """The file, and what should be read in it. It begins on a day that tells the day from the month."""
    at, lines, wanted = datetime(2024, 1, 13, 9, 30, 5), [], []
    for step, author, kind, said in [(0, "Jan", "text", "hoi"), *story]:
        at += timedelta(seconds=step)
        moment = (at if device.has_seconds else at.replace(second=0)).isoformat()
        name = f"PHOTO-{step}.jpg"
        attached = device.attached.format(name=name)
        body, row = {
            "text": (said, (moment, author, "text", said, None)),
            "omitted": (device.omitted, (moment, author, "media", "", None)),
            "attached": (attached, (moment, author, "media", "", name)),
            "captioned": (f"{attached}\n{said}", (moment, author, "media", said, name)),
            "deleted": (device.deleted, (moment, author, "deleted", "", None)),
            "system": ("Jan left", (moment, None, "system", "Jan left", None)),
        }[kind]
        lines.append(device.line(at, None if kind == "system" else author, body))
        wanted.append(row)
    return "".join(lines), wanted


@pytest.mark.parametrize("device", DEVICES, ids=lambda device: device.name)
@settings(max_examples=40)
@given(story=STORIES)
def test_every_message_of_every_telephone_comes_back(device, story):
    text, wanted = told(device, story)
    order = Order.DAY_FIRST if device.name == "th-android" else None  # its short file may not tell

    assert rows_of(text, order) == wanted


@pytest.mark.parametrize("device", DEVICES, ids=lambda device: device.name)
def test_windows_line_ends_and_a_byte_order_mark_change_nothing(device):
    text, wanted = told(device, [(60, "Jan", "text", "een\ntwee"), (60, "Jan", "deleted", "x")])

    assert rows_of("\ufeff" + text.replace("\n", "\r\n")) == wanted
    assert rows_of(text.encode("utf-16")) == wanted


@given(said=st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=12), min_size=1, max_size=30))
def test_json_says_the_same_as_the_rows(said):
    text = "".join(f"13-01-2024 09:30 - Jan: {words}\n" for words in said)
    found = document_of(text)["messages"]

    assert [tuple(message.values()) for message in found] == rows_of(text)


@given(story=STORIES)
def test_where_a_block_ends_does_not_matter(story):
    from unittest.mock import patch

    text, wanted = told(DEVICES[2], story)
    with patch("buurtwacht.dossiers.exports.blocks.BLOCK_BYTES", 7):
        assert rows_of(text) == wanted


@pytest.mark.parametrize(
    ("head", "at"),
    [
        ("13.06.18 21.25.15: ", "2018-06-13T21:25:15"),
        ("13. 6. 2018. 21:25:15 ", "2018-06-13T21:25:15"),
        ("[06.13.18 21:25:15] ", "2018-06-13T21:25:15"),
        ("03-06-2018, 01.55 PM - ", "2018-06-03T13:55:00"),
        ("2018년 6월 13일 오후 9:25, ", "2018-06-13T21:25:00"),
    ],
)
def test_heads_of_long_ago_and_far_away(head, at):
    assert rows_of(f"{head}Jan: hoi\n{head}Els: ja\n") == [
        (at, name, "text", said, None) for name, said in (("Jan", "hoi"), ("Els", "ja"))
    ]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_an_announcement(encoding):
    assert rows_of("13-01-2024 09:30 - Ján: é\n".encode(encoding)) == [
        ("2024-01-13T09:30:00", "Ján", "text", "é", None)
    ]


def test_a_message_of_a_million_signs_is_read_and_one_without_end_refused():
    head = "13-01-2024 09:30 - Jan: "

    assert len(rows_of(head + "a" * 1_500_000)[0][3]) == 1_500_000
    assert len(rows_of(head + "a\n" * 500_000)[0][3]) == 1_000_000 - 1
    with pytest.raises(Refused):
        rows_of(head + "a\n" * 2_500_000)
