# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.enrolment.applying.asking import Situation, fields_for
from buurtwacht.enrolment.applying.facts import ApplicantFacts
from buurtwacht.enrolment.applying.purposes import PURPOSES
from buurtwacht.enrolment.applying.transfer import transfer_notice
from buurtwacht.enrolment.applying.whereabouts import Address
from buurtwacht.groups.models import WatchGroup
from buurtwacht.people.rules import clean_name

from . import cleaning
from .fields import MINOR, all_fields

MAIL_IS_THEIRS = gettext_lazy("Fill in another address than your own: your parent signs there.")


class DetailsForm(forms.Form):
    """Step 1: "Your details". It has the fields that the policy of the group asks, and no more."""

    def __init__(self, data: Any = None, *, group: WatchGroup, situation: Situation, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.group, self.policy = group, group.policy
        known = all_fields(self.policy)
        self.fields = {name: known[name] for name in fields_for(self.policy, situation)}
        if "agreed_to_transfer" in self.fields:
            self.fields["agreed_to_transfer"].label = transfer_notice(group)

    def purposes(self) -> dict[str, Any]:
        """Why each field is asked."""
        return {name: PURPOSES[name] for name in self.fields}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for name, value in cleaned.items():
            if isinstance(value, str):
                cleaned[name] = clean_name(value)
                self._check_not_blank(name, cleaned[name])
        self._clean_with("postcode", lambda text: cleaning.postcode(text, self.policy.country))
        self._clean_with("house_number", cleaning.house_number)
        self._clean_with("phone", lambda text: cleaning.phone(text, self.policy.country))
        self._clean_with("national_number", cleaning.national_number)
        if cleaned.get("age") == MINOR:
            self._check_guardian(cleaned)
        return cleaned

    def address(self) -> Address:
        """Where the applicant says to live. Only of a form that is right."""
        return Address(**{name: self.cleaned_data[name] for name in ("street", "house_number", "postcode", "town")})

    def facts(self, *, home: dict[str, float] | None, language: str, email: str = "") -> ApplicantFacts:
        """What was filled in. `email` is that of somebody who is signed in."""
        given = self.cleaned_data
        return ApplicantFacts(
            first_name=given["first_name"],
            family_name=given["family_name"],
            email=given.get("email") or email,
            phone=given["phone"],
            street=given["street"],
            house_number=given["house_number"],
            postcode=given["postcode"],
            town=given["town"],
            home=home,
            kind=given.get("kind") or self.policy.member_types[0],
            serves=given["serves"],
            wants_to_coordinate=given.get("wants_to_coordinate", False),
            is_minor=given.get("age") == MINOR,
            guardian_name=given.get("guardian_name", ""),
            guardian_email=given.get("guardian_email", "").lower(),
            national_number=given.get("national_number", ""),
            agreed_to_transfer=given.get("agreed_to_transfer", False),
            language=language,
        )

    def _clean_with(self, name: str, clean: Any) -> None:
        if self.cleaned_data.get(name):
            try:
                self.cleaned_data[name] = clean(self.cleaned_data[name])
            except ValidationError as problem:
                self.add_error(name, problem)

    def _check_not_blank(self, name: str, value: str) -> None:
        """Something was typed, and nothing is left that one can read."""
        if not value and self.fields[name].required:
            self.add_error(name, self.fields[name].error_messages["required"])

    def _check_guardian(self, cleaned: dict[str, Any]) -> None:
        if not cleaned.get("guardian_name") and "guardian_name" not in self.errors:
            self.add_error("guardian_name", _("Fill in the name of your parent."))
        if not cleaned.get("guardian_email") and "guardian_email" not in self.errors:
            self.add_error("guardian_email", _("Fill in the mail address of your parent."))
        elif cleaned.get("guardian_email", "").lower() == cleaned.get("email", "").lower() != "":
            self.add_error("guardian_email", MAIL_IS_THEIRS)
