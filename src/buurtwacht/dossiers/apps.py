# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class DossiersConfig(AppConfig):
    name = "buurtwacht.dossiers"

    def ready(self) -> None:
        """Put dossiers on the coordinator's desk."""
        from . import desk  # noqa: F401
