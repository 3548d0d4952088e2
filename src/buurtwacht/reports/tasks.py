# SPDX-License-Identifier: EUPL-1.2
"""What happens to reports by the clock. Each may run late, or twice: it looks at what is due."""

from procrastinate.contrib.django import app

from .thread import services


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="reports.watch", pass_context=False)
def watch_reports(timestamp: int) -> None:
    """Every minute: silent reports, questions in doubt, and neighbours who went out together."""
    services.watch_buddies()
    services.end_doubts()
    services.expire_silent_reports()
