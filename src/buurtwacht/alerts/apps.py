# SPDX-License-Identifier: EUPL-1.2
from importlib import import_module

from django.apps import AppConfig


class AlertsConfig(AppConfig):
    name = "buurtwacht.alerts"

    def ready(self) -> None:
        """Say what we answer for: whom promises concern, what receipts mean, what stands on the desk."""
        own = ("resolvers", "photos", "stopped", "traces", "unsaying", "repeating", "folding", "desk")
        proof = ("proof.desk", "proof.resolvers", "proof.tasks")
        relay = ("relay.handlers", "relay.resolvers", "relay.desk")
        for answers in (*own, *proof, *relay):
            import_module(f"{self.name}.{answers}")
