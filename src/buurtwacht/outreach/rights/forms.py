# SPDX-License-Identifier: EUPL-1.2
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.outreach.forms.address import NO_NULL
from buurtwacht.outreach.forms.public import PublicForm
from buurtwacht.outreach.models import RightsRequest
from buurtwacht.people.forms import WRONG_ADDRESS
from buurtwacht.people.rules import LONGEST_NAME
from buurtwacht.wording.forms import WeighedForm

from .rules import SHORTEST_STREET

LONGEST = 2000
DAY = {"type": "date"}
HOURS = [("", gettext_lazy("I do not know")), *((str(hour), f"{hour:02}.00 – {hour:02}.59") for hour in range(24))]


def _street() -> forms.CharField:
    return forms.CharField(
        label=gettext_lazy("In which street?"),
        min_length=SHORTEST_STREET,
        max_length=100,
        validators=NO_NULL,
        error_messages={"required": gettext_lazy("Fill in the name of the street.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


def _day() -> forms.DateField:
    return forms.DateField(
        label=gettext_lazy("On which day?"),
        error_messages={
            "required": gettext_lazy("Fill in the day."),
            "invalid": gettext_lazy("Fill in the day, such as 2026-11-20."),
        },
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
    )


class RightsForm(PublicForm):
    """A request of somebody who may have been described. Its words are not weighed: nobody is kept from a right."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What do you ask?"),
        choices=RightsRequest.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what you ask.")},
    )
    street = _street()
    on = _day()
    hour = forms.TypedChoiceField(
        label=gettext_lazy("About what time?"), choices=HOURS, required=False, coerce=int, empty_value=None
    )
    words = forms.CharField(
        label=gettext_lazy("What is it about?"),
        help_text=gettext_lazy("What happened, and how you can be recognised in it. No more than is needed."),
        max_length=LONGEST,
        validators=NO_NULL,
        error_messages={
            "required": gettext_lazy("Tell in a few words what it is about."),
            "max_length": gettext_lazy("This is too long. Two thousand characters are the most."),
        },
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=LONGEST_NAME,
        validators=NO_NULL,
        error_messages={"required": gettext_lazy("Fill in your name.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        help_text=gettext_lazy("We send a code there first, and later the answer."),
        max_length=254,
        error_messages={"required": gettext_lazy("Fill in your mail address."), "invalid": WRONG_ADDRESS},
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )

    def clean_on(self) -> date:
        return _not_later_than_today(self.cleaned_data["on"])


class SearchForm(forms.Form):
    """Where and when to look for reports."""

    street = _street()
    on = _day()

    def clean_on(self) -> date:
        return _not_later_than_today(self.cleaned_data["on"])


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


def _not_later_than_today(day: date) -> date:
    if day > timezone.localdate():
        raise forms.ValidationError(_("This day is still to come."))
    return day
