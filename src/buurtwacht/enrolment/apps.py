# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig

from buurtwacht.lib.registering import import_parts

PARTS = ("applying", "checking", "members", "rulebook", "signing", "staying", "welcome")
NAMES = ("desk", "handlers", "resolvers", "tasks")


class EnrolmentConfig(AppConfig):
    name = "buurtwacht.enrolment"

    def ready(self) -> None:
        """Register what each part listens to and puts on the coordinator's desk."""
        import_parts([f"{self.name}.{part}" for part in PARTS], NAMES)
