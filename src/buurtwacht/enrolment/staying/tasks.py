# SPDX-License-Identifier: EUPL-1.2
"""What happens to memberships by the clock. Each may run late, or twice: it looks at what is due."""

from django.utils import timezone
from procrastinate.contrib.django import app

from . import services


@app.periodic(cron="20 9 * * *")  # in the morning: nobody is asked at night
@app.task(name="staying.renew", queueing_lock="staying.renew", pass_context=False)
def renew_memberships(timestamp: int) -> None:
    """Every day: ask who is due, remind who was asked, end who never answered."""
    now = timezone.now()
    services.end_unanswered(now)
    services.remind(now)
    services.ask_to_renew(now)


@app.periodic(cron="25 0 * * *")
@app.task(name="staying.end_moves", queueing_lock="staying.end_moves", pass_context=False)
def end_moves(timestamp: int) -> None:
    """Just after midnight: the old group ends for who moved."""
    services.end_moves(timezone.now())


@app.periodic(cron="50 3 * * *")
@app.task(name="staying.erase_left_behind", queueing_lock="staying.erase_left_behind", pass_context=False)
def erase_left_behind(timestamp: int) -> None:
    """At night: who is in no group any more is forgotten."""
    services.erase_left_behind(timezone.now())
