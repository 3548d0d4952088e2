# SPDX-License-Identifier: EUPL-1.2
from importlib import import_module

from django.apps import AppConfig


class OutreachConfig(AppConfig):
    name = "buurtwacht.outreach"

    def ready(self) -> None:
        """Say whom questions of the site concern, and put them on the desk."""
        for answers in ("resolvers", "desk"):
            import_module(f"{self.name}.{answers}")
