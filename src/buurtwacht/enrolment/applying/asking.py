# SPDX-License-Identifier: EUPL-1.2
"""Which fields the form of a group has: as few as its policy allows. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from buurtwacht.enrolment.steps import asks_national_number
from buurtwacht.policy.model import Policy, Vetting

ADDRESS = ("postcode", "house_number", "street", "town")
NAMES = ("first_name", "family_name")
REACH = ("email", "phone")
AGE = ("is_adult", "age", "guardian_name", "guardian_email")


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known before the form is shown.

    `street_is_unknown`: nobody knows the street that was typed, so the form asks whether it is right.
    """

    is_signed_in: bool = False
    needs_coordinator: bool = False
    street_is_unknown: bool = False


def fields_for(policy: Policy, situation: Situation) -> tuple[str, ...]:
    """The names of the fields, in the order in which they are asked."""
    return tuple(_fields(policy, situation))


def _fields(policy: Policy, situation: Situation) -> Iterator[str]:
    yield from ADDRESS
    if situation.street_is_unknown:
        yield "street_is_right"
    yield from NAMES
    if not situation.is_signed_in:
        yield "email"
    yield "phone"
    if len(policy.member_types) > 1:
        yield "kind"
    yield from ("age", "guardian_name", "guardian_email") if policy.parents_may_sign else ("is_adult",)
    yield "serves"
    if situation.needs_coordinator:
        yield "wants_to_coordinate"
    if asks_national_number(policy):
        yield "national_number"
    if policy.vetting == Vetting.POLICE:
        yield "agreed_to_transfer"
