# SPDX-License-Identifier: EUPL-1.2
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from buurtwacht.enrolment.members.reading.faults import NOTES
from buurtwacht.enrolment.models import Application, ImportLine, MemberImport
from buurtwacht.groups.models import WatchGroup

GOOD = Q(problems__contained_by=sorted(NOTES))  # lines whose person can be asked
SHOWN = 5  # lines that were read well, to see whether the columns were understood
AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Overview:
    """How a list looks before anybody is asked, and how far it is after that."""

    good: int
    wrong: int
    kinds: tuple[tuple[str, int], ...]  # the codes of what is wrong, most frequent first
    asked: int
    yes: int
    waiting: int


def overview_of(found: MemberImport) -> Overview:
    """The figures of a list."""
    good = found.lines.filter(GOOD).count()
    asked = Application.objects.filter(import_lines__member_import=found)
    yes = asked.filter(email_proven_at__isnull=False).count()
    return Overview(
        good=good,
        wrong=found.lines.count() - good,
        kinds=tuple(_kinds(found)),
        asked=found.lines_asked,
        yes=yes,
        waiting=asked.filter(email_proven_at=None, ended_at=None).count(),
    )


def _kinds(found: MemberImport) -> Iterable[tuple[str, int]]:
    told = found.lines.exclude(problems=[]).values_list("problems", flat=True)
    return Counter(code.partition(":")[0] for codes in told for code in codes).most_common()


def first_lines(found: MemberImport) -> list[ImportLine]:
    """A few lines that were read well."""
    return list(found.lines.filter(GOOD, values__isnull=False)[:SHOWN])


def wrong_lines(found: MemberImport) -> QuerySet[ImportLine]:
    """The lines that must be repaired before anybody can be asked."""
    return found.lines.exclude(GOOD)


def noted_lines(found: MemberImport) -> QuerySet[ImportLine]:
    """Lines whose person is asked all the same, with something to look at."""
    return found.lines.filter(GOOD).exclude(problems=[])


def imports_of(group: WatchGroup) -> QuerySet[MemberImport]:
    """The lists that were taken over, newest first."""
    return group.member_imports.select_related("by")


def unfinished_imports() -> list[UUID]:
    """Lists that are being read or whose mails are going out."""
    busy = (MemberImport.Status.READING, MemberImport.Status.INVITING)
    return list(MemberImport.objects.filter(status__in=busy).values_list("pk", flat=True))
