# SPDX-License-Identifier: EUPL-1.2
from importlib import import_module

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "buurtwacht.people"

    def ready(self) -> None:
        """Listen to what django-allauth tells about signing in, and say who keeps the installation going."""
        for answers in ("sign_in", "operators"):
            import_module(f"{self.name}.{answers}")
