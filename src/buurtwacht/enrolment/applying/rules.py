# SPDX-License-Identifier: EUPL-1.2
"""May this application be made? Pure questions, no database."""

from datetime import datetime
from typing import Protocol

from django.utils.translation import gettext as _

from buurtwacht.lib.errors import DomainError
from buurtwacht.policy.model import Policy, Vetting

from .facts import ApplicantFacts

OPEN_TO_NEIGHBOURS = frozenset({"idea", "forming", "active"})  # of WatchGroup.Status


def takes_applications(status: str) -> bool:
    """Can somebody ask to take part in a group with this status?"""
    return status in OPEN_TO_NEIGHBOURS


def check_facts(facts: ApplicantFacts, policy: Policy, *, is_on_site: bool) -> None:
    """Refuse what the policy does not allow, whoever wrote it down. Raises `DomainError`."""
    if not facts.first_name or not facts.street:
        raise DomainError(_("Fill in a first name and a street."))
    if facts.kind not in policy.member_types:
        raise DomainError(_("This group is for people who live there. Look for the group of your own street."))
    if facts.is_minor:
        _check_minor(facts, policy)
    if is_on_site and policy.vetting == Vetting.POLICE and not facts.agreed_to_transfer:
        raise DomainError(_("In this group the police check who joins. Tick that you agree, or do not go on."))


def _check_minor(facts: ApplicantFacts, policy: Policy) -> None:
    if not policy.parents_may_sign:
        raise DomainError(_("In this group everybody is %(age)s or older.") % {"age": policy.minimum_age})
    if not facts.guardian_name or not facts.guardian_email:
        raise DomainError(_("Fill in the name and the e-mail address of the parent who signs with you."))


class Checked(Protocol):
    """How far an application is, as far as corrections depend on it."""

    ended_at: datetime | None
    residence_proven_at: datetime | None
    vetted_at: datetime | None


def may_be_changed(application: Checked) -> bool:
    """Can the applicant still put right what they filled in? Not once somebody has checked it."""
    return not (application.ended_at or application.residence_proven_at or application.vetted_at)
