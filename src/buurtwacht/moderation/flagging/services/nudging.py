# SPDX-License-Identifier: EUPL-1.2
"""A private, kind word to who wrote something, and their answer. The answer is on record without a word of it."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.delivery.models import Priority
from buurtwacht.delivery.services import intend
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.moderation.flagging import checking, queries
from buurtwacht.moderation.models import Flag, Nudge
from buurtwacht.people.models import Person
from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Entry
from buurtwacht.reports.thread.services import change_entry, take_back_entry

from .bringing import bring_to_people
from .settling import note_answer, settle

VALID_FOR = timedelta(days=2)
Answer = Nudge.Answer


@transaction.atomic
def send_nudge(entry: Entry, *, by: Person | None, reasons: Iterable[str]) -> Nudge:
    """Ask who wrote this to look at it again. About one message once: a second word would be nagging.

    `by` None is the program. Raises `DomainError` where nobody wrote it.
    """
    if entry.author is None:
        raise DomainError(_("Who wrote this is no longer in the group. Hide the words, or let them stay."))
    values = {"group_id": entry.report.group_id, "person": entry.author, "by": by, "reasons": list(reasons)}
    nudge, is_new = Nudge.objects.get_or_create(entry=entry, defaults=values)
    if is_new:
        record("nudge.sent", entry.pk, by=by, group=nudge.group_id, by_program=by is None)
        intend("moderation.nudge", nudge.pk, priority=Priority.NOTICE, valid_for=VALID_FOR)
    return nudge


@transaction.atomic
def change_by_nudge(nudge: Nudge, *, by: Person, content: Content, entry_id: UUID | None = None) -> Entry:
    """The writer says it in better words."""
    entry = _own(nudge, by)
    new = change_entry(entry, by=by, content=content, entry_id=entry_id)
    note_answer(entry, Answer.CHANGED)
    settle(entry, Flag.Outcome.CHANGED)
    return new


@transaction.atomic
def take_back_by_nudge(nudge: Nudge, *, by: Person) -> None:
    """The writer takes the words back."""
    entry = _own(nudge, by)
    take_back_entry(entry, by=by)
    note_answer(entry, Answer.TAKEN_BACK)
    settle(entry, Flag.Outcome.CHANGED)


@transaction.atomic
def keep_words(nudge: Nudge, *, by: Person) -> None:
    """The writer stands by them: this is about safety. Not for what hurts or endangers: that cannot stay."""
    entry = _own(nudge, by)
    if checking.is_hard(entry):
        raise DomainError(_("These words cannot stay. Change them, or take them back."))
    note_answer(entry, Answer.KEPT)
    bring_to_people(entry)


def _own(nudge: Nudge, by: Person) -> Entry:
    """The message, for who wrote it. Raises `DomainError` when it was answered before."""
    Nudge.objects.select_for_update().get(pk=nudge.pk)
    entry = queries.entry_with(nudge.entry_id)
    if entry is None or nudge.person_id != by.pk:
        raise NotFound(_("There is no such message."))
    return entry
