# SPDX-License-Identifier: EUPL-1.2
"""What happens to figures by the clock."""

from procrastinate.contrib.django import app

from . import services


@app.periodic(cron="20 2 * * *")  # before the nightly deletion, which takes away what is counted here
@app.task(queueing_lock="insight.keep_figures", pass_context=False)
def keep_figures(timestamp: int) -> None:
    services.keep_figures()
