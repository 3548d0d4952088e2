# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JournalConfig(AppConfig):
    name = "buurtwacht.journal"

    def ready(self) -> None:
        """Find every room's handlers, so that what it listens to is known before the first line is read."""
        autodiscover_modules("handlers")
