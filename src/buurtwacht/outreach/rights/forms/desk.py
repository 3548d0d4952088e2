# SPDX-License-Identifier: EUPL-1.2
"""What who answers fills in."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.outreach.forms.address import NO_NULL
from buurtwacht.outreach.models import RightsRequest
from buurtwacht.wording.forms import WeighedForm

from .fields import LONGEST, day_field, not_later_than_today, street_field


class SearchForm(forms.Form):
    """Where and when to look for reports."""

    street = street_field()
    on = day_field()

    def clean_on(self) -> date:
        return not_later_than_today(self.cleaned_data["on"])


class AnswerRequestForm(WeighedForm):
    """What is done, why, and how it is known who asked."""

    weighed = ("answer",)
    outcome = forms.ChoiceField(
        label=gettext_lazy("What do you answer?"),
        choices=RightsRequest.Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what you answer.")},
    )
    known_by = forms.ChoiceField(
        label=gettext_lazy("How do you know that it is them?"),
        help_text=gettext_lazy("A copy of an identity card is never needed. A talk or an appointment is enough."),
        choices=RightsRequest.Known.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    answer = forms.CharField(
        label=gettext_lazy("What you did, or why not"),
        help_text=gettext_lazy("Name no neighbours. Where to complain is added to the letter by itself."),
        max_length=LONGEST,
        validators=NO_NULL,
        error_messages={"required": gettext_lazy("Write an answer first.")},
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        if told.get("outcome") not in (None, RightsRequest.Outcome.REFUSED) and not told.get("known_by"):
            self.add_error("known_by", _("Choose how you know that it is them."))
        return told


class ProlongForm(WeighedForm):
    """Why it takes longer."""

    weighed = ("because",)
    because = forms.CharField(
        label=gettext_lazy("Why does it take longer?"),
        max_length=LONGEST,
        validators=NO_NULL,
        error_messages={"required": gettext_lazy("Write down the reason. It goes to who asked.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )
