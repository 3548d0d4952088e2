# SPDX-License-Identifier: EUPL-1.2
"""Showing where one lives."""

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.enrolment.models import AddressProof

Way = AddressProof.Way


class WayForm(forms.Form):
    """How somebody shows where they live."""

    way = forms.ChoiceField(
        label=gettext_lazy("How would you like to show it?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose one of the ways."),
            "invalid_choice": gettext_lazy("Choose one of the ways."),
        },
    )

    def __init__(self, data: Any = None, *, ways: tuple[str, ...]) -> None:
        super().__init__(data)
        words = {
            Way.LETTER: (_("A letter with a code"), _("It comes to my house. Usually within a week.")),
            Way.NEIGHBOUR: (_("A neighbour knows me"), _("Somebody who takes part. Often on the same day.")),
            Way.VISIT: (_("The coordinator comes by"), _("They may see my house number for that.")),
        }
        labels = {way: format_html("<strong>{}</strong><small>{}</small>", *pair) for way, pair in words.items()}
        self.fields["way"].choices = [(way, labels[Way(way)]) for way in ways]  # type: ignore[attr-defined]


class CodeForm(forms.Form):
    """A code from paper, or from a neighbour's phone."""

    code = forms.CharField(
        label=gettext_lazy("The code"),
        max_length=24,
        help_text=gettext_lazy("Eight letters and figures, such as ACDE-FGHJ."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={
            "required": gettext_lazy("Fill in the code."),
            "max_length": gettext_lazy("That is too long. The code has eight letters and figures."),
        },
    )
