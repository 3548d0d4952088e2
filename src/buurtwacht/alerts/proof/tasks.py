# SPDX-License-Identifier: EUPL-1.2
"""What happens by the clock."""

from procrastinate.contrib.django import app

from . import services


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="alerts.test_telephones", pass_context=False)
def test_telephones(timestamp: int) -> None:
    services.end_due_tests()
    services.start_due_tests()
