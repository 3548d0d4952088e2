# SPDX-License-Identifier: EUPL-1.2
"""What happens by the clock."""

from procrastinate.contrib.django import app

from . import services


@app.periodic(cron="40 10 * * *")  # by day: nobody reads at night that they forgot something
@app.task(queueing_lock="applying.remind_unfinished", pass_context=False)
def remind_unfinished(timestamp: int) -> None:
    services.remind_unfinished()


@app.periodic(cron="10 3 * * *")
@app.task(queueing_lock="applying.withdraw_silent", pass_context=False)
def withdraw_silent(timestamp: int) -> None:
    services.withdraw_silent()
