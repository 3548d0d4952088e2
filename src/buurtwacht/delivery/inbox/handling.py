# SPDX-License-Identifier: EUPL-1.2
"""Reading what came in. Leased, never locked: what a worker leaves behind when it dies is read again."""

from datetime import datetime, timedelta

import structlog
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from buurtwacht.channels.inbound import Event, Heard, Moved, Notice, Progress
from buurtwacht.channels.registry import channels
from buurtwacht.delivery.models import Incoming, KnownEvent
from buurtwacht.lib.crypto import fingerprint
from buurtwacht.lib.logs import facts_of

from .hearing import tell_all
from .noting import remember, take_note
from .progress import note_progress
from .storing import unpacked

log = structlog.get_logger()

AT_ONCE = 20
LEASE = timedelta(seconds=60)
FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=10)
OUTCOME_COMES_WITHIN = timedelta(minutes=2)  # "delivered" may overtake the record that we sent it


def handle_incoming(kind: str = "") -> int:
    """Read what is due, of one channel or of all. Returns how much that was.

    In the order in which it came. Channels do not wait for each other: a photo that comes slowly holds up its own only.
    """
    claimed = _claim(timezone.now(), kind)
    for kept in claimed:
        _handle(kept)
    return len(claimed)


@transaction.atomic
def _claim(now: datetime, kind: str) -> list[Incoming]:
    due = Incoming.objects.filter(due_at__lte=now, **({"channel": kind} if kind else {})).order_by("due_at", "pk")
    claimed = list(due.select_for_update(skip_locked=True)[:AT_ONCE])
    ids = [kept.pk for kept in claimed]
    Incoming.objects.filter(pk__in=ids).update(due_at=now + LEASE, attempts=F("attempts") + 1)
    return sorted(claimed, key=lambda kept: kept.at)


def _handle(kept: Incoming) -> None:
    try:
        early = _take(kept)
    except Exception as error:  # noqa: BLE001 - the worker's edge: one bad thing must not stop the others
        about = {"channel": kept.channel, "incoming": str(kept.pk), "attempts": kept.attempts + 1}
        log.error("inbox.not_understood", **about, **facts_of(error))
        _later(kept, min(FIRST_WAIT * 2 ** min(kept.attempts, 16), LONGEST_WAIT))
        return
    if early and timezone.now() - kept.at < OUTCOME_COMES_WITHIN:
        _later(kept, FIRST_WAIT)
        return
    kept.delete()


def _take(kept: Incoming) -> list[Progress]:
    """Hear each thing once. Returns news of messages that are not on record yet."""
    made_by = channels().get(kept.channel)
    if made_by is None or made_by.receiver is None:
        return []  # a channel that was switched off: nobody listens any more
    events = list(made_by.receiver().read(unpacked(kept)))
    failed = _hear_each(kept.channel, [event for event in events if not isinstance(event, Progress)])
    early = note_progress(kept.channel, [event for event in events if isinstance(event, Progress)])
    if failed:
        raise failed
    return early


def _hear_each(channel: str, events: list[Event]) -> Exception | None:
    """What somebody says that we stumble on holds up nobody else; what the same one said after it waits its turn."""
    failed: Exception | None = None
    waiting = set()
    for event in events:
        sender = event.sender if isinstance(event, Heard) else ""
        if sender and sender in waiting:
            continue
        try:
            _hear(event.kind if isinstance(event, Heard | Moved) and event.kind else channel, event)
        except Exception as error:  # noqa: BLE001 - it is raised in the end
            failed = failed or error
            waiting.add(sender)
    return failed


@transaction.atomic
def _hear(kind: str, event: Event) -> None:
    if isinstance(event, Heard):
        # Words may be changed more than once; each time has its own moment.
        version = event.at.isoformat() if event.act == "changed" else ""
        mark = fingerprint(f"{event.act}{version}:{event.id}", f"heard:{kind}")
        if not _is_new(kind, mark):
            return
        remember(kind, event)
    if isinstance(event, Notice):
        take_note(kind, event)
    elif not isinstance(event, Progress):
        tell_all(kind, event)


def _is_new(kind: str, mark: str) -> bool:
    """Is this the first time? Somebody who reads the same thing at this moment is waited for."""
    KnownEvent.objects.bulk_create([KnownEvent(channel=kind, mark=mark)], ignore_conflicts=True)
    return KnownEvent.objects.filter(channel=kind, mark=mark, fresh=True).update(fresh=False) == 1


def _later(kept: Incoming, wait: timedelta) -> None:
    Incoming.objects.filter(pk=kept.pk).update(due_at=timezone.now() + wait)
