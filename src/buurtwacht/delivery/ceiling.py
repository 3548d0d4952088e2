# SPDX-License-Identifier: EUPL-1.2
"""Paid messages of a group stop at a ceiling. Rooms above say how high it is; what was spent is on record here.

What is about no group (a contact form, an applicant, a case) counts on a ceiling of the installation. An alarm of
nobody's is never refused, and does not count: somebody who tells by text what happens, or tries their own telephone.

News that began below the ceiling is told to the end: its own cost does not count against it. A free channel is never
refused; for who had only a paid one left, the ladder ends there.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import structlog
from django.conf import settings
from django.db import connection
from django.utils import timezone

from buurtwacht.lib.clock import month_began

from .models import Intent, Priority
from .pool import Pool
from .resolvers import Recipient
from .threads import Call

log = structlog.get_logger()

CEILING = "ceiling"  # the error of a message that was not sent because it costs money


class Allowance(NamedTuple):
    """How much may be spent, in thousandths of a euro, since when."""

    most: int
    since: datetime


Source = Callable[[UUID], Allowance | None]

_sources: list[Source] = []

# The deliveries of an intent lie together in the key: see ids.py.
_SPENT = """
SELECT d.channel, SUM(d.cost) FROM delivery_intent i CROSS JOIN LATERAL (
    SELECT channel, cost FROM delivery_delivery
    WHERE id BETWEEN (left(i.id::text, 18) || '-8000-000000000000')::uuid
        AND (left(i.id::text, 18) || '-bfff-ffffffffffff')::uuid AND intent_id = i.id AND cost > 0
) d WHERE {whose} AND i.created_at >= %s AND i.id IS DISTINCT FROM %s GROUP BY d.channel
"""
_OF_PAYER = _SPENT.format(whose="i.payer_id = %s")
_OF_NOBODY = _SPENT.format(whose="i.payer_id IS NULL AND i.priority > 0")


def allows(source: Source) -> Source:
    """Register the function that says what a payer may spend; None where there is no ceiling."""
    if source not in _sources:
        _sources.append(source)
    return source


def spending_since(payer_id: UUID, since: datetime, *, besides: UUID | None = None) -> dict[str, int]:
    """What this payer's messages cost since then, per channel in thousandths of a euro, without those of one intent."""
    return _per_channel(_OF_PAYER, payer_id, since, besides)


def spent_since(payer_id: UUID, since: datetime, *, besides: UUID | None = None) -> int:
    """The same, together."""
    return sum(spending_since(payer_id, since, besides=besides).values())


def common_spending(*, besides: UUID | None = None) -> dict[str, int]:
    """What messages about no group cost in this month, per channel in thousandths of a euro."""
    return _per_channel(_OF_NOBODY, month_began(timezone.get_default_timezone()), besides)


def _per_channel(query: str, *about: UUID | datetime | None) -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(query, about)
        return {channel: int(cost) for channel, cost in cursor.fetchall()}


def is_spent(intent: Intent) -> bool:
    """Did other news bring who pays for this one to the ceiling?"""
    if intent.payer_id is None:
        return _is_common_spent(intent)
    for source in _sources:
        allowance = source(intent.payer_id)
        if allowance:
            return spent_since(intent.payer_id, allowance.since, besides=intent.pk) >= allowance.most
    return False


def _is_common_spent(intent: Intent) -> bool:
    most: int = settings.COMMON_CEILING
    spent = bool(most) and sum(common_spending(besides=intent.pk).values()) >= most
    if spent:
        log.warning("delivery.common_ceiling_reached", intent=str(intent.pk))
    return spent


async def too_dear(
    intent: Intent, recipients: Collection[Recipient], pools: Mapping[str, Pool], call: Call
) -> frozenset[UUID]:
    """The contact points to which nothing paid can go any more. Asks nothing where all is free."""
    if intent.payer_id is None and intent.priority == Priority.ALARM:
        return frozenset()
    paid = frozenset(
        to.contact_point_id
        for to in recipients
        if to.channel in pools and pools[to.channel].channel.price(to.message, to.address)
    )
    if not paid:
        return paid
    spent: bool = await call(is_spent, intent)
    return paid if spent else frozenset()
