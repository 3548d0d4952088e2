# SPDX-License-Identifier: EUPL-1.2
"""The chat inside a zip file. Nothing is unpacked to disk, and only the chat is read, or what is asked for by name."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from .refusals import Reason, Refused

MAGIC = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
MOST_ENTRIES_BYTES = 8 << 20  # the list of what is in the zip file: some 50,000 pictures
MOST_CHAT_BYTES = 1 << 30
MOST_ATTACHMENT_BYTES = (2 << 30) - 1  # WhatsApp lets people send films of up to 2 GB
MOST_RATIO = 200  # a chat becomes five to ten times smaller; one with a single message over and over, fifty times
LEAST_SUSPECT = 1 << 20
LEAST_SUSPECT_ATTACHMENT = 100 << 20  # a picture or a film is hardly ever made smaller
DEEPEST = 4  # folders
LOCKED = 0x1
_END, _END_BYTES, _LONGEST_COMMENT = b"PK\x05\x06", 22, 1 << 16
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error, OSError)


@contextmanager
def chat_text(file: BinaryIO) -> Iterator[BinaryIO]:
    """The text of the chat in this file, zipped or not, from its start. Raises `Refused`."""
    if not _is_zip(file):
        yield file
        return
    with chat_member(file) as member:
        yield member


@contextmanager
def chat_member(file: BinaryIO) -> Iterator[BinaryIO]:
    """The text of the chat, to be read as a stream. Raises `Refused`."""
    with _archive(file) as archive:
        yield _opened(archive, _chat_of(archive), MOST_CHAT_BYTES)


@contextmanager
def attachment_in(file: BinaryIO, name: str, *, most_bytes: int) -> Iterator[BinaryIO]:
    """One attachment, asked for by the name that the chat gives it. Raises `Refused`."""
    if not _is_zip(file):
        raise Refused(Reason.NO_ATTACHMENT)
    with _archive(file) as archive:
        found = [info for info in archive.infolist() if info.filename.rpartition("/")[2] == name and name]
        if not found:
            raise Refused(Reason.NO_ATTACHMENT)
        yield _opened(archive, found[0], most_bytes)


def _is_zip(file: BinaryIO) -> bool:
    file.seek(0)
    is_zip = file.read(4).startswith(MAGIC)
    file.seek(0)
    return is_zip


@contextmanager
def _archive(file: BinaryIO) -> Iterator[zipfile.ZipFile]:
    try:
        _check_directory(file)
        with _listed(file) as archive:
            yield archive
    except RuntimeError as error:  # how zipfile says that there is a password
        raise Refused(Reason.LOCKED) from error
    except _DAMAGED as error:
        raise Refused(Reason.DAMAGED) from error


def _listed(file: BinaryIO) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(file)
    except ValueError as error:
        raise Refused(Reason.DAMAGED) from error
    if any(_is_unsafe(info.filename) for info in archive.infolist()):
        raise Refused(Reason.UNSAFE)
    if any(_is_too_large(info, MOST_ATTACHMENT_BYTES, LEAST_SUSPECT_ATTACHMENT) for info in archive.infolist()):
        raise Refused(Reason.TOO_LARGE)
    return archive


def _is_too_large(info: zipfile.ZipInfo, most_bytes: int, least_suspect: int) -> bool:
    is_bomb = info.file_size > least_suspect and info.file_size > info.compress_size * MOST_RATIO
    return info.file_size > most_bytes or is_bomb


def _check_directory(file: BinaryIO) -> None:
    """Look at the size of the list of contents before it is read into memory."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END_BYTES - _LONGEST_COMMENT))
    tail = file.read()
    place = tail.rfind(_END)
    if place < 0 or len(tail) < place + _END_BYTES:
        raise Refused(Reason.DAMAGED)
    (bytes_of_list,) = struct.unpack_from("<I", tail, place + 12)
    if bytes_of_list == 0xFFFFFFFF:  # a zip file of more than 4 GB says it elsewhere
        bytes_of_list = size - max(0, size - MOST_ENTRIES_BYTES)
    if bytes_of_list > MOST_ENTRIES_BYTES:
        raise Refused(Reason.TOO_LARGE)
    file.seek(0)


def _chat_of(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The one that is called after a chat; an attachment may be a text, too."""
    texts = [info for info in archive.infolist() if _is_text(info.filename)]
    named = [info for info in texts if _name(info) == "_chat.txt"]
    named = named or [i for i in texts if "whatsapp" in _name(i)] or [i for i in texts if "chat" in _name(i)]
    found = sorted(named or texts, key=lambda info: info.filename.count("/"))
    if not found or (not named and len(texts) > 1):
        is_nested = any(info.filename.lower().endswith(".zip") for info in archive.infolist())
        raise Refused(Reason.NESTED if is_nested and not texts else Reason.NO_CHAT)
    return found[0]


def _opened(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most_bytes: int) -> BinaryIO:
    if info.flag_bits & LOCKED:
        raise Refused(Reason.LOCKED)
    if _is_too_large(info, most_bytes, LEAST_SUSPECT):
        raise Refused(Reason.TOO_LARGE)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Refused(Reason.DAMAGED)
    return cast(BinaryIO, archive.open(info))  # it gives no more bytes than the list of contents says


def _is_unsafe(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or name.startswith(("/", "\\")) or parts[0].endswith(":")


def _is_text(name: str) -> bool:
    return name.lower().endswith(".txt") and name.count("/") <= DEEPEST and not _is_from_a_mac(name)


def _is_from_a_mac(name: str) -> bool:
    """What a Mac notes about a file, beside the file."""
    return name.startswith("__MACOSX/") or name.rpartition("/")[2].startswith("._")


def _name(info: zipfile.ZipInfo) -> str:
    return info.filename.rpartition("/")[2].lower()
