# SPDX-License-Identifier: EUPL-1.2
"""What is not read, and the sentence for it. Nothing but the chat is read, and memory stays flat."""

import io
import random
import struct
import tracemalloc
import zipfile

import pytest
from django.utils.translation import override

from buurtwacht.dossiers.exports import unzip
from buurtwacht.dossiers.exports.reader import chat_in
from buurtwacht.dossiers.exports.refusals import Reason, Refused
from buurtwacht.dossiers.exports.words import SENTENCES, told_politely
from buurtwacht.lib.errors import DomainError

from .support import rows_of, zipped

CHAT = "12-03-2024 21:05 - Jan: hoi\n"
ROWS = [("2024-03-12T21:05:00", "Jan", "text", "hoi", None)]
NAME = "WhatsApp-chat met Buurt Oost.txt"


def reason_of(data: bytes) -> Reason:
    with pytest.raises(Refused) as refused:
        rows_of(data)
    return refused.value.reason


def locked() -> bytes:
    data = bytearray(zipped({"_chat.txt": CHAT}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def says_it_has(size: int) -> bytes:
    """A zip file with a film of so many bytes, says its list of contents."""
    data = bytearray(zipped({"_chat.txt": CHAT, "film.mp4": "x"}))
    struct.pack_into("<I", data, data.rindex(b"PK\x01\x02") + 24, size)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"\n \n", Reason.EMPTY),
        (zipped({"_chat.txt": ""}), Reason.EMPTY),
        (b"Geachte heer, 12-03-2024", Reason.NO_CHAT),
        (b"a" * 3_000_000, Reason.NO_CHAT),
        (CHAT.encode() + b"Jos\xe9", Reason.NOT_TEXT),
        (b"\xff\xd8\xff\xe0JFIF", Reason.NOT_TEXT),
        (CHAT.encode() + "é".encode()[:1], Reason.NOT_TEXT),
        (zipped({NAME: CHAT})[:-30], Reason.DAMAGED),
        (b"PK\x03\x04 not at all", Reason.DAMAGED),
        (zipped({NAME: CHAT}, zipfile.ZIP_BZIP2), Reason.DAMAGED),
        (locked(), Reason.LOCKED),
        (zipped({"chat.zip": zipped({NAME: CHAT})}), Reason.NESTED),
        (zipped({"../../_chat.txt": CHAT}), Reason.UNSAFE),
        (zipped({"/etc/x": "", "_chat.txt": CHAT}), Reason.UNSAFE),
        (zipped({"c:\\x\\..\\_chat.txt": CHAT}), Reason.UNSAFE),
        (zipped({"/".join("abcdefgh") + "/_chat.txt": CHAT}), Reason.NO_CHAT),
        (zipped({"photo.jpg": b"x"}), Reason.NO_CHAT),
        (zipped({"one.txt": CHAT, "two.txt": CHAT}), Reason.NO_CHAT),
        (zipped({"_chat.txt": CHAT + "a" * 20_000_000}), Reason.TOO_LARGE),
        (says_it_has(2 << 30), Reason.TOO_LARGE),
        (says_it_has(101 << 20), Reason.TOO_LARGE),
    ],
)
def test_it_is_refused_with_a_reason(data, reason):
    assert reason_of(data) is reason


def test_a_changed_byte_in_a_zip_file_is_found():
    data = bytearray(zipped({NAME: "".join(f"12-03-2024 21:05 - Jan: {n}\n" for n in range(999))}, zipfile.ZIP_STORED))
    data[200] ^= 1

    assert reason_of(bytes(data)) is Reason.DAMAGED


def test_a_list_of_contents_without_end_is_not_read(monkeypatch):
    monkeypatch.setattr(unzip, "MOST_ENTRIES_BYTES", 500)

    assert reason_of(zipped({f"{n}.jpg": b"" for n in range(50)} | {NAME: CHAT})) is Reason.TOO_LARGE


@pytest.mark.parametrize("language", ["nl", "fr", "de"])
@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence_in_every_language(reason, language):
    with override("en"):
        english = str(SENTENCES[reason])
    with override(language), pytest.raises(DomainError) as said, told_politely():
        raise Refused(reason)

    assert str(said.value) != english


@pytest.mark.parametrize(
    "name", [NAME, "_chat.txt", "WhatsApp Chat - Buurt/_chat.txt", "Discussion WhatsApp avec X.txt", "buurtchat.txt"]
)
def test_the_chat_is_found_among_the_rest(name):
    folder, slash, own = name.rpartition("/")
    beside = f"{folder}{slash}._{own}"
    assert rows_of(zipped({"notes.txt": "x", beside: b"\xff", name: CHAT, "vCard.vcf": "x"})) == ROWS


def test_only_the_chat_is_opened(monkeypatch):
    file, opened, really_open = zipped({"big.mp4": b"x" * 5000, NAME: CHAT}), [], zipfile.ZipFile.open
    monkeypatch.setattr(
        zipfile.ZipFile, "open", lambda self, info: opened.append(info.filename) or really_open(self, info)
    )

    assert rows_of(file) == ROWS
    assert set(opened) == {NAME}


def test_an_attachment_is_read_when_it_is_asked_for():
    file = io.BytesIO(zipped({NAME: CHAT, "IMG-1.jpg": b"picture"}))

    with unzip.attachment_in(file, "IMG-1.jpg", most_bytes=100) as attachment:
        assert attachment.read() == b"picture"
    with pytest.raises(Refused) as refused, unzip.attachment_in(io.BytesIO(CHAT.encode()), "IMG-1.jpg", most_bytes=9):
        pass
    assert refused.value.reason is Reason.NO_ATTACHMENT
    for name, most, reason in (("IMG-2.jpg", 100, Reason.NO_ATTACHMENT), ("IMG-1.jpg", 3, Reason.TOO_LARGE)):
        with pytest.raises(Refused) as refused, unzip.attachment_in(file, name, most_bytes=most):
            pass
        assert refused.value.reason is reason


def test_memory_stays_flat():
    words = random.Random(1)
    text = "".join(f"12-03-2024 21:05 - Jan: {words.random()} {words.random()}\n" for _ in range(60_000))
    file = io.BytesIO(zipped({NAME: text}))
    chat = chat_in(file)
    tracemalloc.start()
    try:
        assert sum(map(len, chat.batches())) == 60_000
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < 2_000_000 < len(text)
    assert not file.closed
