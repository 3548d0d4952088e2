# SPDX-License-Identifier: EUPL-1.2
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from buurtwacht.enrolment.applying.forms.cleaning import plain_name
from buurtwacht.groups.lifecycle import FEWEST, MOST
from buurtwacht.groups.services.plan import LONGEST_GOAL
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.rules import clean_name
from buurtwacht.wording.forms import WeighedForm

from .address import NO_NULL


class PlanForm(WeighedForm):
    """What the new group is called, why, and how many neighbours it needs before it starts."""

    weighed = ("name", "goal")
    name = forms.CharField(
        label=_("Name of the group"),
        help_text=_("Mostly that of the neighbourhood."),
        max_length=60,
        validators=NO_NULL,
        error_messages={"required": _("Give the group a name, such as that of the neighbourhood.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    goal = forms.CharField(
        label=_("Why would you like a group here?"),
        help_text=_("Neighbours read this. No names, please."),
        max_length=LONGEST_GOAL,
        required=False,
        validators=NO_NULL,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    needed = forms.IntegerField(
        label=_("With how many neighbours do you start?"),
        help_text=_("Ten is a good beginning. Three is possible."),
        min_value=FEWEST,
        max_value=MOST,
        initial=10,
        error_messages={"required": _("Fill in a number."), "invalid": _("Fill in a number.")},
    )

    def clean_name(self) -> str:
        try:
            name = plain_name(clean_name(self.cleaned_data["name"]))
        except DomainError as problem:
            raise ValidationError(str(problem)) from None
        if not any(sign.isalnum() for sign in name):
            raise ValidationError(self.fields["name"].error_messages["required"], "required")
        return name
