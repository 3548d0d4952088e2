# SPDX-License-Identifier: EUPL-1.2
from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.outreach.forms.address import NO_NULL
from buurtwacht.outreach.rights.rules import SHORTEST_STREET

LONGEST = 2000
DAY = {"type": "date"}


def street_field() -> forms.CharField:
    return forms.CharField(
        label=gettext_lazy("In which street?"),
        min_length=SHORTEST_STREET,
        max_length=100,
        validators=NO_NULL,
        error_messages={"required": gettext_lazy("Fill in the name of the street.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


def day_field() -> forms.DateField:
    return forms.DateField(
        label=gettext_lazy("On which day?"),
        error_messages={
            "required": gettext_lazy("Fill in the day."),
            "invalid": gettext_lazy("Fill in the day, such as 2026-11-20."),
        },
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
    )


def not_later_than_today(day: date) -> date:
    if day > timezone.localdate():
        raise forms.ValidationError(_("This day is still to come."))
    return day
