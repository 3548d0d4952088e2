# SPDX-License-Identifier: EUPL-1.2
"""The program first: it reads what was flagged and asks the writer kindly. What is left goes to people."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from buurtwacht.moderation.flagging import checking, queries, rules
from buurtwacht.moderation.models import Flag, Nudge
from buurtwacht.reports.models import Entry

from .bringing import bring_to_people
from .nudging import send_nudge


@transaction.atomic
def consider(entry_id: UUID) -> None:
    """Somebody flagged this: ask the writer, if the program finds a reason to; otherwise people look. Twice is once."""
    Entry.objects.select_for_update(of=("self",)).filter(pk=entry_id).first()
    entry = queries.entry_with(entry_id)
    if entry is None or not queries.open_flags(entry).exists():
        return
    nudge = queries.nudge_about(entry)
    if nudge is None and entry.author and (reasons := checking.reasons_for_a_word(entry)):
        nudge = send_nudge(entry, by=None, reasons=reasons)
    if rules.waits_for_people(nudge, timezone.now()):
        bring_to_people(entry)


def look_after_nudges(now: datetime | None = None) -> int:
    """Private words that were left unanswered for an hour, about what was flagged: people look. Returns how many."""
    now = now or timezone.now()
    asked = Nudge.objects.filter(answer="", at__lte=now - rules.TO_ANSWER).values("entry")
    waiting = Flag.objects.filter(settled_at=None, desk_at=None, entry__in=asked).values("entry")
    return sum(1 for entry in queries.entries_with(waiting.values_list("entry", flat=True)) if bring_to_people(entry))
