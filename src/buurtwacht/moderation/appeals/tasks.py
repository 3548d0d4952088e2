# SPDX-License-Identifier: EUPL-1.2
"""What appeals do by the clock."""

from procrastinate.contrib.django import app

from . import services


@app.periodic(cron="50 7 * * *")  # in the morning; nobody is told anything at night
@app.task(name="appeals.every_morning", queueing_lock="appeals.every_morning", pass_context=False)
def every_morning(timestamp: int) -> None:
    """Remind who judges of what waits, and tell the member when it takes longer."""
    services.remind_of_appeals()
    services.remind_of_questions()
