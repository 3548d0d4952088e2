# SPDX-License-Identifier: EUPL-1.2
"""Read a WhatsApp export on the command line. It needs no database, and keeps nothing."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError, CommandParser

from buurtwacht.dossiers.exports.as_json import json_of
from buurtwacht.dossiers.exports.moments import Order
from buurtwacht.dossiers.exports.reader import Chat, chat_in
from buurtwacht.dossiers.exports.unzip import attachment_in
from buurtwacht.dossiers.exports.words import told_politely
from buurtwacht.lib.errors import DomainError

MOST_ATTACHMENT_BYTES = 2 << 30  # what WhatsApp itself lets people send


class Command(BaseCommand):
    help = "Read a chat that WhatsApp exported, as text or in a zip file."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the .txt or .zip file that “Export chat” made")
        parser.add_argument("--json", action="store_true", help="one JSON document instead of a line per message")
        parser.add_argument("--attachment", metavar="NAME", help="write this attachment to standard output instead")
        order = parser.add_mutually_exclusive_group()
        for choice in (Order.DAY_FIRST, Order.MONTH_FIRST):
            option = f"--{choice.replace('_', '-')}"
            order.add_argument(option, dest="order", action="store_const", const=choice, help="how dates are written")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with options["file"].open("rb") as file, told_politely():
                self._write(file, options)
        except DomainError as refusal:
            raise CommandError(str(refusal)) from refusal
        except OSError as error:
            raise CommandError(f"{options['file']} cannot be read: {error.strerror}.") from error

    def _write(self, file: BinaryIO, options: dict[str, Any]) -> None:
        if options["attachment"]:
            with attachment_in(file, options["attachment"], most_bytes=MOST_ATTACHMENT_BYTES) as attachment:
                shutil.copyfileobj(attachment, sys.stdout.buffer)
            return
        chat = chat_in(file, options["order"])
        sys.stdout.buffer.writelines(json_of(chat) if options["json"] else _in_words(chat))
        sys.stdout.buffer.flush()


def _in_words(chat: Chat) -> Iterator[bytes]:
    for at, author, kind, text, attachment in chat.rows():
        yield f"{at or '?'} {author or '–'}: {attachment or text or f'({kind})'}\n".encode()
    for question in chat.questions:
        asked = f"In {question.example}, is the first number the day or the month? Use --day-first or --month-first."
        yield f"{asked}\n".encode()
