# SPDX-License-Identifier: EUPL-1.2
"""Lists are read and mails go out behind the pages. A job that died is picked up again by the clock."""

from uuid import UUID

import structlog
from django.utils import timezone
from procrastinate.contrib.django import app

from buurtwacht.lib.logs import facts_of

from . import queries, services

log = structlog.get_logger(__name__)


@app.task(name="members.go_on")
def go_on(import_id: str) -> None:
    """Read a list, or ask who is on it: whatever it waits for. What fails is taken up again by `pick_up`."""
    _go_on(UUID(import_id))


@app.periodic(cron="* * * * *")
@app.task(name="members.pick_up", queueing_lock="members.pick_up", pass_context=False)
def pick_up(timestamp: int) -> None:
    """Go on with lists whose job died with its worker. Where another job is still busy, the two take turns."""
    for import_id in queries.imports.unfinished_imports():
        _go_on(import_id)


@app.periodic(cron="40 9 * * *")
@app.task(name="members.remind", queueing_lock="members.remind", pass_context=False)
def remind(timestamp: int) -> None:
    """Ask once more who did not answer for a week."""
    services.remind_undecided(timezone.now())


def _go_on(import_id: UUID) -> None:
    """What goes wrong is logged by its kind: the words of a mail server or a database may hold an address."""
    try:
        services.read_import(import_id)
        services.go_on_asking(import_id)
    except Exception as error:  # noqa: BLE001 - the worker's edge: one bad list must not stop the others
        log.error("members.list_stuck", list=str(import_id), **facts_of(error))
