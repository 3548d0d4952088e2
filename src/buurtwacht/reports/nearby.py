# SPDX-License-Identifier: EUPL-1.2
"""Is this told already? One person calls, the others add: so that 112 does not get twenty calls (R096, R098)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from buurtwacht.places.queries import distance_metres

from .draft import Draft
from .models import Calling, Report

METRES = 300
RECENT = timedelta(minutes=30)

_WORD = re.compile(r"\w{4,}")
_GENERAL = frozenset(("tussen", "brandgang", "straat", "hoek", "achter", "naast", "voor", "bij", "near", "between"))


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What a neighbour called about, or is calling about now."""

    id: UUID
    called_at: datetime | None  # empty while the call is going on
    report: Report | None  # empty while it is not shared yet


def told_nearby(draft: Draft, by_id: UUID) -> Neighbour | None:
    """Somebody else's report or call about something near this, in the last half hour; the newest first.

    What the reporter said to be something else is left out.
    """
    since = timezone.now() - RECENT
    reports = Report.objects.filter(group=draft.group, last_news_at__gte=since, status=Report.Status.OPEN)
    callings = Calling.objects.filter(group=draft.group, at__gte=since)
    shared = _near(draft, reports.exclude(reporter_id=by_id).order_by("-shared_at", "-pk"))
    if isinstance(shared, Report):
        return Neighbour(shared.pk, shared.called_at, shared)
    calling = _near(draft, callings.exclude(person_id=by_id).order_by("-at", "-pk"))
    return Neighbour(calling.pk, calling.called_at, None) if isinstance(calling, Calling) else None


def _near(draft: Draft, others: Iterable[Report | Calling]) -> Report | Calling | None:
    fitting = (other for other in others if other.pk != draft.id and other.pk not in draft.apart_from)
    return next((other for other in fitting if _is_near(draft, other)), None)


def _is_near(draft: Draft, other: Report | Calling) -> bool:
    """Within 300 metres where both have a point; else when the words for the place name the same street."""
    here = draft.content.location
    if here and other.location:
        return distance_metres(here.to_json(), other.location) <= METRES
    return bool(_streets(draft.content.place) & _streets(other.place))


def _streets(place: str) -> set[str]:
    return set(_WORD.findall(place.lower())) - _GENERAL
