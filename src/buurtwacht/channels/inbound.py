# SPDX-License-Identifier: EUPL-1.2
"""What comes back from a channel: people who say something, and what became of what we sent.

A receiver turns what a provider hands us into these. It knows no person and no report; it proves that the provider
sent it, and reads. What was handed to us is on disk before anybody reads it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Literal

from .notebook import Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """What came in, byte for byte. Headers have names in lower case; `rest` is the address below the channel's own."""

    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    method: str = "POST"
    rest: str = ""
    query: str = ""  # as it stood behind the question mark
    at: datetime | None = None  # when we took it in; filled in by who keeps it


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What to answer at once. With `keep`, what came in is stored first, and an answer is only given when it is."""

    status: int = 200
    body: bytes = b""
    content_type: str = "text/plain; charset=utf-8"
    keep: bool = True


class Refused(Exception):
    """This did not come from the provider, or not unchanged. The reason is for operators and holds no personal data."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """Something that came along with words. Its bytes are here, or `reference` says where the provider keeps them."""

    kind: Literal["photo", "voice", "video", "file"]
    content: bytes = b""
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """Somebody said something. Who it is, is a claim: `sender` is an address, and not even that can always be trusted.

    `id` is the provider's name for it, the same when it comes twice. `choice` is the id of a button that was tapped,
    or with the act "reacted" what a sign under our message means: a thumb is "seen".
    `answer_to` is the provider's name for our message to which this is an answer; `token` is what we gave along to be
    given back (a reply address, a start link). `room` is the address of the room in which it was said, if in one.
    """

    id: str
    sender: str
    at: datetime
    text: str = ""
    choice: str = ""
    media: tuple[Media, ...] = ()
    location: tuple[float, float] | None = None  # latitude, longitude: degrees in WGS 84
    answer_to: str = ""
    token: str = ""
    room: str = ""
    other_sender: str = ""  # a second name of the same sender: WhatsApp's own id beside the number
    sender_kind: str = ""  # the channel of the sender's own address, where that differs from the room's
    act: Literal["said", "changed", "erased", "left", "reacted"] = (
        "said"  # "left": wants nothing more from us on this channel
    )
    kind: str = ""  # the channel it came by, where one account of ours serves persons and rooms


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What became of a message of ours: named by the provider's name for it, or by ours (`reference`)."""

    state: Literal["taken", "shown", "seen", "failed", "gone"]
    at: datetime
    provider_id: str = ""
    reference: str = ""
    reason: str = ""  # a code, for operators
    retry: bool = False  # "failed", but the same message may be tried again
    told_by: str = ""  # an address, where it is no provider that tells it: then only the reader's own is believed


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """An address has become another one: a changed number, a group that became a larger one."""

    old: str
    new: str
    other: str = ""
    at: datetime
    kind: str = ""  # the channel of the address, where one account of ours serves persons and rooms


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something that the provider says by itself: of our account, for the operator; or that an address has not spoken
    to us lately, whatever we thought (`silent`)."""

    at: datetime
    trouble: Trouble | None = None
    silent: str = ""


Event = Heard | Progress | Moved | Notice


class Receiver:
    """Reads what one provider hands us. It keeps nothing."""

    kind: ClassVar[str]
    most_bytes: ClassVar[int] = 8_000_000  # of what anybody may make us read before they proved who they are
    proves_sender: ClassVar[bool] = True  # False where anybody can write anybody's address; then only a token counts

    def greet(self, raw: Raw) -> Reply:
        """Prove where it comes from, and say what to answer at once. Raises `Refused`.

        Look at the raw bytes, before any parsing. Nothing slow: no database, no network.
        """
        raise NotImplementedError

    def without_secret(self, raw: Raw) -> Raw:
        """What may be stored: without a secret of ours in the address, which is proven and read by now."""
        return raw

    def read(self, raw: Raw) -> Iterable[Event]:
        """What it says. What we do not understand is left out; nonsense from a provider must not raise."""
        raise NotImplementedError

    def fetch(self, media: Media) -> bytes:
        """The bytes of a `reference`, over a connection of its own. Raises `DeliveryFailed`."""
        return media.content
