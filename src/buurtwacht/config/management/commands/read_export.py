# SPDX-License-Identifier: EUPL-1.2
"""Read a WhatsApp export. From a shell it runs by itself, without Django, which would take longer than the file."""

import sys
from argparse import Namespace
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from buurtwacht.dossiers.exports.console import add_arguments, write
from buurtwacht.dossiers.exports.words import told_politely
from buurtwacht.lib.errors import DomainError


class Command(BaseCommand):
    help = "Read a chat that WhatsApp exported, as text or in a zip file."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        add_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with told_politely():
                write(Namespace(**options), sys.stdout.buffer)
        except DomainError as refusal:
            raise CommandError(str(refusal)) from refusal
        except OSError as error:
            raise CommandError(f"{options['file']} cannot be read: {error.strerror}.") from error
