# SPDX-License-Identifier: EUPL-1.2
"""From bytes to blocks of whole lines, a piece at a time."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from .refusals import Reason, Refused

BLOCK_BYTES = 1 << 16  # what fits in the cache of a processor: larger is slower
LONGEST_LINE = 1 << 22  # characters; a message of WhatsApp has 65,536 at most
HEAD_BYTES = 32  # as long as the head of a message
BOMS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF8, "utf-8"))


def blocks_of(stream: BinaryIO) -> Iterator[str]:
    """Whole lines, with the newline of the last one left off. Raises `Refused` for what is not text."""
    rest, decoder = "", None
    while True:
        data = stream.read(BLOCK_BYTES)
        if decoder is None:
            decoder, data = _decoder(data)
        try:
            text = rest + decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            raise Refused(Reason.NOT_TEXT) from error
        if not data:
            break
        whole, newline, rest = text.rpartition("\n")
        if newline:
            yield whole.replace("\r\n", "\n").removesuffix("\r") if "\r" in whole else whole
        if len(rest) > LONGEST_LINE:
            raise Refused(Reason.NO_CHAT)
    if text:
        yield text.removesuffix("\r")


def _decoder(data: bytes) -> tuple[codecs.IncrementalDecoder, bytes]:
    """The encoding that the first bytes announce, and the bytes after that announcement."""
    for bom, name in BOMS:
        if data.startswith(bom):
            return codecs.getincrementaldecoder(name)(), data[len(bom) :]
    return codecs.getincrementaldecoder(_unannounced(data[:HEAD_BYTES]))(), data


def _unannounced(head: bytes) -> str:
    """UTF-16 without an announcement shows itself: of nearly every digit and dash one byte is zero."""
    for place, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if head[place::2].count(0) * 3 > len(head):
            return name
    return "utf-8"
