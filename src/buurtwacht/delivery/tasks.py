# SPDX-License-Identifier: EUPL-1.2
"""What delivery does at night."""

from django.utils import timezone
from procrastinate.contrib.django import app

from .partitions import make_partitions


@app.periodic(cron="20 2 * * *")
@app.task(name="delivery.make_partitions", pass_context=False)
def make_partitions_ahead(timestamp: int) -> None:
    """Make the months to come before they are needed."""
    make_partitions(timezone.now())
