# SPDX-License-Identifier: EUPL-1.2
"""What happens by the clock."""

from procrastinate.contrib.django import app

from .expiring import let_go


@app.periodic(cron="*/2 * * * *")
@app.task(queueing_lock="dialogue.let_go", pass_context=False)
def let_go_of_what_was_not_shared(timestamp: int) -> None:
    let_go()
