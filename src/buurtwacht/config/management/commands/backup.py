# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from buurtwacht.config import backups


class Command(BaseCommand):
    help = "Write everything in the database to one file. Personal data in it stays encrypted."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--with-secrets", action="store_true", help="put the keys in the same file: keep it safe")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            backups.backup(options["file"], with_secrets=options["with_secrets"])
        except backups.Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        size = options["file"].stat().st_size / 1e6
        self.stdout.write(f"Backup written: {options['file']} ({size:.1f} MB).")
        if not options["with_secrets"]:
            self.stdout.write(f"Keep the folder {settings.DATA / backups.SECRETS} too, in another place: without it")
            self.stdout.write("nobody can read the personal data in this backup, not even you.")
