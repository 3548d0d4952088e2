# SPDX-License-Identifier: EUPL-1.2
"""The forms with which somebody adds a way to be reached, and puts their ways in order."""

from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext_lazy as _

from buurtwacht.people.models import ContactPoint
from buurtwacht.people.queries import Offer
from buurtwacht.people.queries.numbers import BY_NUMBER

from .signing_in import CODE

OFF = "off"
WHEN = (
    ("", _("We choose")),
    ("0", _("At once")),
    ("1", _("After 20 seconds")),
    ("2", _("After a minute")),
    (OFF, _("Do not use this")),
)


class AddressForm(forms.Form):
    """The address at which somebody wants to be reached. What it looks like depends on the channel."""

    address = forms.CharField(max_length=500, validators=[ProhibitNullCharactersValidator()])

    def __init__(self, *args: Any, offer: Offer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["address"]
        field.label, field.help_text = str(offer.about.asks), str(offer.about.hint)
        field.error_messages["required"] = _("Fill this in first.")
        if offer.kind in BY_NUMBER:
            field.widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"})
        else:
            field.widget = forms.TextInput(attrs={"autocapitalize": "off", "spellcheck": "false"})


class TypedCodeForm(forms.Form):
    """The code that came there."""

    code = forms.CharField(
        label=_("Code"),
        help_text=_("Six digits."),
        max_length=20,
        error_messages={"required": _("Type the code that you got.")},
        widget=forms.TextInput(attrs=CODE),
    )


class OrderForm(forms.Form):
    """When each channel is used for an alarm."""

    all_optional = True

    def __init__(self, *args: Any, points: list[ContactPoint], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for point in points:
            if point.gone_at or point.channel in self.fields:
                continue
            shown = OFF if not point.is_on else "" if point.step is None else str(point.step)
            self.fields[point.channel] = forms.ChoiceField(
                label=point.kind_in_words, choices=WHEN, initial=shown, required=False
            )

    def steps(self) -> dict[str, int | None]:
        """The chosen step of each channel that is used; None leaves it to us."""
        return {kind: int(when) if when else None for kind, when in self.cleaned_data.items() if when != OFF}

    def off(self) -> frozenset[str]:
        """The channels that are not used at all."""
        return frozenset(kind for kind, when in self.cleaned_data.items() if when == OFF)
