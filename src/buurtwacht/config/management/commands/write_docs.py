# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django.core.management.base import BaseCommand

from buurtwacht.config import documents


class Command(BaseCommand):
    help = "Write the parts of the documentation that come from the code."

    def handle(self, *args: Any, **options: Any) -> None:
        for path, text in documents.made().items():
            (documents.ROOT / path).write_text(text)
            self.stdout.write(f"{path} written.")
