# SPDX-License-Identifier: EUPL-1.2
"""A chat as one JSON document, written while it is read: memory stays flat however long the chat is."""

import json
from collections.abc import Iterator

from .kinds import TEXT, Row
from .reader import Chat, Question

_encode = json.JSONEncoder(ensure_ascii=False).encode


class _Quoted(dict[str | None, str]):
    """Names in the way of JSON, each worked out once."""

    def __missing__(self, name: str | None) -> str:
        self[name] = _encode(name)
        return self[name]


def json_of(chat: Chat) -> Iterator[bytes]:
    """The pieces of `{"messages": […], "questions": […]}` in UTF-8. Raises `Refused` for a file that is damaged
    further on."""
    yield b'{"messages":['
    comma = b"\n"
    for rows in chat.batches():
        if rows:
            yield comma + _lines(rows)
            comma = b",\n"
    questions = [_question(question) for question in chat.questions]
    yield f'\n],"questions":{_encode(questions)}}}\n'.encode()


def _lines(rows: list[Row]) -> bytes:
    """An object a line. What somebody said in one line is nearly all of a chat, so it takes the short way."""
    names = _Quoted()
    lines = [
        f'{{"at":"{at}","author":{names[author]},"kind":"text","text":"{text}","attachment":null}}'
        if kind is TEXT and at and text.isprintable() and '"' not in text and "\\" not in text
        else f'{{"at":{_encode(at)},"author":{names[author]},"kind":"{kind}","text":{_encode(text)},'
        f'"attachment":{_encode(attachment)}}}'
        for at, author, kind, text, attachment in rows
    ]
    return b",\n".join(map(str.encode, lines))


def _question(question: Question) -> dict[str, object]:
    return {
        "about": question.about,
        "question": f"In {question.example}, is the first number the day or the month?",
        "example": question.example,
        "answers": ["--day-first", "--month-first"],
    }
