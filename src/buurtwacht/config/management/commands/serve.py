# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from buurtwacht.config import ports, supervisor


class Command(BaseCommand):
    help = "Run everything on this machine: the database, the pages, the live stream and the work behind them."

    def handle(self, *args: Any, **options: Any) -> None:
        ports.require_free(settings.BIND, settings.SITE_PORT, "BUURTWACHT_SITE_PORT")
        ports.require_free(settings.BIND, settings.LIVE_PORT, "BUURTWACHT_LIVE_PORT")
        call_command("migrate", verbosity=0)
        call_command("words", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        self.stdout.write(f"Buurtwacht runs on {settings.SITE_URL} . Stop it with Ctrl-C.")
        self.stdout.flush()
        supervisor.run()
