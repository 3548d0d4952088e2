# SPDX-License-Identifier: EUPL-1.2
"""What checks do by the clock."""

from procrastinate.contrib.django import app

from . import services


@app.periodic(cron="40 7 * * *")  # before the desk opens; nobody is mailed at night
@app.task(name="checking.every_morning", queueing_lock="checking.every_morning", pass_context=False)
def every_morning(timestamp: int) -> None:
    """Ask again in time, tell the police that people wait, and tell people that it takes longer."""
    services.ask_again_in_time()
    services.tell_the_police()
    services.tell_of_delays()
