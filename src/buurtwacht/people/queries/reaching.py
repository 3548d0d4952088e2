# SPDX-License-Identifier: EUPL-1.2
"""The ways to reach somebody, and how the last test went."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from buurtwacht.channels.registry import channels
from buurtwacht.people.models import ContactPoint, Person
from buurtwacht.people.steps import places

PUSH = "webpush"
HALF_A_MINUTE, LATELY = timedelta(seconds=30), timedelta(minutes=10)  # of a test that somebody asked for
MEMBER_KINDS = frozenset(
    {"webpush", "email", "sms", "voice", "whatsapp", "matrix", "telegram", "signal", "apprise", "ntfy"}
)


@dataclass(frozen=True, slots=True)
class PhoneCard:
    """What "Your phone works" knows: the devices that take alerts, and how the last test went."""

    devices: int
    proven_at: datetime | None
    proof_seconds: int | None
    other_ways: tuple[ContactPoint, ...]
    person: Person
    shown_at: datetime | None = None  # when any way last showed something, devices or not

    @property
    def stays_silent(self) -> bool:
        """A test was asked for lately, half a minute and more ago, and no way has shown it."""
        asked = self.person.test_asked_at
        if asked is None or not HALF_A_MINUTE <= timezone.now() - asked < LATELY:
            return False
        return self.shown_at is None or self.shown_at < asked

    @property
    def state(self) -> str:
        """`none`: no device takes alerts; `unproven`: one does, and was never tested; `works`."""
        if not self.devices:
            return "none"
        return "works" if self.proven_at else "unproven"

    @property
    def is_told(self) -> bool:
        """Is there a way that rings in a pocket, such as a text message? Mail does not."""
        return any(way.channel != "email" and way.verified_at for way in self.other_ways)

    @property
    def waits(self) -> bool:
        """A test was asked for less than a minute ago, and nothing was shown since."""
        asked = self.person.test_asked_at
        if asked is None or (timezone.now() - asked).total_seconds() > 60:
            return False
        return self.proven_at is None or self.proven_at < asked


def contact_points_of(person: Person) -> list[ContactPoint]:
    """The ways to reach this person, in the order in which they are tried. Those that are off or gone stand last."""
    points = list(ContactPoint.objects.filter(person=person, channel__in=MEMBER_KINDS).order_by("created_at", "pk"))
    working = [point for point in points if point.is_on and point.gone_at is None and point.verified_at]
    turns = places(frozenset((point.channel, point.step) for point in working))
    for point in working:
        point.after = turns[point.channel, point.step].after
    order = {kind: place for place, kind in enumerate(channels())}
    return sorted(points, key=lambda point: (*_turn(point), order.get(point.channel, len(order))))


def _turn(point: ContactPoint) -> tuple[bool, bool, float]:
    return point.gone_at is not None, point.after is None, point.after or 0.0


def phone_card(person: Person) -> PhoneCard:
    """How this person is reached now, for the card on the first page and on the page of the phone."""
    points = contact_points_of(person)
    push = [point for point in points if point.channel == PUSH and point.is_on and point.gone_at is None]
    proofs = [(point.proven_at, point.proof_seconds) for point in push if point.proven_at]
    proven_at, seconds = max(proofs, key=lambda proof: proof[0], default=(None, None))
    return PhoneCard(
        devices=len(push),
        proven_at=proven_at,
        proof_seconds=_whole(seconds),
        other_ways=tuple(point for point in points if point.channel != PUSH and point.is_on and not point.gone_at),
        person=person,
        shown_at=max((point.proven_at for point in points if point.proven_at), default=None),
    )


def _whole(seconds: float | None) -> int | None:
    """Seconds, rounded up: "within 3 seconds"."""
    return None if seconds is None else max(1, int(-(-seconds // 1)))


def takes_push() -> bool:
    """Does this installation send Web Push?"""
    return PUSH in channels()
