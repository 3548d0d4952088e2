# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from buurtwacht.dossiers.verifier import Unreadable, verify


class Command(BaseCommand):
    help = "Check a dossier file on its own: nothing was changed, left out or put in later."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("dossier", type=Path, help="the zip file, or dossier.json alone")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            found = verify(options["dossier"])
        except Unreadable as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Dossier {found.number}: {found.entries} entries, {found.photos} photos.")
        self.stdout.write(f"{found.whole} entries can be read and fit; of {found.hidden} only the seal is here.")
        if not found.is_sound:
            raise CommandError("Something is wrong:\n" + "\n".join(f"- {problem}" for problem in found.problems))
        self.stdout.write("The chain is whole.")
