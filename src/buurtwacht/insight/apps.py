# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig

from buurtwacht.lib.registering import import_parts


class InsightConfig(AppConfig):
    name = "buurtwacht.insight"

    def ready(self) -> None:
        """Put the figures on the desk, and count while words are there."""
        import_parts([self.name], ("desk", "handlers", "tasks"))
