# SPDX-License-Identifier: EUPL-1.2
"""What was written in the journal, and what the program does about it."""

from datetime import timedelta
from uuid import UUID

from buurtwacht.delivery.models import Priority
from buurtwacht.delivery.services import intend
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on
from buurtwacht.moderation.models import Case, Flag, Nudge
from buurtwacht.reports.hiding import CHANGED, TAKEN_BACK
from buurtwacht.reports.models import Entry
from buurtwacht.reports.thread.rules import FULL_TELLINGS

from . import checking, queries, services

SAID_OTHERWISE = {CHANGED: Nudge.Answer.CHANGED, TAKEN_BACK: Nudge.Answer.TAKEN_BACK}


@on("flag.raised")
def read_it_first(line: Line) -> None:
    """Before any person has to."""
    services.consider(line.subject_id)


@on("report.shared", "report.supplemented", "report.called", "report.corrected", "report.advised")
def ask_about_words_on_people(line: Line) -> None:
    """It was sent although the form had advised otherwise, and it is about people: ask once more, privately."""
    entry = queries.entry_with(UUID(str(line.facts["entry"]))) if "entry" in line.facts else None
    if entry is None or entry.author is None or not entry.has_words:
        return
    if reasons := checking.reasons_for_a_word(entry, about_people=True):
        services.send_nudge(entry, by=None, reasons=reasons)


@on("entry.hidden")
def settle_what_was_hidden(line: Line) -> None:
    """By who wrote it: they changed it. By somebody else: it was hidden, and who wrote it reads why."""
    entry, reason = _entry(line), str(line.facts["reason"])
    if entry is None:
        return
    if reason in SAID_OTHERWISE:
        services.note_answer(entry, SAID_OTHERWISE[reason])
        services.settle(entry, Flag.Outcome.CHANGED)
        return
    services.settle(entry, Flag.Outcome.HIDDEN)
    if entry.author_id and entry.author_id != line.by_id:
        intend("moderation.hidden", entry.pk, priority=Priority.NOTICE, valid_for=timedelta(days=7))


@on("entry.shown_again")
def tell_that_it_stands_again(line: Line) -> None:
    entry = _entry(line)
    if entry is None:
        return
    services.stands_again(entry)
    if entry.author_id:
        intend("moderation.shown_again", entry.pk, priority=Priority.NOTICE, valid_for=timedelta(days=7))


@on("report.corrected", "report.withdrawn")
def settle_what_was_corrected(line: Line) -> None:
    """The words that told the report are gone: whoever flagged them hears that they were changed."""
    answer = Nudge.Answer.CHANGED if line.action == "report.corrected" else Nudge.Answer.TAKEN_BACK
    for entry in _flagged(line.subject_id):
        if entry.content is None and entry.hidden_at is None:
            if entry.kind in FULL_TELLINGS:
                services.note_answer(entry, answer)
            services.settle(entry, Flag.Outcome.CHANGED)


@on("case.opened")
def settle_what_is_looked_into(line: Line) -> None:
    """About these words there is a case now: the flags have done their work."""
    case = Case.objects.filter(pk=line.subject_id, entry__isnull=False).first()
    entry = queries.entry_with(case.entry_id) if case and case.entry_id else None
    if entry:
        services.settle(entry, Flag.Outcome.CASE)


@on("report.hidden")
def settle_what_went_with_its_report(line: Line) -> None:
    for entry in _flagged(line.subject_id):
        services.settle(entry, Flag.Outcome.HIDDEN)


@on("report.shown_again")
def settle_what_stands_with_its_report(line: Line) -> None:
    """Whoever flagged words of it hears that they may stay after all; not of what was hidden apart."""
    for entry in _flagged(line.subject_id):
        if entry.hidden_at is None:
            services.stands_again(entry)


def _flagged(report_id: UUID) -> list[Entry]:
    """The messages of a report about which neighbours or the program said something."""
    flagged = Flag.objects.filter(report_id=report_id).values_list("entry", flat=True)
    nudged = Nudge.objects.filter(entry__report_id=report_id).values_list("entry", flat=True)
    return list(queries.entries_with({*flagged, *nudged}))


def _entry(line: Line) -> Entry | None:
    return queries.entry_with(UUID(str(line.facts["entry"])))
