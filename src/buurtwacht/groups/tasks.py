# SPDX-License-Identifier: EUPL-1.2
"""What happens by the clock."""

from django.utils import timezone
from procrastinate.contrib.django import app

from . import services, strange_rooms
from .together.services import mark_lapsed


@app.periodic(cron="40 8 * * *")  # in the morning, since it ends in a notice
@app.task(queueing_lock="groups.look_after_groups", pass_context=False)
def look_after_groups(timestamp: int) -> None:
    services.alarm_uncoordinated()
    services.warn_nearly_full()
    services.ask_quiet()
    mark_lapsed(timezone.now())


@app.periodic(cron="25 4 * * *")
@app.task(queueing_lock="groups.leave_strange_rooms", pass_context=False)
def leave_strange_rooms(timestamp: int) -> None:
    strange_rooms.leave_strange_rooms()


@app.periodic(cron="2 * * * *")  # each hour, since midnight comes at another moment in another zone
@app.task(queueing_lock="groups.give_turns", pass_context=False)
def give_turns(timestamp: int) -> None:
    services.give_next_turns()
