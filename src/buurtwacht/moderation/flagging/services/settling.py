# SPDX-License-Identifier: EUPL-1.2
"""How it ended. Whoever flagged it hears that, and nobody hears who they are."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from buurtwacht.delivery.models import Priority
from buurtwacht.delivery.services import intend
from buurtwacht.journal.services import record
from buurtwacht.moderation.flagging import queries
from buurtwacht.moderation.models import Flag, Nudge
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Entry

VALID_FOR = timedelta(days=7)
KIND = "moderation.flag_settled"


@transaction.atomic
def settle(entry: Entry, outcome: str, *, by: Person | None = None, answer: str = "") -> int:
    """Every open flag about this message ends in this way. `answer` is a sentence for who flagged it.

    Returns how many; again settles nothing.
    """
    flags = list(queries.open_flags(entry).select_for_update(of=("self",)))
    for flag in flags:
        flag.outcome, flag.settled_at, flag.answer = outcome, timezone.now(), answer.strip()
        flag.save(update_fields=["outcome", "settled_at", "answer"])
        _tell(flag)
    if flags:
        record("flag.settled", entry.pk, by=by, group=entry.report.group_id, outcome=str(outcome), flags=len(flags))
    return len(flags)


@transaction.atomic
def note_answer(entry: Entry, answer: str) -> bool:
    """What the writer did about the private word, the first time that they did something. False when known before."""
    now = timezone.now()
    noted = Nudge.objects.filter(entry=entry, answer="").update(answer=str(answer), answered_at=now)
    if noted:
        record("nudge.answered", entry.pk, by=entry.author, group=entry.report.group_id, answer=str(answer))
    return bool(noted)


@transaction.atomic
def stands_again(entry: Entry) -> int:
    """What was hidden is shown again: the words may stay after all, and who flagged them hears so."""
    flags = list(Flag.objects.filter(entry=entry, outcome=Flag.Outcome.HIDDEN).select_for_update(of=("self",)))
    for flag in flags:
        flag.outcome, flag.settled_at = Flag.Outcome.FINE, timezone.now()
        flag.save(update_fields=["outcome", "settled_at"])
        _tell(flag)
    if flags:
        group = entry.report.group_id
        record("flag.settled", entry.pk, group=group, outcome=Flag.Outcome.FINE.value, flags=len(flags))
    return len(flags)


def _tell(flag: Flag) -> None:
    if flag.by_id:
        intend(KIND, flag.pk, priority=Priority.NOTICE, valid_for=VALID_FOR)
