# SPDX-License-Identifier: EUPL-1.2
"""What a way to reach someone is. A channel knows a message and an address; it has never heard of reports."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, ClassVar, Literal

import structlog
from django.utils.functional import Promise

from buurtwacht.lib.logs import facts_of

from .inbound import Raw, Receiver

log = structlog.get_logger(__name__)

Urgency = Literal["alarm", "update", "notice", "digest"]


@dataclass(frozen=True, slots=True)
class Action:
    """A button under a message: what it is called, and the page it opens without a script."""

    id: str
    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """The same news in a few narrow words, for channels that only send forms that were approved beforehand."""

    kind: Literal["alarm", "update", "ended", "outcome", "note", "test"]
    call: str = ""  # "112 called 21:14"
    what: str = ""  # "Somebody tries doors or gates"
    where: str = ""
    when: str = ""  # on the clock of the group
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What one person is to read, ready for any channel.

    `topic` is the same for messages that belong together: a later one replaces or follows an earlier one. `ttl` is how
    many seconds the message is worth delivering. `receipt_url` takes "shown" and "seen".

    `reference` is our own name for this delivery, for channels that hand it back with what became of it. With `said`
    it is our turn in a conversation: the body goes as it stands, without title, link or emergency line, and the actions
    are the answers to choose from. `answers` is the provider's name for the message that we answer. With `maybe_double`
    the same message may have arrived before: the reader is told so where there is room.

    With `takes_back` nothing is said: messages of ours with these names of the provider are to be taken away there.
    Only a channel with `takes_back_for` gets such a message.

    `extra` goes along as data where a channel can carry it. Channels look in it for `emergency_number`, `group` (a
    slug) and `mail`: a dict with what only a letter can use (see docs/channels/email.md), which goes nowhere else.
    """

    title: str
    body: str
    url: str
    urgency: Urgency = "notice"
    topic: str = ""
    ttl: int = 3600
    language: str = "nl"
    actions: tuple[Action, ...] = ()
    receipt_url: str = ""
    sound: bool = True
    reference: str = ""
    gist: Gist | None = None
    said: bool = False
    answers: str = ""
    maybe_double: bool = False
    takes_back: tuple[str, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Receipt:
    """The other side has taken the message. `provider_id` is their name for it, where they give one."""

    provider_id: str = ""


@dataclass(frozen=True, slots=True)
class Doorway:
    """How somebody writes to us: `link` opens their app with the words filled in, `to` is our name or number there."""

    link: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is left of what a provider allows, for the operator: "messages to new people today", 180 of 250."""

    what: str | Promise
    left: int
    of: int


class DeliveryFailed(Exception):
    """The outside world said no.

    `reason` is for operators and holds no personal data. `permanent`: this message will never be taken. `gone`: the
    address no longer exists, so nothing needs to be sent there again. `retry_after`: seconds that the other side asks
    us to wait. `unknown`: they may have taken it, we never heard; a second try may arrive as a double. `only_there`:
    the wait is for this address; others may be told meanwhile.
    """

    def __init__(
        self,
        reason: str,
        *,
        permanent: bool,
        gone: bool = False,
        retry_after: float | None = None,
        unknown: bool = False,
        only_there: bool = False,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.permanent = permanent
        self.gone = gone
        self.retry_after = retry_after
        self.unknown = unknown
        self.only_there = only_there


Envelope = tuple[Message, str]
Outcome = Receipt | DeliveryFailed
TakeIn = Callable[[Raw], Awaitable[None]]


class Channel:
    """A way to reach someone. To add one, see docs/adding-a-channel.md."""

    kind: ClassVar[str]
    label: ClassVar[str | Promise]
    at_once: ClassVar[int] = 50  # messages under way at the same time in `send_many`
    per_second: float | None = None  # what the sender account may send; then one process owns the account
    reaches: ClassVar[Literal["person", "room"]] = "person"  # a room is told once, for all who are in it
    doubles: ClassVar[bool] = True  # whether sending the same message again may be read twice
    receiver: ClassVar[type[Receiver] | None] = None  # who reads what the other side hands us, where it hands us things
    listens: bool = False  # has to go and get what comes in: see `listen`; one process does. Settings may decide it
    makes_rooms: ClassVar[bool] = False  # whether `make_room` is there
    takes_back_for: ClassVar[timedelta | None] = None  # how long what we said can be taken away; None for never
    heard_by: ClassVar[str] = ""  # the kind that hears what is said here, where one account serves two channels
    sender_can_be_forged: ClassVar[bool] = False  # what comes in is a claim: who it was about hears of a STOP elsewhere
    attach_word: ClassVar[str] = "!koppel"  # for rooms: what is typed there before the code of a group
    buttons: ClassVar[int] = 0  # how many answers to choose from one message can carry; else they stand in the words

    def normalise(self, address: str) -> str:
        """The address in its one spelling. Raises `DomainError` with a sentence for the person who typed it."""
        return address.strip()

    async def send(self, message: Message, address: str) -> Receipt:
        """Hand the message over. Raises `DeliveryFailed` and nothing else."""
        raise NotImplementedError

    async def send_many(self, batch: Sequence[Envelope]) -> list[Outcome]:
        """Hand over a batch; the outcomes stand in the order of the batch."""
        room = asyncio.Semaphore(self.at_once)

        async def one(message: Message, address: str) -> Receipt:
            async with room:
                return await self.send(message, address)

        found = await asyncio.gather(*(one(*envelope) for envelope in batch), return_exceptions=True)
        return [self._outcome(each) for each in found]

    def price(self, message: Message, address: str) -> int:
        """What this message costs, in thousandths of a euro; 0 for nothing."""
        return 0

    def allowances(self) -> list[Allowance]:
        """What is left of the provider's limits now. Asked for every few seconds, by the process that sends."""
        return []

    async def listen(self, take_in: TakeIn) -> None:
        """Go and get what comes in, until cancelled; only for a channel that `listens`.

        When `take_in` returns, what came in is on disk, and the other side may be told so. It raises when it is not.
        """
        raise NotImplementedError

    def how_to_attach(self) -> str:
        """For a channel that reaches rooms: what to do there before a code is typed, in a sentence or two."""
        return ""

    def doorway(self, words: str) -> Doorway | None:
        """How a member sends us these words, to connect this channel; None where nobody can write to us."""
        return None

    async def make_room(self, name: str, *, invite: str, alarm_only: bool) -> str:
        """For a channel that `makes_rooms`: the address of a new room, looked after by whoever is invited.

        With `alarm_only` the others read and do not write. Raises `DomainError` for nobody whom it can invite, and
        `DeliveryFailed` when the other side does not do it.
        """
        raise NotImplementedError

    async def rooms_inside(self) -> list[str]:
        """Where we are now, for a channel that can say it; conversations of two are no rooms, nor one that we made."""
        return []

    async def leave_room(self, address: str) -> bool:
        """Go out of a room that is closed to our alerts, so that we hear no more of it. False where we cannot."""
        return False

    async def prepare(self, addresses: Iterable[str]) -> None:
        """Make ready, in an idle moment, whatever does not depend on the words of a message."""

    async def close(self) -> None:
        """Let go of connections."""

    def problems(self) -> list[str]:
        """What is wrong with this channel's settings, in sentences for the operator."""
        return []

    def _outcome(self, found: Receipt | BaseException) -> Outcome:
        """A bug in a channel costs this one message a retry, not the others their outcome."""
        if isinstance(found, Receipt | DeliveryFailed):
            return found
        if not isinstance(found, Exception):
            raise found
        log.error("channel.broken", channel=self.kind, **facts_of(found))
        return DeliveryFailed(f"unexpected {type(found).__name__}", permanent=False)
