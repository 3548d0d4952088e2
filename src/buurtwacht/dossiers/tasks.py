# SPDX-License-Identifier: EUPL-1.2
"""What happens by the clock."""

from procrastinate.contrib.django import app

from . import services


@app.periodic(cron="10 8 * * *")  # in the morning: nobody is asked for an answer at night
@app.task(queueing_lock="dossiers.ask_for_answers", pass_context=False)
def ask_for_answers(timestamp: int) -> None:
    services.give_up_on_answers()
    services.remind_officers()
