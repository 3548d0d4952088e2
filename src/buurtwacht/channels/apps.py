# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig
from django.utils.module_loading import import_string


class ChannelsConfig(AppConfig):
    name = "buurtwacht.channels"

    def ready(self) -> None:
        """Let `buurtwacht check` ask every channel about its settings."""
        import_string("buurtwacht.channels.checks.settings_of_channels")
