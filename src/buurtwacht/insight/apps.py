# SPDX-License-Identifier: EUPL-1.2
from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import module_has_submodule


class InsightConfig(AppConfig):
    name = "buurtwacht.insight"

    def ready(self) -> None:
        """Put the figures on the desk, and count while words are there."""
        for name in ("desk", "handlers", "tasks"):
            if module_has_submodule(import_module(self.name), name):
                import_module(f"{self.name}.{name}")
