# SPDX-License-Identifier: EUPL-1.2
"""Correcting what was filled in, until somebody has checked it."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.enrolment.applying import rules
from buurtwacht.enrolment.checking.services import begin_again
from buurtwacht.enrolment.models import Application, Vetting
from buurtwacht.enrolment.services import advance
from buurtwacht.enrolment.services.advance import locked
from buurtwacht.journal.services import record
from buurtwacht.lib.crypto import fingerprint
from buurtwacht.lib.errors import DomainError

PROVES_NOTHING = frozenset({"phone"})  # of what can be corrected; the rest is what a letter or a neighbour confirms


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What an applicant can put right by themselves: names, phone and house. A new phone number is proven again."""

    first_name: str
    family_name: str
    phone: str
    street: str
    house_number: str
    postcode: str
    town: str
    home: dict[str, float] | None


@transaction.atomic
def change_details(application: Application, correction: Correction) -> Application:
    """Put right what was written down. Raises `DomainError` once somebody has checked the address or the name.

    What was under way to show the old address ends: a code that lies there may not prove another door. What went to
    the police stays as it went, since their answer is about that.
    """
    list(application.address_proofs.select_for_update())  # before the application, as who types a code does
    application = locked(application.pk)
    if not rules.may_be_changed(application) or Vetting.objects.filter(application=application).exists():
        raise DomainError(_("Somebody has checked this already. Ask the coordinator to put it right."))
    changed = [name for name in Correction.__slots__ if getattr(application, name) != getattr(correction, name)]
    for name in changed:
        setattr(application, name, getattr(correction, name))
    if not changed:
        return application
    if "phone" in changed:
        application.phone_proven_at = application.phone_code = None
        application.phone_fingerprint = fingerprint(correction.phone, "application:phone") if correction.phone else ""
    application.save()
    record("application.changed", application.pk, group=application.group_id, fields=".".join(changed)[:60])
    if not PROVES_NOTHING.issuperset(changed):
        begin_again(application)
    return advance(application)
