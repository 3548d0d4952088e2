# SPDX-License-Identifier: EUPL-1.2
"""What happens by the clock."""

from procrastinate.contrib.django import app

from buurtwacht.groups.models import WatchGroup

from . import services


@app.periodic(cron="40 9 * * *")  # by day: a new version of the program may bring new words
@app.task(queueing_lock="signing.ask_again", pass_context=False)
def ask_again(timestamp: int) -> None:
    for group in WatchGroup.objects.exclude(status=WatchGroup.Status.CLOSED):
        services.announce_changes(group)
