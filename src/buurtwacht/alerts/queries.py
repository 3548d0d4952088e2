# SPDX-License-Identifier: EUPL-1.2
"""How many neighbours an alert reached, and how fast. Totals only: never who did not answer."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from buurtwacht.delivery.models import Delivery
from buurtwacht.delivery.queries import Told, told_about
from buurtwacht.groups.models import WatchGroup
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.queries import neighbours_to_tell
from buurtwacht.reports.rules import is_for_everybody

from .models import Acknowledgement

Answer = Acknowledgement.Answer
State = Delivery.State
ALARMS = (Entry.Kind.SHARED, Entry.Kind.RAISED, Entry.Kind.CALL, Entry.Kind.ADVICE)  # entries that can alert a group


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Totals of one report. Each counts persons, and each person counts once."""

    alerted: int  # neighbours who were to be told
    reached: int  # of whom a device took the message
    shown: int  # on whose screen it stood
    seen: int  # who opened it or answered
    watching: int
    two: int
    cannot: int
    trying: int  # not reached yet, and still being tried
    at: datetime

    @property
    def reached_share(self) -> float:
        """In percent, for the bar."""
        return 100 * self.reached / self.alerted if self.alerted else 0.0

    @property
    def seen_share(self) -> float:
        return 100 * self.seen / self.alerted if self.alerted else 0.0


def reach(report: Report) -> Reach:
    """How many neighbours this report reached by now. Its reporter is not one of them."""
    entries = Entry.objects.filter(report=report).values_list("pk", flat=True)
    told = [one for one in told_about(entries) if one.person_id != report.reporter_id and not one.is_room]
    answers = _answers(report)
    counts = Counter(answers.values())
    people = {one.person_id for one in told}
    seen = {one.person_id for one in told if one.seen_at} | set(answers)
    shown = {one.person_id for one in told if one.shown_at} | seen
    reached = {one.person_id for one in told if one.handed_over_at} | shown
    trying = {one.person_id for one in told if one.state == State.DUE_AGAIN} - reached
    neighbours = neighbours_to_tell(report.group) if is_for_everybody(report, report.group.policy) else 0
    return Reach(
        alerted=max(len(people | reached), neighbours),
        reached=len(reached),
        shown=len(shown),
        seen=len(seen),
        watching=counts[Answer.WATCHING],
        two=counts[Answer.TWO],
        cannot=counts[Answer.CANNOT],
        trying=len(trying),
        at=timezone.now(),
    )


def answer_given(report_id: UUID, person_id: UUID) -> str:
    """What this person answered, or nothing."""
    given = Acknowledgement.objects.filter(report_id=report_id, person_id=person_id)
    return given.values_list("answer", flat=True).first() or ""


def first_alert(report: Report) -> list[Told]:
    """The deliveries of the alert that the group got first."""
    entries = list(
        Entry.objects.filter(report=report, kind__in=ALARMS).order_by("sequence").values_list("pk", flat=True)
    )
    told = [one for one in told_about(entries) if one.person_id != report.reporter_id and not one.is_room]
    return _of_first_large(told)


def last_reached(group: WatchGroup) -> tuple[int, int] | None:
    """How many of how many the last report of this group reached; None when there was none."""
    report = Report.objects.filter(group=group, shown_at__isnull=False).select_related("group").first()
    if report is None:
        return None
    found = reach(report)
    return found.reached, found.alerted


def _answers(report: Report) -> dict[UUID, str]:
    given = dict(Acknowledgement.objects.filter(report=report).values_list("person_id", "answer"))
    return {person_id: answer for person_id, answer in given.items() if person_id != report.reporter_id}


def _of_first_large(told: Sequence[Told]) -> list[Told]:
    """Of several promises the first that went to most people: a question to the coordinator comes before the alarm."""
    sizes = Counter(one.intended_at for one in told)
    if not sizes:
        return []
    largest = max(sizes, key=lambda at: (sizes[at], -at.timestamp()))
    return [one for one in told if one.intended_at == largest]
