# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext_lazy as _

from buurtwacht.lib.errors import DomainError
from buurtwacht.outreach.finding import Address
from buurtwacht.places.postcodes import normalised_postcode

NO_NULL = [ProhibitNullCharactersValidator()]


class AddressForm(forms.Form):
    """Where somebody lives: in the Netherlands a postcode with a number, in Belgium a postcode with a street."""

    all_optional = True
    postcode = forms.CharField(
        label=_("Postcode"),
        max_length=12,
        required=False,
        validators=NO_NULL,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "spellcheck": "false"}),
    )
    house_number = forms.CharField(
        label=_("House number"),
        max_length=12,
        required=False,
        validators=NO_NULL,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "text"}),
    )
    street = forms.CharField(
        label=_("Street"),
        max_length=100,
        required=False,
        validators=NO_NULL,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, data: Any = None, *, country: str = "", **rest: Any) -> None:
        """`country` is that of the organisation: it decides what is said about a postcode that is none."""
        super().__init__(data, **rest)
        self.country = country

    def clean_postcode(self) -> str:
        """In its one spelling: "6711 AB", "3620"."""
        typed: str = self.cleaned_data["postcode"].strip()
        if not typed:
            return ""
        try:
            return normalised_postcode(typed)
        except DomainError as refusal:
            raise ValidationError(self._sentence(typed, refusal), "postcode") from refusal

    def _sentence(self, typed: str, refusal: DomainError) -> str:
        """What is wrong with a postcode, as the country here writes them."""
        try:
            normalised_postcode(typed, self.country)
        except DomainError as here:
            return str(here.message)
        return str(refusal.message)

    def clean_house_number(self) -> str:
        typed = " ".join(self.cleaned_data["house_number"].split())
        if typed and not typed[0].isdigit():
            raise ValidationError(_("A house number begins with a figure, such as 14 or 14a."))
        return typed

    def clean_street(self) -> str:
        return " ".join(self.cleaned_data["street"].split())

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if self.errors:
            return told
        postcode, street = told.get("postcode", ""), told.get("street", "")
        if not postcode and not street:
            self.add_error("postcode", _("Fill in your postcode, or the name of your street."))
        elif postcode.isdigit() and not street:
            self._ask_for_more(postcode)
        return told

    def _ask_for_more(self, postcode: str) -> None:
        """Four digits: half a Dutch postcode, or a Belgian one."""
        if self.country == "nl":
            self.add_error("postcode", self._sentence(postcode, DomainError("")))
        else:
            self.add_error("street", _("A Belgian postcode is large. Fill in the street too."))

    @property
    def address(self) -> Address:
        """What was typed, once it is valid."""
        told = self.cleaned_data
        return Address(postcode=told["postcode"], house_number=told["house_number"], street=told["street"])
