# SPDX-License-Identifier: EUPL-1.2
"""Lists and counts. Only what people may see anyway; nothing searches in descriptions."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import members_of

from .compose import Line, Message, line_of, message_of
from .content import read
from .content.seal import keeps_a_plate_for_the_police
from .models import Entry, Report
from .signatures import signature_of, streets_of


@dataclass(frozen=True, slots=True)
class Thread:
    """A report as its group reads it: the message, and what happened since, newest first."""

    message: Message
    lines: tuple[Line, ...]


def open_reports(group: WatchGroup) -> QuerySet[Report]:
    """What is going on now and is meant for the whole group."""
    return Report.objects.filter(group=group, status=Report.Status.OPEN).select_related("group__organisation")


def entries_of(report: Report) -> QuerySet[Entry]:
    """The chain of a report, in order."""
    return Entry.objects.filter(report=report).select_related("author").order_by("sequence")


def thread_of(report: Report, entries: Sequence[Entry] | None = None) -> Thread:
    """Compose in the language that is active now."""
    entries = list(entries_of(report) if entries is None else entries)
    streets = streets_of(report, (entry.author_id for entry in entries))
    policy, zone = report.group.policy, report.group.tz
    lines = [line_of(entry, policy, zone, signature_of(entry, streets)) for entry in entries]
    return Thread(message=_message(report, entries, lines), lines=tuple(reversed(lines)))


def neighbours_to_tell(group: WatchGroup) -> int:
    """How many neighbours a report reaches: everybody but its reporter."""
    return max(members_of(group).count() - 1, 0)


def _message(report: Report, entries: Sequence[Entry], lines: Sequence[Line]) -> Message:
    """The newest full telling: the first entry, or the last correction that tells everything again."""
    full = [entry for entry in entries if entry.kind in (Entry.Kind.SHARED, Entry.Kind.CORRECTION) and entry.content]
    told = max(full, key=lambda entry: (bool(read(entry).behaviours), entry.sequence), default=None)
    content = read(told) if told else read(Entry())
    return message_of(
        content,
        report.group.policy,
        report.group.tz,
        signature=lines[0].who if lines else "",
        plate_for_the_police=bool(told and keeps_a_plate_for_the_police(told)),
    )
