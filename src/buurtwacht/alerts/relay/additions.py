# SPDX-License-Identifier: EUPL-1.2
"""What was added after a group passed a report on, as far as it may go along: places and vehicles, nobody's words."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from buurtwacht.alerts.models import Relay
from buurtwacht.delivery.models import Intent
from buurtwacht.reports.compose.text import joined, sentence
from buurtwacht.reports.compose.vehicles import vehicle_words
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.neighbouring import addition_for_neighbours
from buurtwacht.reports.thread.rules import NEW_OBSERVATIONS

KIND = "report.relay_added"


@dataclass(frozen=True, slots=True)
class Addition:
    """One addition that can be told to the groups with a copy, in the words in which they would read it."""

    id: UUID
    at: datetime
    words: str


def additions_to_tell(report: Report) -> tuple[Addition, ...]:
    """What was added since and was not told yet. None while no other group has a copy that goes on."""
    relays = relays_with_live_copy(report)
    if not relays:
        return ()
    since = min(relay.copy.shared_at for relay in relays if relay.copy)
    told = Intent.objects.filter(kind=KIND, subject_id__in=[relay.pk for relay in relays])
    known = {str(facts.get("entry")) for facts in told.values_list("facts", flat=True)}
    entries = report.entries.filter(kind__in=NEW_OBSERVATIONS, hidden_at=None, at__gt=since).order_by("sequence")
    found = (Addition(entry.pk, entry.at, words_of(entry)) for entry in entries if str(entry.pk) not in known)
    return tuple(one for one in found if one.words)


def relays_with_live_copy(report: Report) -> list[Relay]:
    """Where it was passed on and still goes on."""
    relays = Relay.objects.filter(report=report, copy__isnull=False).select_related("copy").order_by("asked_at")
    return [relay for relay in relays if relay.copy and relay.copy.is_live]


def relays_that_were_told(entry: Entry) -> list[UUID]:
    """The relays by which this addition was told."""
    relays = Relay.objects.filter(report=entry.report_id).values("pk")
    told = Intent.objects.filter(kind=KIND, subject_id__in=relays, facts__entry=str(entry.pk))
    return list(told.values_list("subject_id", flat=True))


def words_of(entry: Entry) -> str:
    """In the language that is active now; empty when nothing of it may go along."""
    told = addition_for_neighbours(entry)
    vehicles = [vehicle_words(card, with_place=False) for card in told.vehicles]
    return joined((sentence(told.direction), sentence(told.place), *vehicles))
