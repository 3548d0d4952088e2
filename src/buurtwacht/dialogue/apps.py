# SPDX-License-Identifier: EUPL-1.2
from importlib import import_module

from django.apps import AppConfig


class DialogueConfig(AppConfig):
    name = "buurtwacht.dialogue"

    def ready(self) -> None:
        """Say what we answer for: what people say on channels, and whom our own turn concerns."""
        for answers in ("hearing", "resolvers"):
            import_module(f"{self.name}.{answers}")
