# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "buurtwacht.delivery"

    def ready(self) -> None:
        """Let channels write what they must remember in the database."""
        from buurtwacht.channels.notebook import keep_in

        from .remembering.book import DatabaseNotebook

        keep_in(DatabaseNotebook())
