# SPDX-License-Identifier: EUPL-1.2
"""Telling open screens, closing them, and keeping no more than a day of what was told."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from buurtwacht.lib.crypto import encrypt

from .folding import fold_receipts, folds, forget_folded_receipts
from .models import Event
from .names import CLOSED, LIVE_CHANNEL, PERSON, UNSAID

__all__ = [
    "News",
    "close_streams",
    "fold_receipts",
    "folds",
    "forget_folded_receipts",
    "forget_old_events",
    "person_topic",
    "publish",
    "publish_all",
    "unsay",
]

KEPT = timedelta(hours=24)

_PUBLISHING = 0x6C697665  # one advisory lock for all publishers ("live" in ASCII)
_TOPIC = re.compile(r"[a-z]+:[a-zA-Z0-9:-]{1,90}")
_NAME = re.compile(r"[a-z]{1,20}")

# A row gets its id when it is made, and it cannot be made before the lock has given its row: the order of the ids is
# the order in which the lock was held, which is the order of the commits.
_PUBLISH = """
WITH held AS MATERIALIZED (SELECT pg_advisory_xact_lock(%s)), told AS (
    INSERT INTO live_event (created_at, topic, name, body)
    SELECT %s, news.topic, news.name, news.body
    FROM held, unnest(%s::text[], %s::text[], %s::bytea[]) WITH ORDINALITY AS news(topic, name, body, place)
    ORDER BY news.place RETURNING id
)
SELECT id, pg_notify(%s, '') FROM told ORDER BY id
"""


class News(NamedTuple):
    """One event to publish."""

    topic: str
    event: str
    html: str


def publish(topic: str, event: str, html: str) -> int:
    """Show this on every screen that follows the topic, when the transaction commits. Returns the event's id.

    Make it the last statement of the transaction: from here to the commit all other publishers wait. That is the
    price of ids in commit order, without which a screen that reconnects could skip an event that was still on its way.
    """
    return publish_all([News(topic, event, html)])[0]


def publish_all(news: Sequence[News]) -> list[int]:
    """The same for several events at once, in this order: one journey to the database for all of them."""
    if not all(_TOPIC.fullmatch(one.topic) and _NAME.fullmatch(one.event) for one in news):
        raise ValueError("a topic is <kind>:<id>, an event is one lower-case word")
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("publish() belongs to the transaction of what it tells about")
    topics, names = [one.topic for one in news], [one.event for one in news]
    bodies = [encrypt(one.html.encode()) for one in news]
    with connection.cursor() as cursor:
        cursor.execute(_PUBLISH, [_PUBLISHING, timezone.now(), topics, names, bodies, LIVE_CHANNEL])
        return [row[0] for row in cursor.fetchall()]


def person_topic(person_id: UUID) -> str:
    """The topic that only this person hears."""
    return f"{PERSON}{person_id}"


@transaction.atomic
def close_streams(person_id: UUID) -> None:
    """End all streams of this person and refuse the tokens that were given out: their rights have changed.

    An event, not only a ring, so that a hub that was away at this moment hears of it too.
    """
    publish(person_topic(person_id), CLOSED, "")


def unsay(topics: Sequence[str]) -> int:
    """Never tell again what was told on these topics until now: what it said was erased or hidden.

    Screens that are open keep what they show, so tell them what to show instead, after this. Like `publish`, it belongs
    among the last statements of a transaction. Returns how many events went.
    """
    gone: int = Event.objects.filter(topic__in=topics).delete()[0]
    publish_all([News(topic, UNSAID, "") for topic in topics])
    return gone


@transaction.atomic
def forget_old_events() -> int:
    """Delete events older than a day. The newest always stays: it holds the place that ids have reached."""
    kept = Event.objects.filter(created_at__gte=timezone.now() - KEPT).order_by("id").values_list("id", flat=True)
    first_kept = kept.first() or Event.objects.order_by("-id").values_list("id", flat=True).first()
    if first_kept is None:
        return 0
    return Event.objects.filter(id__lt=first_kept).delete()[0]
