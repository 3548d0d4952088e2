# SPDX-License-Identifier: EUPL-1.2
"""The keyed hashes by which somebody under a ban is known again. The key lies outside the database."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from buurtwacht.lib.crypto import fingerprint
from buurtwacht.moderation.models import BanMark
from buurtwacht.people.queries import Account

from .spelling import mail_spelling, phone_spelling

Kind = BanMark.Kind


class Mark(NamedTuple):
    """What it is a mark of, and the hash."""

    kind: str
    mark: str


def marks_of(
    emails: Iterable[str] = (),
    phones: Iterable[str] = (),
    person_id: UUID | None = None,
    *,
    accounts: Iterable[Account] = (),
    country: str,
) -> set[Mark]:
    """A mark for each address in its one spelling; what is no address has none. `country` is that of short numbers.

    Accounts of channels are spelled in one way already: as the channel itself keeps them.
    """
    spelled = [(Kind.EMAIL, mail_spelling(email)) for email in emails]
    spelled += [(Kind.PHONE, phone_spelling(phone, country)) for phone in phones]
    spelled += [(Kind(account.channel), account.address) for account in accounts]
    spelled.append((Kind.PERSON, str(person_id or "")))
    return {Mark(kind.value, fingerprint(text, f"ban:{kind.value}")) for kind, text in spelled if text}
