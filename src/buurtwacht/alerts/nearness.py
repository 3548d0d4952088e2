# SPDX-License-Identifier: EUPL-1.2
"""Who lives near is told first, where a group wants that; who lives further hears it later, if it is still going on."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from math import ceil, log2
from uuid import UUID

from buurtwacht.groups.queries import coordinators_of, members_of
from buurtwacht.places.geo import distance_metres
from buurtwacht.policy.model import Policy
from buurtwacht.reports.models import Report

from .audience import Ear


def nearest_first(ears: Collection[Ear], report: Report) -> list[Ear]:
    """The same ears; of those who live further the whole ladder begins later.

    Everybody at once where the group wants that, where nobody knows the spot, and for coordinators. Somebody whose home
    we do not know is near.
    """
    delays = delays_of(report)
    return [_later(ear, delays[ear.person_id]) if ear.person_id in delays else ear for ear in ears]


def who_knows_by_now(ears: Collection[Ear], report: Report, now: datetime) -> list[Ear]:
    """Of these ears those to whom the alarm has come by now: news about it means nothing to the others."""
    delays, began = delays_of(report), report.shown_at or report.shared_at
    return [ear for ear in ears if ear.person_id not in delays or began + delays[ear.person_id] <= now]


def delays_of(report: Report) -> dict[UUID, timedelta]:
    """Who hears an alarm about this report later than at once, and by how much."""
    policy, spot = report.group.policy, report.location
    if not policy.near_metres or spot is None:
        return {}
    at_once = set(coordinators_of(report.group).values_list("person_id", flat=True))
    homes = members_of(report.group).exclude(person_id__in=at_once).exclude(home=None)
    found = {home.person_id: delay_of(distance_metres(home.home, spot), policy) for home in homes}
    return {person_id: delay for person_id, delay in found.items() if delay}


def delay_of(metres: float, policy: Policy) -> timedelta:
    """Nothing within the radius; then as many minutes more each time that the distance doubles."""
    if metres <= policy.near_metres:
        return timedelta()
    return ceil(log2(metres / policy.near_metres)) * timedelta(minutes=policy.widen_minutes)


def _later(ear: Ear, delay: timedelta) -> Ear:
    return replace(ear, rung=ear.rung + 1, after=ear.after + delay.total_seconds())
