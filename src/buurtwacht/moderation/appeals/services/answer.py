# SPDX-License-Identifier: EUPL-1.2
"""Somebody who had no part in the measure judges the appeal."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.appeals import queries, rules
from buurtwacht.moderation.cases.services import overturn
from buurtwacht.moderation.cases.services.locked import locked_measure
from buurtwacht.moderation.models import Appeal, Measure
from buurtwacht.people.models import Person

from .shorten import shorten

Verdict = Appeal.Verdict


@transaction.atomic
def answer_appeal(appeal: Appeal, *, verdict: str, answer: str, by: Person, until: datetime | None = None) -> Appeal:
    """It stays, it ends sooner, or it is taken back; with an answer in words that the member reads. Answered once.

    `until` is the new end of a measure that is shortened.
    """
    measure = locked_measure(appeal.measure)
    appeal = Appeal.objects.select_for_update().get(pk=appeal.pk)
    if appeal.answered_at:
        raise DomainError(_("This one has been answered already. Nothing was changed."))
    if not queries.may_judge(by, appeal):
        raise DomainError(_("Somebody else judges this appeal."))
    _carry_out(verdict, measure, until, by)
    appeal.verdict, appeal.answer, appeal.answered_by, appeal.answered_at = verdict, answer, by, timezone.now()
    appeal.save(update_fields=["verdict", "answer", "answered_by", "answered_at"])
    record("appeal.answered", appeal.pk, by=by, group=measure.case.group_id, measure=measure.pk, verdict=str(verdict))
    return appeal


def _carry_out(verdict: str, measure: Measure, until: datetime | None, by: Person) -> None:
    now = timezone.now()
    if verdict == Verdict.OVERTURNED:
        overturn(measure, by=by)
    elif verdict == Verdict.SHORTENED:
        if until is None or measure.until is None or not rules.can_be_shortened(measure.kind, measure.until, now):
            raise DomainError(_("This measure has no end that could come sooner."))
        rules.check_sooner(until, measure.until, now)
        shorten(measure, until=until, by=by)
