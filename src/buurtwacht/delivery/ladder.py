# SPDX-License-Identifier: EUPL-1.2
"""From channel to channel: what is tried first, and who has to be reached in another way."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from .models import Delivery, Intent
from .outcomes import row
from .records import Row
from .resolvers import Recipient
from .rules import Tried, next_rung

Known = dict[UUID, list[tuple[UUID, Tried]]]
"""Per person: contact points with an outcome, and how they stand."""

# The channels that reach somebody at once and for nothing come first. Those on one step are used together.
STEPS = (("webpush", "log"), ("sms",), ("email",))


@lru_cache(maxsize=256)
def rungs(channels: frozenset[str]) -> dict[str, int]:
    """The rung of each of these channels of one person: 0 is used at once. A channel that is not listed comes last."""
    steps = [channels.intersection(step) for step in STEPS]
    steps.append(channels.difference(*STEPS))
    return {channel: rung for rung, step in enumerate(filter(None, steps)) for channel in step}


def climb(
    intent: Intent, recipients: Sequence[Recipient], known: Known, rows: Sequence[Row], now: datetime
) -> list[Row]:
    """Rows for the next rung of those whom nothing reached, due at once. `rows` are newer than what is `known`."""
    stands = _as_it_stands(known, rows)
    reachable: dict[UUID, list[Recipient]] = defaultdict(list)
    for to in recipients:
        reachable[to.person_id].append(to)
    climbing = []
    for person_id, points in stands.items():
        ways = reachable[person_id]
        rung = next_rung(intent.priority, list(points.values()), {to.rung for to in ways}, now)
        climbing += [_due_now(intent, to, now) for to in ways if to.rung == rung and to.contact_point_id not in points]
    return climbing


def _as_it_stands(known: Known, rows: Sequence[Row]) -> dict[UUID, dict[UUID, Tried]]:
    stands: dict[UUID, dict[UUID, Tried]] = {person_id: dict(points) for person_id, points in known.items()}
    for one in rows:
        tried = Tried(one.rung, one.state, one.attempts, one.due_at)
        stands.setdefault(one.person_id, {})[one.contact_point_id] = tried
    return stands


def _due_now(intent: Intent, to: Recipient, now: datetime) -> Row:
    return row(intent, to, Delivery.State.DUE_AGAIN, now, due_at=now)
