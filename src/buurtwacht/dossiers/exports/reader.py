# SPDX-License-Identifier: EUPL-1.2
"""A chat, read from the first line to the last, a block at a time. Nothing is kept but the block at hand."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import BinaryIO, NamedTuple

from .blocks import blocks_of
from .kinds import CLOSER_LOOK, TEXT, WHOLE_PHRASES, Names, Row, row_of
from .layout import FIELDS, Layout, layout_of
from .marks import LEFT_TO_RIGHT
from .moments import Days, Order, Times
from .order import order_of
from .pasted import Columns, Sorter
from .refusals import Reason, Refused
from .unzip import chat_text

Open = Callable[[], AbstractContextManager[BinaryIO]]
HEAD_BLOCKS = 32  # where the layout has to show itself: two million characters


@dataclass(frozen=True, slots=True)
class Question:
    """Something about the file that only a person can tell."""

    about: str
    example: str


class Block(NamedTuple):
    """Some hundreds of messages, column by column. What is plain was said by somebody, in one line."""

    moments: list[str | None]
    authors: list[str | None]  # as they stand in the file
    bodies: list[str]
    plain: list[bool]
    names: Names


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat that can be read as often as one likes.

    `order` is None as long as the questions are open; then nothing is said about moments either.
    """

    open: Open
    layout: Layout
    order: Order | None

    @property
    def questions(self) -> list[Question]:
        return [] if self.order else [Question("day_or_month", self.layout.sample[1])]

    def blocks(self) -> Iterator[Block]:
        """All messages in the order of the file, some hundreds at a time. Raises `Refused` for a damaged file."""
        names = Names()
        with self.open() as stream:
            for moments, authors, bodies in _settled(stream, self.layout, self.order or Order.DAY_FIRST):
                plain = [
                    "\n" not in body
                    and LEFT_TO_RIGHT not in body
                    and body[-1:] not in CLOSER_LOOK
                    and body not in WHOLE_PHRASES
                    and names[author] is not None
                    for author, body in zip(authors, bodies, strict=True)
                ]
                yield Block(moments if self.order else [None] * len(moments), authors, bodies, plain, names)

    def batches(self) -> Iterator[list[Row]]:
        """The same as rows, some hundreds at a time."""
        for block in self.blocks():
            names = block.names
            yield [
                (at, names[author], TEXT, body, None) if is_plain else row_of(at, author, names[author], body)
                for at, author, body, is_plain in zip(*block[:4], strict=True)
            ]

    def rows(self) -> Iterator[Row]:
        """All messages, one by one."""
        return chain.from_iterable(self.batches())


def chat_in(file: BinaryIO, order: Order | None = None) -> Chat:
    """The chat in this file, zipped or not; the file has to stay open as long as the chat is read. Raises `Refused`.

    Looks how the heads are made, and in what order the dates stand when `order` does not say.
    """
    open_file = partial(chat_text, file)
    with open_file() as stream:
        start = list(islice(blocks_of(stream), HEAD_BLOCKS))
    if not any(block.strip("\0 \n\t") for block in start):
        raise Refused(Reason.EMPTY)
    layout = layout_of(line for block in start for line in block.split("\n"))
    return Chat(open_file, layout, order_of(layout, _dates(open_file, layout), told=order))


def _dates(open_file: Open, layout: Layout) -> Iterator[str]:
    with open_file() as stream:
        for block in blocks_of(stream):
            yield from layout.head.split("\n" + block)[1::FIELDS]


def _settled(stream: BinaryIO, layout: Layout, order: Order) -> Iterator[Columns]:
    """Moments, authors and bodies of each block, when it is certain where each message ends."""
    days, times, sorter = Days(order), Times(), Sorter(layout)
    for block in blocks_of(stream):
        parts = layout.head.split("\n" + block)
        if parts[0].strip() and not sorter.open:
            yield [[None], [None], [parts[0].strip()]]
        dates, clocks, authors, bodies = (parts[field::FIELDS] for field in range(1, FIELDS + 1))
        moments = [
            day + time if (day := days[date]) and (time := times[clock]) else None
            for date, clock in zip(dates, clocks, strict=True)
        ]
        yield sorter.take(parts[0], [moments, authors, bodies, dates, clocks])[:3]
    yield sorter.finish()[:3]
