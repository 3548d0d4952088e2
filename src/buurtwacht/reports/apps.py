# SPDX-License-Identifier: EUPL-1.2
from importlib import import_module

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "buurtwacht.reports"

    def ready(self) -> None:
        """What this room registers in others that no other start finds."""
        import_module(f"{self.name}.description_card")
