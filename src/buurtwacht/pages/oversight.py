# SPDX-License-Identifier: EUPL-1.2
"""Who did what, when, in one organisation: the journal as an auditor reads it. Ids and codes, never content."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from uuid import UUID

from django.db import transaction

from buurtwacht.dossiers.models import Dossier
from buurtwacht.groups.models import Membership, Organisation, WatchGroup
from buurtwacht.journal.models import Line
from buurtwacht.journal.queries import lines_about
from buurtwacht.journal.services import record
from buurtwacht.pages.journal_words import words_for
from buurtwacht.pages.journal_words.facts import short_id, words_for_facts
from buurtwacht.people.models import Person
from buurtwacht.reports.models import Report

AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """One line: when, what, to what, by whom, and the facts beside it; `times` when the same was done again at once."""

    at: datetime
    action: str
    subject: str
    by: str
    facts: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of the journal, newest first; `older` is where the next page begins, if there is one."""

    lines: Sequence[Shown]
    older: UUID | None


@transaction.atomic
def read_journal(organisation: Organisation, before: UUID | None, *, by: Person) -> Leaf:
    """One page of the journal. That somebody read it stands in the journal too."""
    lines = list(lines_about(_subjects_of(organisation), before)[: AT_ONCE + 1])
    record("journal.read", organisation.pk, by=by)
    older = lines[AT_ONCE - 1].pk if len(lines) > AT_ONCE else None
    return Leaf(_folded(_shown(line) for line in lines[:AT_ONCE]), older)


def _subjects_of(organisation: Organisation) -> list[UUID]:
    """Everything of this organisation that a line can be about."""
    groups = WatchGroup.objects.filter(organisation=organisation).order_by().values_list("pk")
    reports = Report.objects.filter(group__organisation=organisation).order_by().values_list("pk")
    dossiers = Dossier.objects.filter(organisation=organisation).order_by().values_list("pk")
    members = Membership.objects.filter(group__organisation=organisation).order_by().values_list("pk")
    rows = groups.union(reports, dossiers, members, all=True)
    return [organisation.pk, *(pk for (pk,) in rows)]


def _folded(lines: Iterable[Shown]) -> list[Shown]:
    """Lines that read alike within one minute are told as one, with how many there were."""
    folded = []
    for _key, alike in groupby(lines, key=lambda one: replace(one, at=one.at.replace(second=0, microsecond=0))):
        first, *others = alike
        folded.append(replace(first, times=1 + len(others)))
    return folded


def _shown(line: Line) -> Shown:
    facts = words_for_facts(line.action, line.facts)
    subject, by = short_id(str(line.subject_id)), short_id(str(line.by_id or ""))
    return Shown(line.at, words_for(line.action), subject, by, facts)
