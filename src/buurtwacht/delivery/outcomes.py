# SPDX-License-Identifier: EUPL-1.2
"""From what a channel said to the row that goes on record. Pure, but for the dice."""

import random
from datetime import datetime, timedelta

from buurtwacht.channels.base import DeliveryFailed, Receipt

from .ids import delivery_id
from .models import Delivery, Intent
from .records import Row
from .resolvers import Recipient
from .rules import wait_before_retry

State = Delivery.State

_dice = random.SystemRandom()


def row(
    intent: Intent,
    to: Recipient,
    state: str,
    now: datetime,
    *,
    attempts: int = 0,
    due_at: datetime | None = None,
    provider_id: str = "",
    error: str = "",
) -> Row:
    """One outcome. Texts of the outside world are cut to what their columns hold."""
    return Row(
        id=delivery_id(intent.pk, to.contact_point_id),
        intent_id=intent.pk,
        contact_point_id=to.contact_point_id,
        person_id=to.person_id,
        channel=to.channel,
        priority=intent.priority,
        rung=to.rung,
        state=state,
        attempts=attempts,
        due_at=due_at,
        provider_id=provider_id.replace("\0", "")[:120],
        error=error.replace("\0", "")[:60],
        created_at=now,
        handed_over_at=now if state == State.HANDED_OVER else None,
    )


def after_try(intent: Intent, to: Recipient, tries: int, found: Receipt | DeliveryFailed, now: datetime) -> Row:
    """What follows from the answer to try number `tries`."""
    if isinstance(found, Receipt):
        return row(intent, to, State.HANDED_OVER, now, attempts=tries, provider_id=found.provider_id)
    if found.permanent or found.gone:
        state = State.GONE if found.gone else State.FAILED
        return row(intent, to, state, now, attempts=tries, error=found.reason)
    wait = wait_before_retry(tries, retry_after=found.retry_after, chance=_dice.random())
    return again_later(intent, to, tries, wait, found.reason, now)


def again_later(intent: Intent, to: Recipient, tries: int, wait: timedelta, why: str, now: datetime) -> Row:
    """Try again after `wait`, unless it will no longer be news by then."""
    due_at = now + wait
    if due_at >= intent.valid_until:
        return row(intent, to, State.GIVEN_UP, now, attempts=tries, error=why)
    return row(intent, to, State.DUE_AGAIN, now, attempts=tries, due_at=due_at, error=why)


def held(intent: Intent, to: Recipient, now: datetime) -> Row:
    """Kept until the quiet hours of this person end, unless it will no longer be news by then."""
    if to.hold_until is None or to.hold_until >= intent.valid_until:
        return row(intent, to, State.GIVEN_UP, now, error="quiet_hours")
    return row(intent, to, State.HELD, now, due_at=to.hold_until)
