# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig

from buurtwacht.lib.registering import import_parts

PARTS = ("flagging", "cases", "appeals", "bans", "leaks")
NAMES = ("desk", "doorkeeper", "handlers", "objections", "resolvers", "tasks")


class ModerationConfig(AppConfig):
    name = "buurtwacht.moderation"

    def ready(self) -> None:
        """Register what each part listens to and puts on the coordinator's desk."""
        import_parts([f"{self.name}.{part}" for part in PARTS], NAMES)
