# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from typing import Any

from django import forms

from buurtwacht.enrolment.applying.whereabouts import Address
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.phones import normalised_phone
from buurtwacht.people.rules import clean_name
from buurtwacht.places.postcodes import normalised_postcode
from buurtwacht.policy.model import Policy
from buurtwacht.wording.forms import NameForm

from . import cleaning

NAMES = ("first_name", "family_name", "guardian_name")


class CleanForm(NameForm):
    """Cleans the fields that forms of an application share. A form of this kind sets `policy`."""

    weighed = ("first_name",)
    policy: Policy

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for name, value in list(cleaned.items()):
            if isinstance(value, str) and not isinstance(self.fields[name], forms.EmailField):
                cleaned[name] = clean_name(value)
                self._check_not_blank(name, cleaned[name])
        for name in NAMES:
            self._clean_with(name, cleaning.plain_name)
        self._clean_with("postcode", lambda text: normalised_postcode(text, self.policy.country))
        self._clean_with("house_number", cleaning.house_number)
        self._clean_with("phone", lambda text: normalised_phone(text, self.policy.country))
        self._clean_with("national_number", cleaning.national_number)
        return cleaned

    def address(self) -> Address:
        """Where the applicant says to live. Only of a form that is right."""
        return Address(**{name: self.cleaned_data[name] for name in ("street", "house_number", "postcode", "town")})

    def _clean_with(self, name: str, clean: Callable[[str], str]) -> None:
        if self.cleaned_data.get(name):
            try:
                self.cleaned_data[name] = clean(self.cleaned_data[name])
            except DomainError as problem:
                self.add_error(name, str(problem.message))

    def _check_not_blank(self, name: str, value: str) -> None:
        """Something was typed, and nothing is left that one can read."""
        if not value and self.fields[name].required:
            self.add_error(name, self.fields[name].error_messages["required"])
