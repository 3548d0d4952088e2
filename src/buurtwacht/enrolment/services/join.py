# SPDX-License-Identifier: EUPL-1.2
"""From application to member: the person, the ways to reach them, and the membership."""

from contextlib import suppress

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.channels.registry import channels
from buurtwacht.enrolment.models import AddressProof, Application
from buurtwacht.groups.queries import members_of, memberships_of
from buurtwacht.groups.services import add_member
from buurtwacht.journal.services import record
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person
from buurtwacht.people.services import add_contact_point, create_person
from buurtwacht.policy.model import Vetting

# What the person or the membership holds from now on, so that it need not stand here too.
MOVED_ON = {
    **dict.fromkeys(("family_name", "email", "phone", "house_number", "postcode", "town", "national_number"), ""),
    **dict.fromkeys(("guardian_name", "guardian_email"), ""),
    **dict.fromkeys(("home", "email_code", "phone_code"), None),
}


@transaction.atomic
def join_group(application: Application, *, by: Person | None = None) -> Application:
    """Make a member of somebody who has done everything. Called by `advance`, with the application locked.

    Raises `DomainError` when the person is in as many groups as the policy allows.
    """
    group = application.group
    person = application.person or _person_of(application, by)
    if memberships_of(person).count() >= group.policy.most_groups_per_person and not application.source == "move":
        raise DomainError(_("You take part in another group already. Leave that one first, or ask your coordinator."))
    membership = add_member(
        group,
        person,
        street=application.street,
        house_number=application.house_number,
        home=application.home,
        postcode=application.postcode,
        town=application.town,
        phone=application.phone,
        kind=application.kind,
        serves=application.serves,
        proxy=application.proxy,
        welcomed_at=None,
        is_unchecked=is_unchecked(application),
        by=by,
    )
    application.acceptances.update(person=person)
    application.readings.update(person=person, application=None)  # they outlive the application
    application.person, application.status, application.ended_at = person, Application.Status.JOINED, timezone.now()
    for name, nothing in MOVED_ON.items():
        setattr(application, name, nothing)
    application.save()
    record("application.joined", application.pk, by=by, group=group.pk, person=person.pk, member=membership.pk)
    return application


def is_unchecked(application: Application) -> bool:
    """Do the rules ask where somebody lives, and has nobody said so who was checked themselves?

    True of the first neighbour of a new group, and of whom the unchecked let in.
    """
    if application.group.policy.vetting != Vetting.ADDRESS:
        return False
    if application.residence_proven_at is None:
        return True
    proof = application.address_proofs.filter(proven_at__isnull=False).order_by("proven_at", "pk").last()
    if proof is None or proof.way == AddressProof.Way.LETTER:
        return False
    said_so = members_of(application.group).filter(person=proof.proven_by_id)
    return said_so.filter(is_unchecked=True).exists()


def _person_of(application: Application, by: Person | None) -> Person:
    """Who this is: somebody with this proven address, or somebody new."""
    known = Person.objects.filter(email=application.email.strip().lower()).first() if application.email else None
    if known is None:
        known = create_person(
            email=application.email,
            first_name=application.first_name,
            family_name=application.family_name,
            language=application.language,
            by=by,
        )
    if application.email and application.email_proven_at:
        add_contact_point(known, "email", application.email, verified=True, by=by)
    if application.phone and "sms" in channels():
        with suppress(DomainError):  # a landline, or a number that somebody else proved: no reason to keep anybody out
            add_contact_point(known, "sms", application.phone, verified=bool(application.phone_proven_at), by=by)
    return known
