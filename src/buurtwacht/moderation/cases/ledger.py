# SPDX-License-Identifier: EUPL-1.2
"""The list of decisions of a group: what its administrators may look back at."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.groups.models import WatchGroup
from buurtwacht.moderation.models import Case, Measure
from buurtwacht.people.models import Person

from .queries import COUNTS_FOR, close_to
from .words import rule_words

Status = Measure.Status


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the ledger: no words, no names."""

    at: datetime | None
    kind: str
    rule: str
    outcome: str
    appeal: str


def decisions_of(group: WatchGroup, but: Person) -> list[Decision]:
    """What was decided in the group in the last year, newest first; not about the reader, nor who is close to them."""
    since = timezone.now() - COUNTS_FOR
    decided = Measure.objects.filter(case__group=group, decided_at__gte=since).exclude(status=Status.WITHDRAWN)
    close = close_to(but, Case.objects.filter(measures__in=decided), group)
    rows = decided.exclude(case__person_id__in=close).select_related("case", "appeal").order_by("-decided_at", "-pk")
    return [_decision(group, measure) for measure in rows]


def _decision(group: WatchGroup, measure: Measure) -> Decision:
    appeal = getattr(measure, "appeal", None)
    said = ""
    if appeal:
        said = appeal.get_verdict_display() if appeal.verdict else _("Waits for an answer")
    return Decision(
        at=measure.decided_at,
        kind=measure.get_kind_display(),
        rule=rule_words(group, measure.case.rule),
        outcome=measure.get_status_display(),
        appeal=said,
    )
