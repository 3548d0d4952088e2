# SPDX-License-Identifier: EUPL-1.2
"""Connecting an address that somebody gives us: one that was proven before, or by a code that we send there."""

import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.journal.services import record
from buurtwacht.lib.crypto import fingerprint
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Connecting, ContactPoint, Person
from buurtwacht.people.queries.numbers import proven_numbers

from .connecting import connect
from .contact_points import normalised
from .paying import claim_code

DIGITS = 6
WORKS_FOR = timedelta(minutes=30)
BETWEEN_SENDS = timedelta(minutes=1)
MOST_TRIES = 5


@transaction.atomic
def use_number(person: Person, channel: str, number: str) -> ContactPoint:
    """Use a number (E.164) that this person proved before for this channel too. Raises `DomainError` for another."""
    if number not in proven_numbers(person):
        raise DomainError(_("We do not know this number of yours. Fill it in, then we send a code."))
    return connect(person, channel, number, how=ContactPoint.Agreed.NUMBER)


@transaction.atomic
def send_code(person: Person, channel: str, address: str) -> Connecting:
    """Send a code to this address, over the channel itself. It is typed on the page within half an hour.

    Raises `DomainError` for an address that is none, when codes were sent just now or too often, and when what they may
    cost this month is spent.
    """
    address, now = normalised(channel, address), timezone.now()
    before = Connecting.objects.select_for_update().filter(person=person, channel=channel).first()
    if before and before.address and now - before.created_at < BETWEEN_SENDS:
        raise DomainError(_("A code was sent just now. Wait a minute before you ask for another one."))
    claim_code(channel, address, person.pk)
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    kept = {"address": address, "to_send": code, "tries": 0, "created_at": now, "expires_at": now + WORKS_FOR}
    kept["code_fingerprint"] = _mark(person, channel, code)
    connecting, _is_new = Connecting.objects.update_or_create(person=person, channel=channel, defaults=kept)
    record("contact_point.code_made", connecting.pk, by=person, person=person.pk, channel=channel)
    return connecting


def try_code(person: Person, channel: str, typed: str) -> ContactPoint:
    """Prove the address by the code that went there. Raises `DomainError` that says what to do instead."""
    point, refusal = _try(person, channel, typed)
    if point is None:
        raise DomainError(refusal)
    return point


@transaction.atomic
def cancel_connecting(person: Person, channel: str) -> None:
    """Leave it after all. Twice changes nothing."""
    if Connecting.objects.filter(person=person, channel=channel).delete()[0]:
        record("contact_point.connecting_cancelled", person.pk, by=person, channel=channel)


@transaction.atomic
def _try(person: Person, channel: str, typed: str) -> tuple[ContactPoint | None, str]:
    """Every wrong try is counted, so the transaction may not fail for one."""
    waiting = Connecting.objects.select_for_update().filter(person=person, channel=channel)
    connecting = waiting.filter(expires_at__gt=timezone.now()).first()
    if connecting is None or not connecting.address:
        return None, _("This code is too old. Ask for a new one.")
    if connecting.tries >= MOST_TRIES:
        return None, _("That was too often for this code. Ask for a new one.")
    digits = "".join(sign for sign in typed if sign.isascii() and sign.isdigit())
    if not secrets.compare_digest(connecting.code_fingerprint, _mark(person, channel, digits)):
        connecting.tries += 1
        connecting.save(update_fields=["tries"])
        return None, _("This code is not right. Look at the newest message and type the code again.")
    point = connect(person, channel, connecting.address, how=ContactPoint.Agreed.TEXT)
    connecting.delete()
    return point, ""


def _mark(person: Person, channel: str, code: str) -> str:
    """Six digits are few: those of one person say nothing about those of another."""
    return fingerprint(f"{person.pk}:{code}", f"proving:{channel}")
