# SPDX-License-Identifier: EUPL-1.2
"""What a channel has to remember between processes. A channel asks no database: somebody above keeps the book.

Two things: for networks where a person must have spoken before we may speak freely, when that was and whom we wrote to
without it; and what is wrong with an account, for the operator.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that an operator must see: a code of the provider, and what it is about. Never about a person.

    `is_over` takes an earlier trouble of the same code and subject back; without a code, all about that subject.
    """

    code: str
    about: str = ""
    is_over: bool = False


@dataclass
class Notebook:
    """Keeps everything in memory, for tests and for a channel without a house around it."""

    heard: dict[tuple[str, str], datetime] = field(default_factory=dict)
    begun: dict[tuple[str, str], datetime] = field(default_factory=dict)
    told: dict[tuple[str, str, str], Trouble] = field(default_factory=dict)

    def last_heard(self, kind: str, addresses: Collection[str]) -> dict[str, datetime]:
        """When each of these addresses last said something, for as far as that is known."""
        return {one: self.heard[kind, one] for one in addresses if (kind, one) in self.heard}

    def note_heard(self, kind: str, addresses: Iterable[str], at: datetime) -> None:
        """An address said something. What is older than what is known changes nothing."""
        for one in addresses:
            self.heard[kind, one] = max(at, self.heard.get((kind, one), at))

    def note_silent(self, kind: str, address: str) -> None:
        """The other side says that this address has not spoken lately after all."""
        self.heard.pop((kind, address), None)

    def begin(self, kind: str, addresses: Collection[str], *, most: int, now: datetime) -> dict[str, bool]:
        """Count these as written to in the last 24 hours, as far as `most` different ones go.

        Returns those that may be written to; True for who was not counted before. Each counts once in 24 hours.
        """
        since = now - timedelta(hours=24)
        counted = {one for (of, one), at in self.begun.items() if of == kind and at > since}
        fresh = [one for one in dict.fromkeys(addresses) if one not in counted][: max(most - len(counted), 0)]
        self.begun |= {(kind, one): now for one in fresh}
        return {one: False for one in addresses if one in counted} | dict.fromkeys(fresh, True)

    def take_back(self, kind: str, addresses: Iterable[str]) -> None:
        """These were not written to after all."""
        for one in addresses:
            self.begun.pop((kind, one), None)

    def begun_since(self, kind: str, since: datetime) -> int:
        """How many different addresses were counted since then."""
        return sum(of == kind and at > since for (of, _), at in self.begun.items())

    def note_trouble(self, kind: str, trouble: Trouble) -> None:
        """Keep it for the operator, once for each code and subject; or strike it out when it is over."""
        if not trouble.is_over:
            self.told[kind, trouble.code, trouble.about] = trouble
            return
        for key in [key for key in self.told if key[0] == kind and key[2] == trouble.about]:
            if trouble.code in ("", key[1]):
                del self.told[key]


_books: list[Notebook] = [Notebook()]


def notebook() -> Notebook:
    """The book that is in use."""
    return _books[-1]


def keep_in(book: Notebook) -> None:
    """Use this book from now on."""
    _books[:] = [book]
