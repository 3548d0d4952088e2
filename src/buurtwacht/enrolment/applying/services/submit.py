# SPDX-License-Identifier: EUPL-1.2
"""Asking to take part. Every application begins here, wherever it comes from."""

from dataclasses import asdict

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from buurtwacht.enrolment.applying import rules
from buurtwacht.enrolment.applying.facts import ApplicantFacts
from buurtwacht.enrolment.applying.transfer import record_transfer
from buurtwacht.enrolment.models import Acceptance, Application, Invitation
from buurtwacht.enrolment.services import advance, withdraw
from buurtwacht.enrolment.signing.services import accept_by_signing_up
from buurtwacht.enrolment.steps import asks_national_number
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import members_of
from buurtwacht.journal.services import record
from buurtwacht.lib.crypto import fingerprint
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person

Source = Application.Source
REPLACED = "replaced"  # the reason of an application that the same address began again, unproven


class AlreadyApplied(DomainError):
    """This address has an application in this group that goes on."""

    def __init__(self, application: Application) -> None:
        super().__init__(_("This person has applied already."))
        self.application = application


class AlreadyMember(DomainError):
    """Somebody with this address takes part in this group."""

    def __init__(self, membership: Membership) -> None:
        super().__init__(_("This person is already in the group."))
        self.membership = membership


@transaction.atomic
def submit_application(
    group: WatchGroup,
    facts: ApplicantFacts,
    *,
    source: str,
    by: Person | None = None,
    person: Person | None = None,
    invitation: Invitation | None = None,
    email_is_proven: bool = False,
) -> Application:
    """Begin an application, and let it go on as far as it can.

    `by` is who wrote it down, for paper and lists. `person` is the applicant when we know them: signed in, or moving
    house. `email_is_proven`: they showed elsewhere that they read this mail. An unproven application of the same
    address is replaced, since anybody could have begun it.

    Raises `AlreadyApplied` or `AlreadyMember` (do not show those to a stranger: they say who takes part), and
    `DomainError` for what the policy of the group does not allow.
    """
    group = WatchGroup.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=group.pk)
    if not rules.takes_applications(group.status):
        raise DomainError(_("This group takes nobody now. Look for another group near you."))
    rules.check_facts(facts, group.policy, is_on_site=source == Source.SITE)
    email = facts.email.strip().lower()
    _check_first_time(group, email, person)
    application = Application.objects.create(
        group=group,
        person=person,
        source=source,
        invitation=invitation,
        email_proven_at=timezone.now() if email and email_is_proven else None,
        email_fingerprint=mark_of_email(email),
        phone_fingerprint=fingerprint(facts.phone, "application:phone") if facts.phone else "",
        **_kept(facts, group) | {"email": email},
    )
    if facts.agreed_to_transfer:
        on_paper = source == Source.PAPER
        record_transfer(application, Acceptance.Way.PAPER if on_paper else Acceptance.Way.TICKED)
    record("application.submitted", application.pk, by=by or person, group=group.pk, source=source)
    return advance(accept_by_signing_up(application, by=by), by=by)


def mark_of_email(email: str) -> str:
    """By this an application is found again, without reading what stands there. Nothing for no address."""
    return fingerprint(email.strip().lower(), "application:email") if email else ""


def _kept(facts: ApplicantFacts, group: WatchGroup) -> dict[str, object]:
    """What of the facts goes into the row: nothing that this policy has no use for."""
    kept = asdict(facts)
    del kept["agreed_to_transfer"]
    if not asks_national_number(group.policy):
        kept["national_number"] = ""
    if not facts.is_minor:
        kept["guardian_name"] = kept["guardian_email"] = ""
    return kept


def _check_first_time(group: WatchGroup, email: str, person: Person | None) -> None:
    """Nobody applies twice, and nobody who takes part applies again."""
    members = members_of(group)
    known = members.filter(person=person) if person else members.filter(person__email=email) if email else None
    membership = known.first() if known is not None else None
    if membership:
        raise AlreadyMember(membership)
    going_on = Application.objects.filter(group=group, ended_at=None)
    earlier = None
    if email:
        earlier = going_on.filter(email_fingerprint=mark_of_email(email)).first()
    if earlier is None and person:
        earlier = going_on.filter(person=person).first()
    if earlier is None:
        return
    if earlier.email_proven_at or not email:
        raise AlreadyApplied(earlier)
    withdraw(earlier, reason=REPLACED)
