# SPDX-License-Identifier: EUPL-1.2
"""From what a channel said to the row that goes on record. Pure, but for the dice."""

import random
from dataclasses import replace
from datetime import datetime, timedelta

from buurtwacht.channels.base import DeliveryFailed, Receipt

from .ids import delivery_id
from .models import Delivery, Intent, Priority
from .records import Row
from .resolvers import Recipient
from .rules import wait_before_retry

State = Delivery.State

UNKNOWN = "unknown"  # the error of a message of which we do not know whether it was taken
WORD_COMES_WITHIN = timedelta(seconds=10)  # channels.md 6.2: what was taken is mostly reported by then

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


def after_try(
    intent: Intent, to: Recipient, tries: int, found: Receipt | DeliveryFailed, now: datetime, *, doubles: bool = False
) -> Row:
    """What follows from the answer to try number `tries`. `doubles`: on this channel a second try may be read twice."""
    if isinstance(found, Receipt):
        return row(intent, to, State.HANDED_OVER, now, attempts=tries, provider_id=found.provider_id)
    if found.permanent or found.gone:
        state = State.GONE if found.gone else State.FAILED
        return row(intent, to, state, now, attempts=tries, error=found.reason)
    if found.unknown and doubles:
        return _perhaps_taken(intent, to, tries, found, now)
    wait = wait_before_retry(tries, retry_after=found.retry_after, chance=_dice.random())
    return again_later(intent, to, tries, wait, found.reason, now)


def _perhaps_taken(intent: Intent, to: Recipient, tries: int, found: DeliveryFailed, now: datetime) -> Row:
    """They may have taken it. An alarm is sent once more, when no word of it has come for a while; the rest is not."""
    if intent.priority != Priority.ALARM or tries > 1:
        return row(intent, to, State.GIVEN_UP, now, attempts=tries, error=f"{UNKNOWN}: {found.reason}")
    return again_later(intent, to, tries, WORD_COMES_WITHIN, f"{UNKNOWN}: {found.reason}", now)


def as_a_double(to: Recipient, error: str) -> Recipient:
    """The same message, marked for its reader if it may have arrived before."""
    if not error.startswith(UNKNOWN):
        return to
    return replace(to, message=replace(to.message, maybe_double=True))


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
