# SPDX-License-Identifier: EUPL-1.2
"""What became of messages that providers took from us: on the phone, read, or refused after all."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from buurtwacht.channels.inbound import Progress
from buurtwacht.delivery.models import Delivery, Intent
from buurtwacht.delivery.services import SEEN, SHOWN, Signed, take_receipts
from buurtwacht.people.queries import person_at
from buurtwacht.people.services import mark_gone

State = Delivery.State
TAKEN = "taken"


@transaction.atomic
def note_progress(kind: str, events: Sequence[Progress]) -> list[Progress]:
    """Put it on record. Returns what is about messages that are not on record yet."""
    if not events:
        return []
    found = _deliveries(kind, events)
    signed: list[Signed] = []
    early = []
    for event in events:
        delivery = found.get(event.provider_id) or found.get(event.reference)
        if delivery is None:
            early.append(event)
        elif event.told_by and not _is_reader(kind, event.told_by, delivery):
            continue
        elif event.state in (TAKEN, SHOWN, SEEN):
            _was_taken(delivery, event)
            if event.state != TAKEN:
                signed.append((delivery.pk, event.state, event.at))
        elif event.state in ("failed", "gone"):
            _failed(delivery, event, timezone.now())
    take_receipts(signed)
    return early


def _is_reader(kind: str, address: str, delivery: Delivery) -> bool:
    """Or is it somebody else, who wants us to believe that an alarm was read?"""
    point = person_at(kind, address)
    return point is not None and point.pk == delivery.contact_point_id


def _deliveries(kind: str, events: Sequence[Progress]) -> dict[str, Delivery]:
    """By the provider's name for it, and by ours."""
    names = {event.provider_id for event in events} - {""}
    ours = {event.reference for event in events} - {""}
    ours_on_record = Delivery.objects.filter(pk__in=_ids(ours), channel=kind)
    theirs_on_record = Delivery.objects.filter(provider_id__in=names, channel=kind)
    found: dict[str, Delivery] = {}
    for row in [*ours_on_record, *theirs_on_record]:
        found[str(row.pk)] = row
        if row.provider_id:
            found[row.provider_id] = row
    return found


def _ids(names: set[str]) -> list[UUID]:
    ids = []
    for name in names:
        try:
            ids.append(UUID(name))
        except ValueError:
            continue
    return ids


def _was_taken(delivery: Delivery, event: Progress) -> None:
    """They had taken it, although we never heard: there is nothing to send again."""
    if delivery.state == State.HANDED_OVER:
        return
    Delivery.objects.filter(pk=delivery.pk).update(
        state=State.HANDED_OVER,
        due_at=None,
        error="",
        provider_id=event.provider_id[:120] or delivery.provider_id,
        handed_over_at=delivery.handed_over_at or event.at,
    )


def _failed(delivery: Delivery, event: Progress, now: datetime) -> None:
    """The provider took it, and could not bring it. An alarm then climbs at once to the next way."""
    if delivery.shown_at or delivery.state != State.HANDED_OVER:
        return
    gone = event.state == "gone"
    again = event.retry and not gone
    Delivery.objects.filter(pk=delivery.pk).update(
        state=State.DUE_AGAIN if again else State.GONE if gone else State.FAILED,
        due_at=now if again else None,
        error=event.reason[:60],
    )
    if gone:
        mark_gone([delivery.contact_point_id])
    Intent.objects.filter(pk=delivery.intent_id, priority=0, valid_until__gt=now).update(climb_at=now)
