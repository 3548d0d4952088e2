# SPDX-License-Identifier: EUPL-1.2
import sys

import structlog
from django.apps import AppConfig
from django.utils.module_loading import import_string

from buurtwacht.lib.logs import configure


class ConfigConfig(AppConfig):
    """The room that knows all others: settings, urls and commands."""

    name = "buurtwacht.config"

    def ready(self) -> None:
        configure(structlog.dev.ConsoleRenderer(colors=sys.stdout.isatty()))
        import_string("buurtwacht.config.checks.keys_that_belong_together")  # for `buurtwacht check`
