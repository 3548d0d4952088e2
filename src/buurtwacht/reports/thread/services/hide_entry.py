# SPDX-License-Identifier: EUPL-1.2
"""One message out of sight, with a trace. Its words lie apart, so that nothing that reads an entry can tell them."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.delivery.queries import intents_about
from buurtwacht.delivery.services import intend
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError, NotFound, refuse_if
from buurtwacht.people.models import Person
from buurtwacht.reports.content import Content
from buurtwacht.reports.entries import NEWS_VALID_FOR, UPDATE, add_entry
from buurtwacht.reports.hiding import CHANGED, TAKEN_BACK, HideReason
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread import rules
from buurtwacht.reports.thread.screens import show_again, turn_page, unsay_report

from .hide import hide_report
from .locked import check_words, locked, refuse_all_but_judges, role_in

KIND = "report.entry_hidden"
ON_ITS_WAY = timedelta(seconds=30)  # who is being told the words at this moment is on record by then
_PUT_ASIDE = ("content", "salt", "hidden_content", "hidden_salt", "hidden_at", "hidden_by", "hidden_reason")


@transaction.atomic
def hide_entry(entry: Entry, *, by: Person, reason: str) -> Entry:
    """An administrator takes one message out of sight. Everybody who was told it hears that it is gone.

    `reason` is one of `HideReason`. What tells the whole report hides the whole report. Raises `NotFound` for
    whoever does not judge these words, `DomainError` when there are none, or when they were hidden before.
    """
    report, why = locked(entry.report), HideReason(reason)
    refuse_all_but_judges(report, by, entry.author_id)
    held = _with_words(entry)
    if held.kind in rules.FULL_TELLINGS:
        return hide_report(report, by=by, reason=why)
    _put_aside(held, report, by, why.value)
    _show(report, held)
    return held


@transaction.atomic
def show_entry_again(entry: Entry, *, by: Person) -> Entry:
    """It was hidden by mistake: the words stand where they stood.

    Raises `NotFound` for whoever does not judge them, and `DomainError` when the words are gone, when who wrote them
    took them away, and for who wrote them: nobody judges their own case.
    """
    report = locked(entry.report)
    refuse_all_but_judges(report, by, entry.author_id)
    held = Entry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    if held.hidden_content is None or held.hidden_reason in (TAKEN_BACK, CHANGED):
        raise DomainError(_("There are no words to show again."))
    if held.author_id == by.pk:
        raise DomainError(_("These are your own words. Another administrator decides about them."))
    held.content, held.salt = held.hidden_content, held.hidden_salt
    held.hidden_content = held.hidden_salt = held.hidden_at = held.hidden_by = None
    held.hidden_reason = ""
    held.save(update_fields=_PUT_ASIDE)
    record("entry.shown_again", report.pk, by=by, entry=held.pk, group=report.group_id)
    _show(report, held)
    return held


@transaction.atomic
def take_back_entry(entry: Entry, *, by: Person) -> Entry:
    """Who wrote a message takes it back. Twice is once."""
    report, held = _own(entry, by)
    if held.hidden_at:
        return held
    _put_aside(held, report, by, TAKEN_BACK)
    _show(report, held)
    return held


@transaction.atomic
def change_entry(entry: Entry, *, by: Person, content: Content, entry_id: UUID | None = None) -> Entry:
    """Who wrote a message says it in better words: a new entry, in place of the old one. Returns the new one.

    `content` has the words, the place and the direction; cards and times stay as they were. Raises `DomainError` for
    words that harm, and when the report has ended.
    """
    report, held = _own(entry, by)
    known = Entry.objects.filter(pk=entry_id, report=report).first() if entry_id else None
    if known:
        return known
    refuse_if(rules.refusal_to_write(report, report.group.policy))
    if held.hidden_at:
        raise DomainError(_("These words are out of sight already."))
    check_words(report, content)
    told = rules.rewritten(held, content)
    waits = intents_about([held.pk]).filter(done_at=None).exists()  # nobody heard the old words: they hear the new
    _put_aside(held, report, by, CHANGED)
    role = Entry.Role(held.role)
    new = add_entry(
        report, kind=Entry.Kind(held.kind), role=role, author=by, content=told, tell=waits, entry_id=entry_id
    )
    _show(report, held, *(() if waits else (new,)))
    return new


def _own(entry: Entry, by: Person) -> tuple[Report, Entry]:
    """The report and a message of this person on it, both held. What tells the whole report is corrected instead."""
    report = locked(entry.report)
    role_in(report, by)
    held = Entry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    if held.author_id != by.pk:
        raise NotFound(_("There is no such report."))
    if held.kind in rules.FULL_TELLINGS:
        raise DomainError(_("This tells the whole report. Correct the report, or withdraw it."))
    return report, held if held.hidden_at else _with_words(held)


def _with_words(entry: Entry) -> Entry:
    held = Entry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    if held.hidden_at:
        raise DomainError(_("These words are out of sight already."))
    if held.content is None or held.kind in Entry.WITHOUT_WORDS:
        raise DomainError(_("There are no words here that can be hidden."))
    return held


def _put_aside(entry: Entry, report: Report, by: Person, reason: str) -> None:
    entry.hidden_at, entry.hidden_by, entry.hidden_reason = timezone.now(), by, reason
    entry.hidden_content, entry.hidden_salt = entry.content, entry.salt
    entry.content = entry.salt = None
    entry.save(update_fields=_PUT_ASIDE)
    record("entry.hidden", report.pk, by=by, entry=entry.pk, reason=reason, group=report.group_id)
    _promise(entry, report)


def _promise(entry: Entry, report: Report) -> None:
    """Whoever heard the words hears what became of them, on the way on which they heard them."""
    telling = intents_about([entry.pk]).filter(done_at=None, attempts__gt=0).exists()
    intend(
        KIND,
        entry.pk,
        priority=UPDATE,
        valid_for=NEWS_VALID_FOR,
        payer_id=report.group_id,
        after=ON_ITS_WAY if telling else timedelta(),
    )


def _show(report: Report, *entries: Entry) -> None:
    """Open screens show it as it stands now, and none of them can have the old words told again."""
    unsay_report(report)
    show_again(report, entries)
    turn_page(report)
