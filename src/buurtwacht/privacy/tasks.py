# SPDX-License-Identifier: EUPL-1.2
"""What privacy does at night."""

from django.utils import timezone
from procrastinate.contrib.django import app

from .services import forget_what_is_due


@app.periodic(cron="40 3 * * *")
@app.task(name="privacy.forget", queueing_lock="privacy.forget", pass_context=False)
def forget(timestamp: int) -> None:
    """Forget what is due. A night that was missed is made up for in the next one."""
    forget_what_is_due(timezone.now())
