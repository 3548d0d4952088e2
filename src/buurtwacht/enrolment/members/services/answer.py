# SPDX-License-Identifier: EUPL-1.2
"""What somebody from a list answers: yes, with what they corrected, or no."""

from dataclasses import asdict

from django.db import transaction
from django.utils.translation import gettext as _

from buurtwacht.enrolment.applying.facts import ApplicantFacts
from buurtwacht.enrolment.applying.rules import check_facts
from buurtwacht.enrolment.applying.transfer import record_transfer
from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.services import mark_done, withdraw
from buurtwacht.enrolment.services.advance import locked
from buurtwacht.enrolment.steps import Step, asks_national_number
from buurtwacht.journal.services import record
from buurtwacht.lib.crypto import fingerprint
from buurtwacht.lib.errors import DomainError


@transaction.atomic
def say_yes(application: Application, facts: ApplicantFacts) -> Application:
    """They would like to take part, and this is right about them. The link in the mail proved the address.

    Raises `DomainError` when the application has ended, or for what the policy does not allow.
    """
    application = locked(application.pk)
    if application.ended_at:
        raise DomainError(_("This application has ended. Apply again if you would like to join."))
    if application.email_proven_at:
        return application
    policy = application.group.policy
    check_facts(facts, policy, is_on_site=True)
    kept = asdict(facts)
    agreed = kept.pop("agreed_to_transfer")
    kept["email"] = application.email
    if not asks_national_number(policy):
        kept["national_number"] = ""
    if not facts.is_minor:
        kept["guardian_name"] = kept["guardian_email"] = ""
    kept["phone_fingerprint"] = fingerprint(facts.phone, "application:phone") if facts.phone else ""
    for name, value in kept.items():
        setattr(application, name, value)
    application.save(update_fields=list(kept))
    if agreed:
        record_transfer(application)
    record("consent.given", application.pk, group=application.group_id)
    return mark_done(application, Step.EMAIL)


@transaction.atomic
def say_no(application: Application) -> None:
    """They would rather not. What the list said about them is erased at once."""
    application = locked(application.pk)
    if application.email_proven_at or application.ended_at:
        raise DomainError(_("You said yes before. Withdraw on the page of your application."))
    record("consent.refused", application.pk, group=application.group_id)
    withdraw(application, reason="consent")
    application.delete()
