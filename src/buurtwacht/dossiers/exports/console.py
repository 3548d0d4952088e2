# SPDX-License-Identifier: EUPL-1.2
"""`buurtwacht read-export FILE`: works without a database, and without Django unless a file is refused."""

import argparse
import gc
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from .as_json import json_of
from .moments import Order
from .reader import Chat, chat_in
from .refusals import Refused
from .unzip import MOST_ATTACHMENT_BYTES, attachment_in


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="the .txt or .zip file that “Export chat” made")
    parser.add_argument("--json", action="store_true", help="one JSON document instead of a line per message")
    parser.add_argument("--attachment", metavar="NAME", help="write this attachment to standard output instead")
    order = parser.add_mutually_exclusive_group()
    for choice in (Order.DAY_FIRST, Order.MONTH_FIRST):
        option = f"--{choice.replace('_', '-')}"
        order.add_argument(option, dest="order", action="store_const", const=choice, help="how dates are written")


def write(options: argparse.Namespace, out: BinaryIO) -> None:
    """Read the file and write what was asked for. Raises `Refused` and `OSError`."""
    with options.file.open("rb") as file:
        if options.attachment:
            with attachment_in(file, options.attachment, most_bytes=MOST_ATTACHMENT_BYTES) as attachment:
                shutil.copyfileobj(attachment, out)
        else:
            chat = chat_in(file, options.order)
            out.writelines(json_of(chat) if options.json else _in_words(chat))
    out.flush()


def main(words: Sequence[str]) -> int:
    """The whole command. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="buurtwacht read-export", description="Read a chat that WhatsApp exported.")
    add_arguments(parser)
    options = parser.parse_args(words)
    gc.disable()  # nothing here refers to itself; looking for it takes a twentieth of the time
    try:
        write(options, sys.stdout.buffer)
    except Refused as refusal:
        return _fail(_sentence(refusal))
    except BrokenPipeError:
        sys.stdout = None  # whoever reads has seen enough
    except OSError as error:
        return _fail(f"{options.file} cannot be read: {error.strerror or 'save it as a file first'}.")
    return 0


def _fail(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1


def _sentence(refusal: Refused) -> str:
    """In the language of the installation."""
    import django

    django.setup()
    from .words import SENTENCES

    return str(SENTENCES[refusal.reason])


def _in_words(chat: Chat) -> Iterator[bytes]:
    for at, author, kind, text, attachment in chat.rows():
        yield f"{at or '?'} {author or '–'}: {attachment or text or f'({kind})'}\n".encode()
    for question in chat.questions:
        asked = f"In {question.example}, is the first number the day or the month? Use --day-first or --month-first."
        yield f"{asked}\n".encode()
