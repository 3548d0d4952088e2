# SPDX-License-Identifier: EUPL-1.2
"""Every mail address, phone number and account of a channel that we know of somebody."""

from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from allauth.account.models import EmailAddress

from buurtwacht.people.models import ContactPoint, Person

BY_NUMBER = ("sms", "voice", "whatsapp", "signal")  # the channels whose address is a phone number
ACCOUNTS = ("telegram", "matrix")  # the channels whose address is an account of its own, and no number
NOWHERE = ".invalid"  # the end of an address that we made up for somebody without mail (RFC 6761)


class Account(NamedTuple):
    """A name on a channel that has names of its own."""

    channel: str
    address: str


class Known(NamedTuple):
    """Addresses as they are kept, each once."""

    emails: tuple[str, ...]
    phones: tuple[str, ...]
    accounts: tuple[Account, ...] = ()


def known_addresses(person: Person, *, proven: bool = False) -> Known:
    """By which mail, phone and account this person can be reached; with `proven` only what they showed to be theirs."""
    return known_addresses_of([person.pk], proven=proven)[person.pk]


def known_addresses_of(person_ids: Collection[UUID], *, proven: bool = False) -> dict[UUID, Known]:
    """The same for many at once, in three queries."""
    found: dict[UUID, tuple[list[str], list[str]]] = {person_id: ([], []) for person_id in person_ids}
    accounts: dict[UUID, list[Account]] = {person_id: [] for person_id in person_ids}
    points = ContactPoint.objects.filter(person__in=person_ids, channel__in=("email", *BY_NUMBER, *ACCOUNTS))
    for point in points.filter(verified_at__isnull=False) if proven else points:
        if point.channel in ACCOUNTS:
            accounts[point.person_id].append(Account(point.channel, point.address))
        else:
            found[point.person_id][point.channel in BY_NUMBER].extend((point.address, point.other_address))
    for person_id, email in Person.objects.filter(pk__in=person_ids).values_list("pk", "email"):
        found[person_id][0].append(email)
    signed_in = EmailAddress.objects.filter(user__in=person_ids, **({"verified": True} if proven else {}))
    for person_id, email in signed_in.values_list("user", "email"):
        found[person_id][0].append(email)
    return {
        person_id: Known(_once(emails), _once(phones), tuple(accounts[person_id]))
        for person_id, (emails, phones) in found.items()
    }


def _once(addresses: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in addresses if one and not one.endswith(NOWHERE)))
