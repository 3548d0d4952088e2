# SPDX-License-Identifier: EUPL-1.2
from dataclasses import dataclass
from typing import Any, Self

from django.forms import BoundField
from django.utils.translation import gettext as _

from buurtwacht.enrolment.applying.asking import ADDRESS, AGE, NAMES, REACH, fields_for
from buurtwacht.enrolment.applying.facts import ApplicantFacts
from buurtwacht.enrolment.applying.opening import Opening
from buurtwacht.enrolment.applying.purposes import PURPOSES
from buurtwacht.enrolment.applying.transfer import transfer_notice

from .base import CleanForm
from .fields import MINOR, all_fields

STREET_IS_RIGHT, AGREED = "street_is_right", "agreed_to_transfer"
SECTIONS = {
    "address": (*ADDRESS, STREET_IS_RIGHT),
    "person": (*NAMES, *REACH),
    "questions": ("kind", *AGE, "serves", "wants_to_coordinate"),
    "police": ("national_number", AGREED),
}


@dataclass(frozen=True, slots=True)
class Section:
    """Some fields under one heading; `purposes` are pairs of a label and what that field is for."""

    key: str
    fields: list[BoundField]
    purposes: list[tuple[str, Any]]


class DetailsForm(CleanForm):
    """Step 1: "Your details". It has the fields that the policy of the group asks, and no more."""

    def __init__(self, opening: Opening, data: Any = None, *, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.opening, self.policy = opening, opening.group.policy
        self.known = all_fields(self.policy)
        self.fields = {name: self.known[name] for name in fields_for(self.policy, opening.situation)}
        if AGREED in self.fields:
            self.fields[AGREED].label = transfer_notice(opening.group)

    def sections(self) -> list[Section]:
        """The fields in the groups in which they are shown, each with what it is for."""
        shown = [(key, [name for name in names if name in self.fields]) for key, names in SECTIONS.items()]
        return [
            Section(
                key=key,
                fields=[self[name] for name in names],
                purposes=[(str(self[name].label), PURPOSES[name]) for name in names if name != AGREED],
            )
            for key, names in shown
            if names
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("age") == MINOR:
            self._check_guardian(cleaned)
        return cleaned

    def says_street_is_right(self) -> bool:
        """The applicant was asked whether a street that nobody knows is right, and said yes."""
        return STREET_IS_RIGHT in self.data

    def asking_about_street(self) -> Self:
        """The same form, that asks besides whether the street is right."""
        self.fields[STREET_IS_RIGHT] = self.known[STREET_IS_RIGHT]
        self.add_error("street", _("We do not know this street here. Look whether it is written well."))
        return self

    def facts(self, *, home: dict[str, float] | None, language: str) -> ApplicantFacts:
        """What was filled in. Only of a form that is right."""
        given, person = self.cleaned_data, self.opening.person
        is_minor = given.get("age") == MINOR
        return ApplicantFacts(
            first_name=given["first_name"],
            family_name=given["family_name"],
            email=person.email if person else given["email"],
            phone=given["phone"],
            street=given["street"],
            house_number=given["house_number"],
            postcode=given["postcode"],
            town=given["town"],
            home=home,
            kind=given.get("kind") or str(self.policy.member_types[0]),
            serves=given["serves"],
            wants_to_coordinate=given.get("wants_to_coordinate", False),
            is_minor=is_minor,
            guardian_name=given.get("guardian_name", ""),
            guardian_email=given.get("guardian_email", "").lower(),
            national_number=given.get("national_number", ""),
            agreed_to_transfer=given.get(AGREED, False),
            language=language,
        )

    def _check_guardian(self, cleaned: dict[str, Any]) -> None:
        """A parent with a name, and a mail address that is not the applicant's own."""
        own = self.opening.person.email if self.opening.person else cleaned.get("email", "")
        for name, missing in (
            ("guardian_name", _("Fill in the name of your parent.")),
            ("guardian_email", _("Fill in the mail address of your parent.")),
        ):
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, missing)
        if cleaned.get("guardian_email") and cleaned["guardian_email"].lower() == own.lower():
            self.add_error("guardian_email", _("Fill in another address than your own: your parent signs there."))
