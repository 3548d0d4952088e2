# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PrivacyConfig(AppConfig):
    name = "buurtwacht.privacy"

    def ready(self) -> None:
        """Find what every room keeps about people."""
        autodiscover_modules("personal_data")
