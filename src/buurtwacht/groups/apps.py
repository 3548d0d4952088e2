# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "buurtwacht.groups"

    def ready(self) -> None:
        """Answer, for the room below, who needs a second factor."""
        from buurtwacht.people.duties import asks_second_factor

        from .queries import has_a_duty

        asks_second_factor(has_a_duty)
