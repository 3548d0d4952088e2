# SPDX-License-Identifier: EUPL-1.2
import os
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser


class Command(BaseCommand):
    help = "Serve the pages: Django as WSGI under Granian."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--workers", type=int, default=settings.SITE_WORKERS)

    def handle(self, *args: Any, **options: Any) -> None:
        command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws"]
        command += ["--host", settings.BIND, "--port", str(settings.SITE_PORT)]
        command += ["--workers", str(options["workers"]), "--blocking-threads", str(settings.SITE_THREADS)]
        command += ["--backpressure", "256", "--backlog", "1024", "--respawn-failed-workers", "--log-level", "warning"]
        command += ["buurtwacht.config.wsgi:application"]
        os.execv(sys.executable, command)  # noqa: S606 - our own interpreter, no shell
