# SPDX-License-Identifier: EUPL-1.2
"""A chat as one JSON document, written while it is read: memory stays flat however long the chat is."""

import json
from collections.abc import Iterator
from json.encoder import encode_basestring

from .kinds import TEXT, Names, Row, row_of
from .reader import Block, Chat, Question


class _Quoted(dict[str | None, str]):
    """Names in the way of JSON, each worked out once for a block."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, author: str | None) -> str:
        self[author] = _quoted(self._names[author])
        return self[author]


def json_of(chat: Chat) -> Iterator[bytes]:
    """The pieces of `{"messages": […], "questions": […]}` in UTF-8. Raises `Refused` for a file that is damaged
    further on."""
    yield b'{"messages":['
    comma = b"\n"
    for block in chat.blocks():
        if block.bodies:
            yield comma + _lines(block)
            comma = b",\n"
    questions = [_question(question) for question in chat.questions]
    yield f'\n],"questions":{json.dumps(questions, ensure_ascii=False)}}}\n'.encode()


def _lines(block: Block) -> bytes:
    """An object a line. What somebody said in one line is nearly all of a chat, so it takes the short way."""
    names, quoted = block.names, _Quoted(block.names)
    lines = [
        f'{{"at":"{at}","author":{quoted[author]},"kind":"text","text":"{body}","attachment":null}}'
        if is_plain and at and body.isprintable() and '"' not in body and "\\" not in body
        else _line((at, names[author], TEXT, body, None) if is_plain else row_of(at, author, names[author], body))
        for at, author, body, is_plain in zip(*block[:4], strict=True)
    ]
    return b",\n".join(map(str.encode, lines))


def _line(row: Row) -> str:
    at, author, kind, text, attachment = row
    return (
        f'{{"at":{_quoted(at)},"author":{_quoted(author)},"kind":"{kind}","text":{_quoted(text)},'
        f'"attachment":{_quoted(attachment)}}}'
    )


def _quoted(text: str | None) -> str:
    return "null" if text is None else encode_basestring(text)


def _question(question: Question) -> dict[str, object]:
    return {
        "about": question.about,
        "question": f"In {question.example}, is the first number the day or the month?",
        "example": question.example,
        "answers": ["--day-first", "--month-first"],
    }
