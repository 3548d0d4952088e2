# SPDX-License-Identifier: EUPL-1.2
import sys

import structlog
from django.apps import AppConfig

from buurtwacht.lib.logs import configure


class ConfigConfig(AppConfig):
    """The room that knows all others: settings, urls and commands."""

    name = "buurtwacht.config"

    def ready(self) -> None:
        configure(structlog.dev.ConsoleRenderer(colors=sys.stdout.isatty()))
