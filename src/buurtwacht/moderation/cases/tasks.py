# SPDX-License-Identifier: EUPL-1.2
"""What happens by the clock."""

from django.utils import timezone
from procrastinate.contrib.django import app

from . import services


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="moderation.end_proposals", pass_context=False)
def end_proposals(timestamp: int) -> None:
    """Nobody agreed in time: say so. Too late it was already."""
    services.mark_lapsed(timezone.now())


@app.periodic(cron="20 4 * * *")
@app.task(queueing_lock="moderation.close_old_cases", pass_context=False)
def close_old_cases(timestamp: int) -> None:
    services.close_old(timezone.now())
