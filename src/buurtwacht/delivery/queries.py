# SPDX-License-Identifier: EUPL-1.2
"""What became of what we promised to tell."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone

from .ids import bounds
from .models import Delivery, Intent


class Told(NamedTuple):
    """One delivery, with the moment at which it was promised."""

    person_id: UUID
    contact_point_id: UUID
    channel: str
    state: str
    intended_at: datetime
    handed_over_at: datetime | None
    shown_at: datetime | None
    seen_at: datetime | None
    attempts: int

    @property
    def is_room(self) -> bool:
        """A room has no person: it stands for itself."""
        return self.person_id == self.contact_point_id


_TOLD = (
    "intent_id",
    "person_id",
    "contact_point_id",
    "channel",
    "state",
    "handed_over_at",
    "shown_at",
    "seen_at",
    "attempts",
)


def told_about(subject_ids: Collection[UUID], *, priority: int | None = None) -> list[Told]:
    """Every delivery about these subjects, in the order in which they were promised."""
    intents = dict(intents_about(subject_ids, priority).values_list("pk", "created_at"))
    if not intents:
        return []
    rows = Delivery.objects.filter(within(intents), intent_id__in=intents).order_by("id").values_list(*_TOLD)
    return [_told(intents[intent_id], *row) for intent_id, *row in rows]


def _told(intended_at: datetime, *row: Any) -> Told:
    """The columns of `_TOLD`, but for the intent, in whose place stands the moment of its promise."""
    return Told._make((*row[:4], intended_at, *row[4:]))


def intents_about(subject_ids: Collection[UUID], priority: int | None = None) -> QuerySet[Intent]:
    """The promises about these subjects, oldest first."""
    found = Intent.objects.filter(subject_id__in=subject_ids)
    return (found if priority is None else found.filter(priority=priority)).order_by("created_at", "pk")


def how_far_behind(now: datetime | None = None) -> timedelta:
    """For how long the oldest alarm or update has been waiting to be taken up. What an operator watches."""
    now = now or timezone.now()
    oldest = Intent.objects.filter(done_at=None, priority__lte=1, attempts=0).aggregate(at=Min("created_at"))["at"]
    return now - oldest if oldest else timedelta()


def waiting_per_channel() -> dict[str, int]:
    """How many deliveries wait for another try, or for the end of quiet hours."""
    due = Delivery.objects.filter(due_at__isnull=False).order_by().values("channel")
    return dict(due.annotate(waiting=Count("id")).values_list("channel", "waiting"))


def within(intent_ids: Collection[UUID]) -> Q:
    """The ranges of ids in which these deliveries lie, so that the key finds them, each in its own month."""
    ranges = Q(pk__in=[])
    for intent_id in intent_ids:
        ranges |= Q(id__range=bounds(intent_id))
    return ranges
