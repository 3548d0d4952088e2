# SPDX-License-Identifier: EUPL-1.2
from django.utils import timezone
from procrastinate.contrib.django import app

from .services import remind_of_terms


@app.periodic(cron="10 7 * * *")
@app.task(name="outreach.remind_of_terms", queueing_lock="outreach.remind_of_terms", pass_context=False)
def remind(timestamp: int) -> None:
    """Every morning. It may run late, or twice."""
    remind_of_terms(timezone.localdate())
