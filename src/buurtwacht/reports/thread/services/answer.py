# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread.rules import Answer, answers_to

from .close import close_report
from .doubt import advise_to_call, ask_the_group
from .locked import locked, refuse_all_but_coordinator, said_before
from .raise_alarm import raise_alarm


@transaction.atomic
def answer_question(report: Report, *, by: Person, answer: str, entry_id: UUID | None = None) -> Entry:
    """What the coordinator says to who is in doubt, or to who asks for an alarm: one of `rules.Answer`.

    Raises `DomainError` when this is no longer a question, or no longer this one.
    """
    report = locked(report)
    if said := said_before(report, entry_id):
        return said
    refuse_all_but_coordinator(report, by)
    if answer not in answers_to(report):
        raise DomainError(_("This is no longer a question: somebody called, or it has ended."))
    if answer == Answer.FALSE_ALARM:
        return close_report(report, by=by, reason=Report.CloseReason.FALSE_ALARM, entry_id=entry_id)
    act = {Answer.CALL: advise_to_call, Answer.SHARE: ask_the_group, Answer.RAISE: raise_alarm}[Answer(answer)]
    return act(report, by=by, entry_id=entry_id)
