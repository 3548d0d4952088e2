# SPDX-License-Identifier: EUPL-1.2
from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import module_has_submodule

PARTS = ("flagging", "cases", "appeals", "bans", "leaks")
NAMES = ("desk", "doorkeeper", "handlers", "objections", "resolvers", "tasks")


class ModerationConfig(AppConfig):
    name = "buurtwacht.moderation"

    def ready(self) -> None:
        """Register what each part listens to and puts on the coordinator's desk."""
        for part in PARTS:
            package = import_module(f"{self.name}.{part}")
            for name in NAMES:
                if module_has_submodule(package, name):
                    import_module(f"{package.__name__}.{name}")
