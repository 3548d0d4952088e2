# SPDX-License-Identifier: EUPL-1.2
"""Who is it that speaks? An address is a claim; one that was proven before, or what only they were given, decides."""

from dataclasses import dataclass
from uuid import UUID

from buurtwacht.channels.inbound import Heard
from buurtwacht.channels.registry import channels
from buurtwacht.delivery.models import Delivery
from buurtwacht.groups.models import ChatRoom
from buurtwacht.groups.queries import room_at
from buurtwacht.people.models import ContactPoint, Person
from buurtwacht.people.queries import person_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody we know, on the way by which they speak; or an address that says nothing to us."""

    channel: str  # of the address
    address: str
    point: ContactPoint | None = None
    delivery: Delivery | None = None  # our message to which this is an answer
    room: ChatRoom | None = None  # in which it was said

    @property
    def person(self) -> Person | None:
        return self.point.person if self.point else None


def speaker_of(kind: str, event: Heard) -> Speaker:
    """Who said this, and to what it is an answer."""
    channel = event.sender_kind or kind
    delivery = _answered(kind, event)
    if _proves_sender(kind):
        point, address = person_at(channel, event.sender, event.other_sender), event.sender
    else:  # nobody is answered at an address that may be made up
        point, address = _reader_of(delivery) if event.token and not event.room else None, ""
    room = room_at(kind, event.room) if event.room else None
    return Speaker(channel=channel, address=address, point=point, delivery=delivery, room=room)


def _reader_of(delivery: Delivery | None) -> ContactPoint | None:
    """A reply address was given to one reader only: whoever writes there is that reader, from whatever address."""
    if delivery is None:
        return None
    theirs = ContactPoint.objects.select_related("person").filter(person_id=delivery.person_id, person__is_active=True)
    return theirs.filter(pk=delivery.contact_point_id).first()


def _answered(kind: str, event: Heard) -> Delivery | None:
    """Our message that this answers: by what we gave along with it, else by the provider's name for it."""
    deliveries = Delivery.objects.filter(channel=kind)
    if (token := _uuid(event.token)) and (found := deliveries.filter(pk=token).first()):
        return found
    return deliveries.filter(provider_id=event.answer_to).first() if event.answer_to else None


def _uuid(written: str) -> UUID | None:
    try:
        return UUID(written) if written else None
    except ValueError:
        return None


def _proves_sender(kind: str) -> bool:
    """Can the address of who wrote be trusted on this channel?"""
    channel = channels().get(kind)
    return channel is None or channel.receiver is None or channel.receiver.proves_sender
