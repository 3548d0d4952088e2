# SPDX-License-Identifier: EUPL-1.2
"""The phone numbers that are kept of somebody."""

from buurtwacht.enrolment.models import PhoneChange
from buurtwacht.enrolment.texting import can_text
from buurtwacht.groups.queries import memberships_of
from buurtwacht.lib.phones import readable_phone
from buurtwacht.people.models import ContactPoint, Person

BY_NUMBER = ("sms", "voice", "whatsapp")  # the channels whose address is a phone number


def phone_points_of(person: Person) -> list[ContactPoint]:
    """The ways to reach somebody by their phone number."""
    return list(ContactPoint.objects.filter(person=person, channel__in=BY_NUMBER))


def numbers_of(person: Person) -> set[str]:
    """Every number that is kept of somebody, as E.164: with the groups, and to reach them."""
    with_groups = {membership.phone for membership in memberships_of(person)}
    return (with_groups | {point.address for point in phone_points_of(person)}) - {""}


def is_settled(person: Person, phone: str) -> bool:
    """Is this already the one number of this person, and proven where it can be?"""
    is_proven = any(point.address == phone and point.verified_at for point in phone_points_of(person))
    return numbers_of(person) == {phone} and (is_proven or not can_text(phone))


def readable_numbers_of(person: Person) -> list[str]:
    """The same, as people in their country write them."""
    return sorted(readable_phone(number, country_of(person)) for number in numbers_of(person))


def new_number_of(person: Person) -> str:
    """The number that waits for its code, as people write it; nothing when none does."""
    change = PhoneChange.objects.filter(person=person).first()
    return readable_phone(change.phone, country_of(person)) if change else ""


def country_of(person: Person) -> str:
    """In which country a number without one is: that of the group. Empty for who takes part in none."""
    membership = memberships_of(person).first()
    return membership.group.policy.country if membership else ""
