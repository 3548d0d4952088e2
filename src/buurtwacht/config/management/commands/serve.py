# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

from buurtwacht.config import database, ports, supervisor


class Command(BaseCommand):
    help = "Run everything on this machine: the database, the pages, the live stream and the work behind them."

    def handle(self, *args: Any, **options: Any) -> None:
        ports.require_both_free()
        call_command("migrate", verbosity=0)
        call_command("words", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        self.stdout.write(f"Buurtwacht runs on {settings.SITE_URL} . Stop it with Ctrl-C.")
        self.stdout.flush()
        supervisor.run()
        if not settings.DATABASE_URL:
            connection.close()
            database.stop(settings.DATA)
