# SPDX-License-Identifier: EUPL-1.2
from django.db import transaction
from django.utils import timezone

from buurtwacht.journal.services import record
from buurtwacht.moderation.flagging import rules
from buurtwacht.moderation.flagging.access import refuse
from buurtwacht.moderation.models import Flag
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Entry
from buurtwacht.reports.thread.access import writer_for


@transaction.atomic
def raise_flag(entry: Entry, *, by: Person, reason: str, words: str = "") -> Flag:
    """A neighbour says that something is wrong with a message. Twice is once.

    The journal does not say who it was: that is for nobody to know. Raises `DomainError` for own words, for what has
    none, and past the most of a day; `NotFound` for what this person cannot read.
    """
    Person.objects.select_for_update(no_key=True).get(pk=by.pk)  # two clicks at once count as one, and as one of ten
    known = Flag.objects.filter(entry=entry, by=by).first()
    if known:
        return known
    writer_for(by, entry.report_id)
    today = Flag.objects.filter(by=by, at__gt=timezone.now() - rules.DAY).count()
    refuse(rules.refusal_to_flag(entry, by.pk, today))
    flag = Flag.objects.create(
        group_id=entry.report.group_id,
        report_id=entry.report_id,
        entry=entry,
        by=by,
        reason=Flag.Reason(reason).value,
        words=words.strip(),
    )
    record("flag.raised", entry.pk, group=entry.report.group_id, reason=flag.reason)
    return flag
