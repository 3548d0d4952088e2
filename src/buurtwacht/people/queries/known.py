# SPDX-License-Identifier: EUPL-1.2
"""Every mail address and phone number that we know of somebody."""

from typing import NamedTuple

from allauth.account.models import EmailAddress

from buurtwacht.people.models import ContactPoint, Person

BY_NUMBER = ("sms", "voice", "whatsapp", "signal")  # the channels whose address is a phone number
NOWHERE = ".invalid"  # the end of an address that we made up for somebody without mail (RFC 6761)


class Known(NamedTuple):
    """Addresses as they are kept, each once."""

    emails: tuple[str, ...]
    phones: tuple[str, ...]


def known_addresses(person: Person, *, proven: bool = False) -> Known:
    """By which mail and phone this person can be reached; with `proven` only what they showed to be theirs."""
    points = ContactPoint.objects.filter(person=person, channel__in=("email", *BY_NUMBER))
    if proven:
        points = points.filter(verified_at__isnull=False)
    found = [(point.channel, address) for point in points for address in (point.address, point.other_address)]
    mails = [address for channel, address in found if channel == "email"]
    phones = [address for channel, address in found if channel in BY_NUMBER]
    signed_in = EmailAddress.objects.filter(user=person, **({"verified": True} if proven else {}))
    mails += [person.email, *signed_in.values_list("email", flat=True)]
    reachable = [mail for mail in mails if mail and not mail.endswith(NOWHERE)]
    return Known(tuple(dict.fromkeys(reachable)), tuple(dict.fromkeys(phone for phone in phones if phone)))
