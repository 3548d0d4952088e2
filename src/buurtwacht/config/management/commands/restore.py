# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from buurtwacht.config import backups, database


class Command(BaseCommand):
    help = "Put a backup into the database."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true", help="even when there is data: it is replaced")
        parser.add_argument("--secrets", action="store_true", help="take the keys out of the backup, and stop")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["secrets"]:
                return self._secrets(options["file"])
            if not settings.DATABASE_URL:
                database.start(settings.DATA)
            manifest = backups.restore(options["file"], replace=options["replace"])
        except (backups.Refused, database.WrongVersion) as refusal:
            raise CommandError(str(refusal)) from refusal
        call_command("migrate", verbosity=0)
        self.stdout.write(f"Restored the backup of {manifest['made_at']}.")
        return None

    def _secrets(self, file: Path) -> None:
        if not backups.unpack_secrets(file):
            raise CommandError("This backup has no keys in it. Put your own copy of the secrets folder back.")
        self.stdout.write("The keys are back. Now run the same command without --secrets.")
