# SPDX-License-Identifier: EUPL-1.2
"""Which flags wait for whom, pooled per message. Nobody judges their own words."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from buurtwacht.enrolment.signing.texts import Point, rule_for_reason
from buurtwacht.groups.models import WatchGroup
from buurtwacht.moderation.cases.queries import administrators_apart_from, who_answers_apart_from
from buurtwacht.moderation.models import Flag, Nudge
from buurtwacht.people.models import Person
from buurtwacht.reports.compose import Line, line_of
from buurtwacht.reports.content import own_words
from buurtwacht.reports.models import Entry
from buurtwacht.reports.signatures import signature_of

from . import rules

TIP_STANDS = timedelta(days=7)  # on the first page


@dataclass(frozen=True, slots=True)
class Pooled:
    """One message, with everything that neighbours said about it. Who said it is not in here."""

    entry: Entry
    line: Line
    who: str
    text: str
    reasons: tuple[tuple[str, int], ...]
    words: tuple[str, ...]
    count: int
    since: datetime
    nudge: Nudge | None
    main_reason: str


def judges_of(entry: Entry) -> QuerySet[Person]:
    """Who looks at flags about this message: never its writer. Where nobody else is left, one floor up."""
    group, writer = entry.report.group, entry.author_id or entry.pk
    administrators = administrators_apart_from(group, writer)
    return administrators if administrators.exists() else who_answers_apart_from(group, writer)


def waiting_for(group: WatchGroup, person: Person) -> list[Pooled]:
    """The messages of a group at which this person is to look, the longest waiting first."""
    waiting = Flag.objects.filter(group=group, settled_at=None, desk_at__isnull=False).values("entry")
    entries = _entries().filter(pk__in=waiting)
    own = [entry for entry in entries if judges_of(entry).filter(pk=person.pk).exists()]
    return sorted((pooled(entry) for entry in own), key=lambda one: one.since)


def pooled(entry: Entry) -> Pooled:
    """What neighbours said about one message, in the language that is active now."""
    flags = list(Flag.objects.filter(entry=entry, settled_at=None).order_by("at", "pk"))
    counted = Counter(flag.reason for flag in flags).most_common()
    zone = entry.report.group.tz
    return Pooled(
        entry=entry,
        line=line_of(entry, entry.report.group.policy, zone, signature_of(entry)),
        who=entry.author.first_name if entry.author else signature_of(entry),
        text=own_words(entry).text,
        reasons=tuple((str(Flag.Reason(reason).label), count) for reason, count in counted),
        words=tuple(flag.words for flag in flags if flag.words),
        count=len(flags),
        since=min((flag.desk_at or flag.at for flag in flags), default=timezone.now()),
        nudge=nudge_about(entry),
        main_reason=str(counted[0][0]) if counted else "",
    )


def nudge_about(entry: Entry) -> Nudge | None:
    """The private word about this message, if there was one."""
    return Nudge.objects.filter(entry=entry).first()


def tip_for(person: Person, groups: Iterable[WatchGroup]) -> Nudge | None:
    """The newest private word to this person that waits for an answer, where the words still stand. For a week.

    Only in these groups, in which they take part.
    """
    since = timezone.now() - TIP_STANDS
    waiting = Nudge.objects.filter(person_id=person.pk, answer="", at__gte=since)
    here = waiting.filter(group__in=[group.pk for group in groups]).order_by("-at", "-pk")
    return next((nudge for nudge in here if nudge.entry.hidden_at is None and nudge.entry.has_words), None)


def open_flags(entry: Entry) -> QuerySet[Flag]:
    return Flag.objects.filter(entry=entry, settled_at=None)


def own_flag(entry_id: UUID, person: Person) -> Flag | None:
    """What this person said about this message before."""
    flags = Flag.objects.select_related("report__group__organisation", "entry")
    return flags.filter(entry_id=entry_id, by_id=person.pk).first()


def rules_for(group: WatchGroup, reasons: Iterable[str]) -> list[Point]:
    """The house rules that these reasons come down to, each once, in the language that is active now."""
    found = (rule_for_reason(group, rules.nearest_reason(reason)) for reason in reasons)
    return list({rule.key: rule for rule in found if rule}.values())


def entries_with(ids: Iterable[UUID]) -> Iterator[Entry]:
    return iter(_entries().filter(pk__in=list(ids)))


def entry_with(entry_id: UUID) -> Entry | None:
    """A message with all that is asked about it here."""
    return _entries().filter(pk=entry_id).first()


def _entries() -> QuerySet[Entry]:
    return Entry.objects.select_related("author", "report__group__organisation", "report__reporter")
