# SPDX-License-Identifier: EUPL-1.2
"""Doors: who may flag what, who reads a private word, and who judges. Absent and forbidden sound the same."""

from dataclasses import dataclass
from typing import NoReturn
from uuid import UUID

from django.utils.translation import gettext as _

from buurtwacht.groups.access import no_such_group
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import is_administrator, membership_in, who_answers_for
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.moderation.models import Flag, Nudge
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread.access import writer_for

from . import queries


@dataclass(frozen=True, slots=True)
class Flagging:
    """Somebody at a message of somebody else. `flag` is what they said about it before."""

    person: Person
    report: Report
    entry: Entry
    flag: Flag | None


@dataclass(frozen=True, slots=True)
class Writing:
    """Somebody at words of their own, with the private word about them if there was one."""

    person: Person
    entry: Entry
    nudge: Nudge | None

    @property
    def group(self) -> WatchGroup:
        return self.entry.report.group


def entry_to_flag(person: Person, report_id: UUID, entry_id: UUID) -> Flagging:
    """A message that this person may read. What they flagged before they find back, whatever became of it."""
    flag = queries.own_flag(entry_id, person)
    if flag and flag.report_id == report_id and membership_in(person, flag.report.group):
        return Flagging(person, flag.report, queries.entry_with(entry_id) or flag.entry, flag)
    writer_for(person, report_id)
    entry = queries.entry_with(entry_id)
    if entry is None or entry.report_id != report_id:
        no_such_message()
    return Flagging(person, entry.report, entry, None)


def own_entry(person: Person, report_id: UUID, entry_id: UUID) -> Writing:
    """Words that this person wrote, and about which there was a private word, or which were hidden."""
    entry = queries.entry_with(entry_id)
    if entry is None or entry.report_id != report_id or entry.author_id != person.pk:
        no_such_message()
    if membership_in(person, entry.report.group) is None:
        no_such_message()
    nudge = queries.nudge_about(entry)
    return Writing(person, entry, nudge) if nudge or entry.hidden_at else no_such_message()


def group_to_judge_in(person: Person, slug: str) -> WatchGroup:
    """A group whose flags this person looks at: its administrators; for words of the only one, one floor up."""
    group = WatchGroup.objects.select_related("organisation", "area").filter(slug=slug).first()
    if group is None or group.status == WatchGroup.Status.CLOSED:
        no_such_group()
    if is_administrator(person, group):
        return group
    answers = who_answers_for(group.organisation).filter(pk=person.pk).exists()
    return group if answers and queries.waiting_for(group, person) else no_such_group()


def entry_to_judge(person: Person, slug: str, entry_id: UUID) -> Entry:
    """A message at which this person may look: an administrator at any, others at what was flagged. Never their own."""
    entry = queries.entry_with(entry_id)
    if entry is None or entry.report.group.slug != slug:
        no_such_message()
    if not (_was_seen_to(entry) or is_administrator(person, entry.report.group)):
        no_such_message()
    return entry if queries.judges_of(entry).filter(pk=person.pk).exists() else no_such_message()


def no_such_message() -> NoReturn:
    raise NotFound(_("There is no such message."))


def refuse(sentence: str | None) -> None:
    """Raises `DomainError` with the sentence, if there is one."""
    if sentence:
        raise DomainError(sentence)


def _was_seen_to(entry: Entry) -> bool:
    return entry.hidden_at is not None or Flag.objects.filter(entry=entry).exists()
