# SPDX-License-Identifier: EUPL-1.2
"""Reading a list, batch after batch, each in its own transaction: who goes on after a crash begins where it stopped."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from buurtwacht.enrolment.members.known import Streets, problems_with
from buurtwacht.enrolment.members.reading import ReadLine, UnreadableFile, decoded, kind_of, read_lines
from buurtwacht.enrolment.models import ImportLine, MemberImport
from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.services import record

AT_ONCE = 500
Status = MemberImport.Status


def read_import(import_id: UUID) -> None:
    """Read what has not been read yet. Two of these at once take turns; one that was taken back is left alone."""
    found = MemberImport.objects.select_related("group__organisation", "group__area").get(pk=import_id)
    if found.status != Status.READING or found.file is None:
        return
    try:
        text = decoded(found.file)
        kind = kind_of(text)
        lines = read_lines(text, kind, found.group.policy.country)
    except UnreadableFile as refusal:
        _give_up(found, refusal.code)
        return
    streets = Streets(found.group)
    MemberImport.objects.filter(pk=import_id).update(kind=kind, lines_total=len(lines))
    while _read_batch(import_id, lines, streets):
        pass


@transaction.atomic
def _read_batch(import_id: UUID, lines: Sequence[ReadLine], streets: Streets) -> bool:
    """Keep the next lines. False when that was all, or when somebody took the list back."""
    found = _locked(import_id)
    if found is None:
        return False
    batch = lines[found.lines_read : found.lines_read + AT_ONCE]
    if not batch:
        _finish(found)
        return False
    ImportLine.objects.bulk_create(_made(found, batch, streets))
    found.lines_read += len(batch)
    found.save(update_fields=["lines_read"])
    return True


def _made(found: MemberImport, batch: Sequence[ReadLine], streets: Streets) -> list[ImportLine]:
    group: WatchGroup = found.group
    known = problems_with(group, [line.values for line in batch])
    return [
        ImportLine(
            member_import=found,
            number=line.number,
            values=line.values,
            problems=[*line.problems, *more, *([] if streets.has(line.values["street"]) else ["street_unknown"])],
        )
        for line, more in zip(batch, known, strict=True)
    ]


def _finish(found: MemberImport) -> None:
    found.status, found.file = Status.READY, None
    found.save(update_fields=["status", "file"])
    record("import.read", found.pk, group=found.group_id, lines=found.lines_read)


@transaction.atomic
def _give_up(found: MemberImport, code: str) -> None:
    locked = _locked(found.pk)
    if locked:
        locked.status, locked.file, locked.problem = Status.UNREADABLE, None, code
        locked.save(update_fields=["status", "file", "problem"])
        record("import.failed", locked.pk, group=locked.group_id, code=code)


def _locked(import_id: UUID) -> MemberImport | None:
    rows = MemberImport.objects.select_for_update(of=("self",)).select_related("group__organisation", "group__area")
    return rows.filter(pk=import_id, status=Status.READING).first()
