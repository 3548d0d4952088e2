# SPDX-License-Identifier: EUPL-1.2
"""What happens to flags by the clock. It may run late, or twice: it looks at what is due."""

from procrastinate.contrib.django import app

from . import services


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="moderation.nudges", pass_context=False)
def look_after_nudges(timestamp: int) -> None:
    """Every five minutes: a private word that was left for an hour goes to people."""
    services.look_after_nudges()
