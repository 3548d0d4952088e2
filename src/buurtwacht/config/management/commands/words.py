# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from buurtwacht.config import words


class Command(BaseCommand):
    help = "Compile the translations. With --missing: list what still has no translation."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--missing", metavar="LANGUAGE", help="nl, nl_BE, fr or de")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["missing"]:
            for phrase in words.missing(options["missing"]):
                self.stdout.write(f"{phrase.where}: {phrase.words}")
            return
        compiled = words.compile_all()
        if options["verbosity"]:
            self.stdout.write(f"{compiled} catalogues compiled.")
