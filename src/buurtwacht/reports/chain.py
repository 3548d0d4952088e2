# SPDX-License-Identifier: EUPL-1.2
"""The chain of digests that shows that no entry was changed, left out or put in later.

`digest = H(previous digest ‖ H(salt ‖ record))`, with H = SHA-256 (FIPS 180-4). The record is the canonical JSON
of what the entry says and of its kind, role and time. Erasing an entry removes content and salt and keeps both
digests: the chain can still be checked, and nobody can guess the content from its digest.
"""

import hashlib
import hmac
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC
from typing import Any
from uuid import UUID

from .models import Entry

SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Verdict:
    """What checking found. `broken` holds the sequence numbers that do not fit; a gap breaks the entry after it.

    The words of hidden entries are checked too.
    """

    checked: int
    erased: int
    broken: tuple[int, ...]
    hidden: int = 0

    @property
    def is_whole(self) -> bool:
        return not self.broken


def new_salt() -> bytes:
    return os.urandom(SALT_BYTES)


def canonical(record: dict[str, Any]) -> bytes:
    """One way to write the same JSON: sorted keys, no spaces, UTF-8."""
    return json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def record_of(entry: Entry, *, hidden: bool = False) -> dict[str, Any]:
    """What is put under the digest. No name and no id of a person: those may have to go on their own.

    `hidden` takes the words that were put aside.
    """
    return {
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "content": entry.hidden_content if hidden else entry.content,
        "kind": str(entry.kind),
        "role": str(entry.role),
        "sequence": entry.sequence,
    }


def content_digest(salt: bytes, record: dict[str, Any]) -> bytes:
    return hashlib.sha256(salt + canonical(record)).digest()


def first_link(report_id: UUID) -> bytes:
    """What the first entry builds on, so that a chain cannot be moved to another report."""
    return hashlib.sha256(report_id.bytes).digest()


def link(previous: bytes, digest_of_content: bytes) -> bytes:
    return hashlib.sha256(previous + digest_of_content).digest()


def seal(entry: Entry, previous: bytes) -> None:
    """Give a new entry its salt and both digests."""
    entry.salt = new_salt()
    entry.content_digest = content_digest(entry.salt, record_of(entry))
    entry.digest = link(previous, entry.content_digest)


def verify(report_id: UUID, entries: Iterable[Entry]) -> Verdict:
    """Check the entries of one report, in the order of their sequence."""
    previous, expected, checked, erased, hidden = first_link(report_id), 1, 0, 0, 0
    broken: list[int] = []
    for entry in entries:
        fits = _equal(link(previous, bytes(entry.content_digest)), entry.digest) and entry.sequence == expected
        if entry.hidden_salt is not None:
            hidden += 1
            fits = fits and _holds(entry, entry.hidden_salt, record_of(entry, hidden=True))
        elif entry.salt is None:
            erased += 1
        else:
            fits = fits and _holds(entry, entry.salt, record_of(entry))
        if not fits:
            broken.append(entry.sequence)
        previous, expected, checked = bytes(entry.digest), entry.sequence + 1, checked + 1
    return Verdict(checked=checked, erased=erased, broken=tuple(broken), hidden=hidden)


def _holds(entry: Entry, salt: Any, record: dict[str, Any]) -> bool:
    """Is this what was put under the digest?"""
    return _equal(content_digest(bytes(salt), record), entry.content_digest)


def _equal(one: bytes, other: Any) -> bool:
    return hmac.compare_digest(one, bytes(other))
