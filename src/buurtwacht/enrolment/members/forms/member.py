# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.enrolment.applying.whereabouts import Address
from buurtwacht.groups.models import Membership
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.phones import normalised_phone
from buurtwacht.people.rules import clean_name

REASONS = (
    ("asked", gettext_lazy("This neighbour asked for it")),
    ("moved", gettext_lazy("This neighbour moved away")),
    ("died", gettext_lazy("This neighbour died")),
)


class AddressForm(forms.Form):
    """What was written down wrongly about where somebody lives and how to call them."""

    street = forms.CharField(
        label=gettext_lazy("Street"), max_length=120, error_messages={"required": gettext_lazy("Fill in the street.")}
    )
    house_number = forms.CharField(label=gettext_lazy("House number"), max_length=20, required=False)
    postcode = forms.CharField(label=gettext_lazy("Postcode"), max_length=12, required=False)
    town = forms.CharField(label=gettext_lazy("Town"), max_length=80, required=False)
    phone = forms.CharField(label=gettext_lazy("Phone number"), max_length=40, required=False)

    def __init__(self, data: Any = None, *, country: str, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self._country = country

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        cleaned = {name: clean_name(value) for name, value in cleaned.items()}
        if "street" in cleaned and not cleaned["street"]:
            self.add_error("street", self.fields["street"].error_messages["required"])
        if cleaned.get("phone"):
            try:
                cleaned["phone"] = normalised_phone(cleaned["phone"], self._country)
            except DomainError as refusal:
                self.add_error("phone", str(refusal))
        return cleaned

    def address(self) -> Address:
        return Address(**{name: self.cleaned_data[name] for name in ("street", "house_number", "postcode", "town")})


class EndForm(forms.Form):
    """Why somebody takes no further part: a code for the journal. For who broke a rule there are cases instead."""

    reason = forms.ChoiceField(
        label=gettext_lazy("Why does this end?"),
        choices=REASONS,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what fits.")},
    )


class ProxyForm(forms.Form):
    """Which neighbour rings at the door when there is an alert."""

    proxy = forms.ChoiceField(
        label=gettext_lazy("Which neighbour rings at the door?"),
        error_messages={"required": gettext_lazy("Choose a neighbour.")},
    )
    agreed = forms.BooleanField(
        label=gettext_lazy("I asked this neighbour, who agreed"),
        error_messages={"required": gettext_lazy("First ask that neighbour. Then tick this.")},
    )

    def __init__(self, data: Any = None, *, candidates: Iterable[Membership], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self._candidates = {str(one.pk): one for one in candidates}
        field = self.fields["proxy"]
        field.choices = [("", _("Choose a neighbour")), *neighbours(self._candidates)]  # type: ignore[attr-defined]

    def clean_proxy(self) -> Membership:
        found = self._candidates.get(self.cleaned_data["proxy"])
        if found is None:
            raise ValidationError(_("Choose a neighbour."), "required")
        return found


def neighbours(candidates: dict[str, Membership]) -> list[tuple[str, str]]:
    """As neighbours know each other: "Bram, Merelweg"."""
    return [(key, f"{one.person.first_name}, {one.street}") for key, one in candidates.items()]
