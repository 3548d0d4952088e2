# SPDX-License-Identifier: EUPL-1.2
"""The member disagrees: on the page, or in a letter that somebody else notes down."""

from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.appeals import rules
from buurtwacht.moderation.cases.services.locked import locked_measure
from buurtwacht.moderation.ladder import TO_ANSWER
from buurtwacht.moderation.models import Appeal, Measure
from buurtwacht.people.models import Person


def make_appeal(measure: Measure, words: str, *, by: Person) -> Appeal:
    """The member appeals, once for each measure and in time. The measure holds until somebody has judged.

    What somebody else noted down from a letter does not take that away: until the answer the member adds own words.
    """
    if by.pk != measure.case.person_id:
        raise DomainError(_("There is nothing to appeal against here."))
    return _appeal(measure, words, at=timezone.now())


def note_letter(measure: Measure, words: str, *, received_on: date, by: Person) -> Appeal:
    """An appeal that came by post. What counts is the day on which the letter came, not the day of noting it down."""
    zone = measure.case.group.tz
    came = datetime.combine(received_on, time(12), zone)
    now = timezone.now()
    if by.pk == measure.case.person_id:
        raise DomainError(_("There is nothing to appeal against here."))
    if received_on > timezone.localdate(timezone=zone):
        raise DomainError(_("Choose a day that is not in the future."))
    if measure.decided_at and received_on < timezone.localdate(measure.decided_at, timezone=zone):
        raise DomainError(_("The letter cannot have come before the decision."))
    return _appeal(measure, words, at=min(came, now), entered_by=by)


@transaction.atomic
def _appeal(measure: Measure, words: str, *, at: datetime, entered_by: Person | None = None) -> Appeal:
    measure = locked_measure(measure)
    known = Appeal.objects.select_for_update().filter(measure=measure).first()
    adds = entered_by is None and rules.can_be_added_to(known)
    rules.check_appeal(measure.status, measure.appeal_until, appealed=known is not None and not adds, at=at)
    if known:
        return _add(known, words, measure)
    term = timezone.now() + TO_ANSWER
    appeal = Appeal.objects.create(measure=measure, words=words, at=at, answer_by=term, entered_by=entered_by)
    record(
        "appeal.made",
        appeal.pk,
        by=entered_by or measure.case.person,
        group=measure.case.group_id,
        measure=measure.pk,
        kind=measure.kind,
        on_paper=entered_by is not None,
    )
    return appeal


def _add(appeal: Appeal, words: str, measure: Measure) -> Appeal:
    """From now on it is the member's own."""
    appeal.words, appeal.entered_by = f"{appeal.words}\n\n{words}", None
    appeal.save(update_fields=["words", "entered_by"])
    record("appeal.added_to", appeal.pk, by=measure.case.person, group=measure.case.group_id, measure=measure.pk)
    return appeal
