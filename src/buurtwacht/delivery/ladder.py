# SPDX-License-Identifier: EUPL-1.2
"""From channel to channel: what is tried first, who has to be reached in another way, and when.

An alarm climbs for two reasons: at once, when every way below has failed a person; and in time, when nothing came back
from that person. A sign of life on any channel ends it. That somebody seems to be online never does.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from .models import Delivery, Intent
from .outcomes import row
from .records import Row
from .resolvers import Recipient
from .rules import Tried, next_rung

Known = dict[UUID, list[tuple[UUID, Tried]]]
"""Per person: contact points with an outcome, and how they stand."""


def climb(
    intent: Intent, recipients: Sequence[Recipient], known: Known, rows: Sequence[Row], now: datetime
) -> list[Row]:
    """Rows for the next rung of those whom nothing reached, due at once. `rows` are newer than what is `known`."""
    stands = _as_it_stands(known, rows)
    reachable = _by_person(recipients)
    climbing = []
    for person_id, points in stands.items():
        ways = reachable[person_id]
        rung = next_rung(intent.priority, list(points.values()), {to.rung for to in ways}, now)
        climbing += [_due_now(intent, to, now) for to in ways if to.rung == rung and to.contact_point_id not in points]
    return climbing


def climb_in_time(
    intent: Intent, recipients: Sequence[Recipient], highest: Mapping[UUID, int], alive: Collection[UUID], now: datetime
) -> tuple[list[Row], datetime | None]:
    """Rows for the rungs whose turn has come, for those of whom nothing came back; and when the next turn is.

    `highest` is the rung that each person has reached so far, `alive` who gave a sign of life.
    """
    climbing: list[Row] = []
    turns = []
    for person_id, ways in _by_person(recipients).items():
        if person_id in alive:
            continue
        above = [to for to in ways if to.rung > highest.get(person_id, -1)]
        due = [to for to in above if turn_of(intent, to) <= now]
        climbing += [_due_now(intent, to, now) for to in due]
        turns += [turn_of(intent, to) for to in above if turn_of(intent, to) > now]
    return climbing, min(turns, default=None)


def first_turn(intent: Intent, recipients: Sequence[Recipient]) -> datetime | None:
    """When to look for the first time for whom another way must be tried; None when nobody has one."""
    if intent.priority:
        return None
    return min((turn_of(intent, to) for to in recipients if to.rung), default=None)


def turn_of(intent: Intent, to: Recipient) -> datetime:
    """When this way has its turn, if nothing comes back before."""
    return intent.created_at + timedelta(seconds=to.after)


def _by_person(recipients: Sequence[Recipient]) -> dict[UUID, list[Recipient]]:
    reachable: dict[UUID, list[Recipient]] = defaultdict(list)
    for to in recipients:
        reachable[to.person_id].append(to)
    return reachable


def _as_it_stands(known: Known, rows: Sequence[Row]) -> dict[UUID, dict[UUID, Tried]]:
    stands: dict[UUID, dict[UUID, Tried]] = {person_id: dict(points) for person_id, points in known.items()}
    for one in rows:
        tried = Tried(one.rung, one.state, one.attempts, one.due_at)
        stands.setdefault(one.person_id, {})[one.contact_point_id] = tried
    return stands


def _due_now(intent: Intent, to: Recipient, now: datetime) -> Row:
    return row(intent, to, Delivery.State.DUE_AGAIN, now, due_at=now)
