# SPDX-License-Identifier: EUPL-1.2
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.enrolment.applying.whereabouts import Address
from buurtwacht.enrolment.models import Departure
from buurtwacht.groups.models import Membership
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.phones import normalised_phone

from . import rules

LONGEST = 120


class LeaveForm(forms.Form):
    """Why, if somebody wants to say. It is counted by the month, and not kept with who it was."""

    reason = forms.ChoiceField(
        label=_("Would you like to say why?"),
        help_text=_("You need not. We count the answers by the month; nobody sees that it was you."),
        choices=[one for one in Departure.Reason.choices if one[0] != Departure.Reason.REMOVED],
        initial=Departure.Reason.UNSAID,
        required=False,
        widget=forms.RadioSelect,
    )

    def clean_reason(self) -> str:
        return str(self.cleaned_data["reason"] or Departure.Reason.UNSAID)


class PhoneForm(forms.Form):
    """The phone number from now on."""

    phone = forms.CharField(
        label=_("Your phone number"),
        error_messages={"required": _("Fill in your phone number.")},
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
    )

    def __init__(self, data: Any = None, *, country: str) -> None:
        self.country = country
        super().__init__(data)

    def clean_phone(self) -> str:
        try:
            return normalised_phone(self.cleaned_data["phone"], self.country)
        except DomainError as refusal:
            raise forms.ValidationError(str(refusal)) from refusal


class MoveForm(forms.Form):
    """The new address, and the day."""

    street = forms.CharField(
        label=_("Your new street"), max_length=LONGEST, widget=forms.TextInput(attrs={"autocomplete": "address-line1"})
    )
    house_number = forms.CharField(
        label=_("House number"), max_length=12, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    postcode = forms.CharField(
        label=_("Postcode"), max_length=10, widget=forms.TextInput(attrs={"autocomplete": "postal-code"})
    )
    town = forms.CharField(
        label=_("Town"), max_length=LONGEST, widget=forms.TextInput(attrs={"autocomplete": "address-level2"})
    )
    moves_on = forms.DateField(
        label=_("On which day do you move?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, data: Any = None, *, membership: Membership) -> None:
        self.membership = membership
        self.today = timezone.localdate(timezone=membership.group.tz)
        super().__init__(data, initial={"moves_on": self.today})

    def clean_moves_on(self) -> date:
        day: date = self.cleaned_data["moves_on"]
        try:
            rules.check_moving_day(day, self.today)
        except DomainError as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        return day

    @property
    def address(self) -> Address:
        names = ("street", "house_number", "postcode", "town")
        return Address(**{name: " ".join(self.cleaned_data[name].split()) for name in names})
