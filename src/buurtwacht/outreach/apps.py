# SPDX-License-Identifier: EUPL-1.2
from importlib import import_module

from django.apps import AppConfig

from buurtwacht.lib.registering import import_parts

PARTS = ("asking", "rights")
NAMES = ("desk", "handlers", "resolvers", "tasks")


class OutreachConfig(AppConfig):
    name = "buurtwacht.outreach"

    def ready(self) -> None:
        """Say whom questions and requests concern, and put them on the desk."""
        for answers in ("resolvers", "desk"):
            import_module(f"{self.name}.{answers}")
        import_parts([f"{self.name}.{part}" for part in PARTS], NAMES)
