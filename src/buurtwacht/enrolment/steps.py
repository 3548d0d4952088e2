# SPDX-License-Identifier: EUPL-1.2
"""Which steps lie between "how do I join?" and membership, in which order, and which comes next. Pure.

The words are those of requirement R087: submitted, confirmed, being checked, approved or refused, member.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from buurtwacht.policy.model import Acceptance, Admission, Gate, Policy, Vetting


class Step(StrEnum):
    """One thing that has to be done. Its value is also the name of the moment at which it was done."""

    EMAIL = "email_proven_at"
    PHONE = "phone_proven_at"
    SIGN = "signed_at"
    GUARDIAN = "guardian_signed_at"
    RESIDENCE = "residence_proven_at"
    POLICE = "vetted_at"
    PLACE = "placed_at"
    GATE = "gate_passed_at"
    ADMISSION = "admitted_at"


# What is true of an application whose next step is this one.
STATUS_BEFORE = {
    Step.EMAIL: "submitted",
    Step.PHONE: "submitted",
    Step.SIGN: "confirmed",
    Step.GUARDIAN: "confirmed",
    Step.RESIDENCE: "checking",
    Step.POLICE: "checking",
    Step.PLACE: "waiting",
    Step.GATE: "approved",
    Step.ADMISSION: "approved",
}
DONE = "joined"


class Facts(Protocol):
    """What an application says, as far as the steps depend on it."""

    email: str
    phone: str
    is_minor: bool
    source: str
    email_proven_at: datetime | None
    phone_proven_at: datetime | None
    signed_at: datetime | None
    guardian_signed_at: datetime | None
    residence_proven_at: datetime | None
    vetted_at: datetime | None
    placed_at: datetime | None
    gate_passed_at: datetime | None
    admitted_at: datetime | None


def steps_of(
    policy: Policy, facts: Facts, *, proves_phones: bool, group_runs: bool, checks_addresses: bool = True
) -> tuple[Step, ...]:
    """The steps that this policy asks of this applicant, in order.

    `proves_phones`: this installation can send a code to a phone. `group_runs`: the group is active; one that is
    being formed has nobody yet who could let people in. `checks_addresses`: there is somebody who can check where
    people live; the first neighbour of a group without a municipality has nobody.
    """
    asked = {  # who is in has no address here any more: what was proven stays on the list
        Step.EMAIL: bool(facts.email or facts.email_proven_at),
        Step.PHONE: bool(facts.phone_proven_at or (facts.phone and proves_phones)),
        Step.SIGN: True,
        Step.GUARDIAN: facts.is_minor and policy.parents_may_sign,
        Step.RESIDENCE: policy.vetting == Vetting.ADDRESS and checks_addresses,
        Step.POLICE: policy.vetting == Vetting.POLICE,
        Step.PLACE: True,
        Step.GATE: policy.gate == Gate.REQUIRED_OR_STARTER_PACK,
        Step.ADMISSION: policy.admission == Admission.COORDINATOR and group_runs,
    }
    return tuple(step for step, is_asked in asked.items() if is_asked)


def next_step(steps: Iterable[Step], facts: Facts) -> Step | None:
    """The first step that has not been done; None when everything has."""
    return next((step for step in steps if getattr(facts, step.value) is None), None)


def status_at(step: Step | None) -> str:
    """The status of an application whose next step is this one."""
    return STATUS_BEFORE[step] if step else DONE


def signs_on_screen(policy: Policy) -> bool:
    """Does the policy ask for a signature, rather than a tick or nothing? (C12)"""
    return policy.acceptance in (Acceptance.SIGNED_DECLARATION, Acceptance.E_SIGNATURE, Acceptance.CHARTER)


def asks_national_number(policy: Policy) -> bool:
    """Only a Belgian organisation that recorded its own authorisation, and only where the police check (C11, R073)."""
    return policy.country == "be" and policy.vetting == Vetting.POLICE and bool(policy.national_number_authorisation)
