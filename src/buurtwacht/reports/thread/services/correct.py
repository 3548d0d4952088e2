# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from buurtwacht.lib.errors import refuse_if
from buurtwacht.people.models import Person
from buurtwacht.reports.compose import title_of
from buurtwacht.reports.content import Content
from buurtwacht.reports.looks_gate import let_through
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread import rules
from buurtwacht.reports.thread.screens import begin_stage, show_again, unsay_report

from .erase import erase_entries
from .locked import check_words, locked, refuse_others, said_before

REPLACED = (Entry.Kind.SHARED, Entry.Kind.CORRECTION)


@transaction.atomic
def correct_report(
    report: Report, *, by: Person, content: Content, entry_id: UUID | None = None, shown: Iterable[str] = ()
) -> Entry:
    """What was told was not right: this takes its place, and everybody who was alerted hears it (R107).

    The description that it replaces is erased. Raises `DomainError` for anybody but the reporter and the
    coordinator, and when the report has ended.
    """
    report = locked(report)
    if said := said_before(report, entry_id):
        return said
    role = refuse_others(report, by)
    refuse_if(rules.refusal_to_write(report, report.group.policy))
    check_words(report, content, shown)
    erased = erase_entries(report, REPLACED)
    report.behaviours = list(content.behaviours) or report.behaviours
    content = let_through(report, content, is_correction=True)
    report.title = content.title or title_of(content)
    report.place, report.location = content.place or report.place, _location(content) or report.location
    report.save(update_fields=["behaviours", "title", "place", "location"])
    unsay_report(report)
    entry = begin_stage(report, kind=Entry.Kind.CORRECTION, role=role, author=by, content=content, entry_id=entry_id)
    show_again(report, erased)
    return entry


def _location(content: Content) -> dict[str, float] | None:
    if content.location is None:
        return None
    return {"latitude": content.location.latitude, "longitude": content.location.longitude}
