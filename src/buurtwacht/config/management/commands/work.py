# SPDX-License-Identifier: EUPL-1.2
import asyncio
import sys
from typing import Any

from django.core.management.base import BaseCommand

from buurtwacht.config.worker import Worker


class Command(BaseCommand):
    help = "Do the work behind the pages: tell what was promised, react to the journal, keep the clock."

    def handle(self, *args: Any, **options: Any) -> None:
        with asyncio.Runner(loop_factory=_loop_factory()) as runner:
            runner.run(_work())


async def _work() -> None:
    await Worker().run()


def _loop_factory() -> Any:
    if sys.platform == "win32":
        return None
    import uvloop

    return uvloop.new_event_loop
