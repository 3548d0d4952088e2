# SPDX-License-Identifier: EUPL-1.2
"""Who wants an alarm to sound until it is answered: it sounds again after one, two and four minutes, and then stops."""

from datetime import timedelta

from django.db import transaction

from buurtwacht.delivery.models import TOLD, Intent, Priority
from buurtwacht.delivery.queries import told_about
from buurtwacht.delivery.resolvers import Resolved, resolves
from buurtwacht.delivery.services import intend
from buurtwacht.groups.queries import members_of
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on
from buurtwacht.reports.models import Entry

from .audience import Ear
from .models import Acknowledgement
from .resolvers import tell_entry_to

KIND = "report.repeat"
PAUSES = (timedelta(minutes=1), timedelta(minutes=1), timedelta(minutes=2))  # before each time
VALID_FOR = timedelta(minutes=1)


@on(TOLD)
def repeat_it(line: Line) -> None:
    """An alarm was told, or told again: plan the next time, if somebody wants that."""
    intent = Intent.objects.filter(pk=line.subject_id, kind__in=("report.entry", KIND), priority=Priority.ALARM).first()
    turn = int(intent.facts.get("turn", 0)) if intent else len(PAUSES)
    if intent is None or turn >= len(PAUSES):
        return
    entry = Entry.objects.select_related("report__group").filter(pk=intent.subject_id).first()
    if entry is None or not entry.report.is_live or not _somebody_wants_it(entry):
        return
    with transaction.atomic():
        intend(
            KIND,
            entry.pk,
            priority=Priority.ALARM,
            valid_for=VALID_FOR,
            after=PAUSES[turn],
            facts={"turn": turn + 1},
            payer_id=entry.report.group_id,
        )


@resolves(KIND)
def tell_again(intent: Intent) -> Resolved:
    """The same alarm, on the first way only, for those who want it again and gave no answer."""
    entry = Entry.objects.filter(pk=intent.subject_id).first()
    if entry is None:
        return Resolved()
    answered = set(Acknowledgement.objects.filter(report=entry.report_id).values_list("person_id", flat=True))
    answered |= {one.person_id for one in told_about([entry.pk]) if one.seen_at}

    def wants_it(ear: Ear) -> bool:
        return ear.repeats and ear.rung == 0 and ear.person_id not in answered

    return tell_entry_to(intent, wants_it)


def _somebody_wants_it(entry: Entry) -> bool:
    return members_of(entry.report.group).filter(person__repeats=True).exists()
