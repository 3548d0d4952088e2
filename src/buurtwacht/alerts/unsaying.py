# SPDX-License-Identifier: EUPL-1.2
"""Rooms on other networks: words that were hidden or erased here are taken away there too, where that can be done.

A member's own way is told that they are gone (`traces.py`); in a room they would stand for everybody.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from buurtwacht.channels.base import Message
from buurtwacht.channels.registry import channels
from buurtwacht.delivery.ids import delivery_id
from buurtwacht.delivery.models import Delivery, Intent, Priority
from buurtwacht.delivery.queries import intents_about, within
from buurtwacht.delivery.resolvers import Recipient, Resolved, resolves
from buurtwacht.delivery.services import Fact, intend
from buurtwacht.groups.models import ChatRoom
from buurtwacht.groups.queries import rooms_of
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.thread.services.hide_entry import KIND as TRACE
from buurtwacht.reports.thread.services.hide_entry import ON_ITS_WAY

from .addressing import addressing_of
from .audience import room_ears
from .messages import words_for
from .resolvers import first_telling

UNSAID, SAID_AGAIN = "room.unsaid", "room.said_again"
HANDED_OVER = Delivery.State.HANDED_OVER
TRIED_FOR = timedelta(days=7)


@on("entry.hidden")
def unsay_a_message(line: Line) -> None:
    _unsay(Entry.objects.filter(pk=line.facts["entry"]), Priority.UPDATE)


@on("report.hidden")
def unsay_a_report(line: Line) -> None:
    """All but the news that it was hidden."""
    _unsay(Entry.objects.filter(report=line.subject_id).exclude(kind=Entry.Kind.HIDDEN), Priority.UPDATE)


@on("report.erased")
def unsay_erased_words(line: Line) -> None:
    _unsay(Entry.objects.filter(report=line.subject_id, content=None), Priority.DIGEST)


@on("entry.shown_again")
def say_again(line: Line) -> None:
    """Only where it was taken away: elsewhere it still stands."""
    for intent in Intent.objects.filter(kind=UNSAID, facts__entry=str(line.facts["entry"])).order_by(
        "created_at", "pk"
    ):
        taken = Delivery.objects.filter(pk=delivery_id(intent.pk, intent.subject_id), state=HANDED_OVER)
        if taken.exists():
            _promise(SAID_AGAIN, intent.subject_id, line.facts["entry"], Priority.UPDATE)
            return


@resolves(UNSAID)
def take_away(intent: Intent) -> Resolved:
    """Our own messages about this entry in this room; nothing when the words stand again."""
    entry, room = _of(intent)
    if entry is None or room is None or not _is_out_of_sight(entry):
        return Resolved()
    names = _names(entry, room)
    reference = str(delivery_id(intent.pk, room.pk))
    message = Message(title="", body="", url="", urgency="update", reference=reference, takes_back=names)
    return Resolved([Recipient(room.pk, room.pk, room.channel, room.address, message)] if names else [])


@resolves(SAID_AGAIN)
def tell_again(intent: Intent) -> Resolved:
    """The words, in the room from which they were taken away; nothing when they are hidden again, or it is over."""
    entry, room = _of(intent)
    if entry is None or room is None or _is_out_of_sight(entry) or not entry.report.is_live:
        return Resolved()
    ears = [ear for ear in room_ears(entry.report.group) if ear.contact_point_id == room.pk]
    return addressing_of(intent, entry.report).to(
        ears, lambda ear: words_for(entry, first_telling(entry), is_reporter=False)
    )


def _unsay(entries: Iterable[Entry], priority: Priority) -> None:
    now = timezone.now()
    for entry in entries:
        about = intents_about([entry.pk]).exclude(kind=TRACE)
        if not about.exists():
            continue
        wait = ON_ITS_WAY if about.filter(done_at=None).exists() else timedelta()
        for room in rooms_of(entry.report.group):
            if _since(room, now) <= entry.at:
                _promise(UNSAID, room.pk, entry.pk, priority, after=wait)


def _promise(kind: str, room_id: UUID, entry_id: UUID, priority: Priority, *, after: timedelta = timedelta()) -> None:
    facts: dict[str, Fact] = {"entry": UUID(str(entry_id))}
    intend(kind, room_id, priority=priority, valid_for=TRIED_FOR, facts=facts, after=after)


def _of(intent: Intent) -> tuple[Entry | None, ChatRoom | None]:
    entries = Entry.objects.select_related("report__group__organisation")
    room = ChatRoom.objects.filter(pk=intent.subject_id, is_on=True, gone_at=None).first()
    return entries.filter(pk=intent.facts["entry"]).first(), room


def _is_out_of_sight(entry: Entry) -> bool:
    return entry.content is None or entry.report.status == Report.Status.HIDDEN


def _names(entry: Entry, room: ChatRoom) -> tuple[str, ...]:
    """What the other side calls our messages about this entry there, as far as they can still be taken away."""
    again = Q(kind=SAID_AGAIN, subject_id=room.pk, facts__entry=str(entry.pk))
    intents = Intent.objects.filter(Q(subject_id=entry.pk) | again).exclude(kind=TRACE)
    ids = list(intents.values_list("pk", flat=True))
    since = _since(room, timezone.now())
    told = Delivery.objects.filter(within(ids), intent_id__in=ids, contact_point_id=room.pk, handed_over_at__gte=since)
    names = told.exclude(provider_id="").order_by("id").values_list("provider_id", flat=True)
    return tuple(dict.fromkeys(names))


def _since(room: ChatRoom, now: datetime) -> datetime:
    """What was said before cannot be taken away there; for a channel that cannot do it at all, that is everything."""
    known = channels().get(room.channel)
    if known is None or known.takes_back_for is None:
        return now
    return now - min(known.takes_back_for, timedelta(days=3650))
