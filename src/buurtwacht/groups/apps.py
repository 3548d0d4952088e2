# SPDX-License-Identifier: EUPL-1.2
from importlib import import_module

from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "buurtwacht.groups"

    def ready(self) -> None:
        """Answer, for the room below, who needs a second factor, and say what we answer for."""
        from buurtwacht.people.duties import asks_second_factor

        from .queries import has_a_duty

        asks_second_factor(has_a_duty)
        own = ("resolvers", "ceiling", "desk", "strange_rooms")
        together = ("together.desk", "together.handlers", "together.resolvers")
        for answers in (*own, "info.desk", "info.handlers", "info.resolvers", "info.tasks", *together):
            import_module(f"{self.name}.{answers}")
