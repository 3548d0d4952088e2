# SPDX-License-Identifier: EUPL-1.2
"""What happens by the clock. May run late, or twice: it looks at what is due."""

from django.utils import timezone
from procrastinate.contrib.django import app

from . import services


@app.periodic(cron="7 * * * *")  # each hour, since Friday afternoon comes at another moment in another zone
@app.task(name="info.send_digests", queueing_lock="info.send_digests", pass_context=False)
def send_digests(timestamp: int) -> None:
    services.send_digests(timezone.now())
