# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from buurtwacht.lib.errors import refuse_if
from buurtwacht.people.models import Person
from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread import rules
from buurtwacht.reports.thread.screens import begin_stage

from .locked import check_words, locked, role_in, said_before


@transaction.atomic
def call_made(
    report: Report,
    *,
    by: Person,
    content: Content | None = None,
    entry_id: UUID | None = None,
    shown: Iterable[str] = (),
) -> Entry:
    """Somebody called the emergency number. The first who does leads; a question in doubt becomes an alarm (R095).

    After that only a call with something new to tell is worth saying (R096, R098): `content.text` says what.
    """
    report, content = locked(report), content or Content()
    if said := said_before(report, entry_id):
        return said
    role = role_in(report, by)
    news = bool(content.text.strip())
    refuse_if(rules.refusal_to_add(report, Entry.Kind.CALL, report.group.policy, new_information=news))
    check_words(report, Content(text=content.text), shown)
    now = content.called_at or timezone.now()
    if report.called_at is None:
        report.called_at, report.caller = now, by
    first_heard = report.status == Report.Status.DOUBT
    if first_heard:
        report.status, report.doubt_until, report.shown_at = Report.Status.OPEN, None, report.shown_at or now
    report.save(update_fields=["called_at", "caller", "status", "doubt_until", "shown_at"])
    return begin_stage(
        report,
        kind=Entry.Kind.CALL,
        role=role,
        author=by,
        content=Content(text=content.text, called_at=now),
        entry_id=entry_id,
        alarm=first_heard,
    )
