# SPDX-License-Identifier: EUPL-1.2
"""What somebody tells who asks to take part: the same from the form, from paper, from a list and on moving house."""

from dataclasses import dataclass

from buurtwacht.groups.models import Membership


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicantFacts:
    """Clean values: no control characters, a phone number as E.164, a national number as eleven digits.

    Without `email` the applicant is reached through the coordinator, by phone or by letter.
    """

    first_name: str
    street: str
    family_name: str = ""
    email: str = ""
    phone: str = ""
    house_number: str = ""
    postcode: str = ""
    town: str = ""
    home: dict[str, float] | None = None  # {"latitude": …, "longitude": …}
    kind: str = Membership.Kind.LIVES
    serves: bool = False
    wants_to_coordinate: bool = False
    is_minor: bool = False
    guardian_name: str = ""
    guardian_email: str = ""
    national_number: str = ""
    agreed_to_transfer: bool = False  # to the data going to the police for a check (R074)
    language: str = "nl"
