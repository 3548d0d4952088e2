# SPDX-License-Identifier: EUPL-1.2
"""What somebody asks: on the site, or in a letter that is typed over."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.outreach.forms.address import NO_NULL
from buurtwacht.outreach.forms.public import PublicForm
from buurtwacht.outreach.models import RightsRequest
from buurtwacht.outreach.rights.rules import refusal_of_day
from buurtwacht.people.forms import WRONG_ADDRESS
from buurtwacht.people.rules import LONGEST_NAME

from .fields import LONGEST, day_field, not_later_than_today, street_field

HOURS = [("", gettext_lazy("I do not know")), *((str(hour), f"{hour:02}.00 – {hour:02}.59") for hour in range(24))]


class AskedForm(forms.Form):
    """What somebody asks who may have been described, and where and when that was."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What do you ask?"),
        choices=RightsRequest.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what you ask.")},
    )
    street = street_field()
    on = day_field()
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
        return not_later_than_today(self.cleaned_data["on"])


class RightsForm(AskedForm, PublicForm):
    """Asked on the site. Its words are not weighed: nobody is kept from a right."""


class LetterForm(AskedForm):
    """Asked on paper, and typed over by who answers. Without a mail address the answer is printed."""

    received_on = day_field()
    address = forms.CharField(
        label=gettext_lazy("The address for the answer"),
        help_text=gettext_lazy("Street and number, postcode and town, as on an envelope."),
        max_length=300,
        validators=NO_NULL,
        error_messages={"required": gettext_lazy("Fill in the address for the answer.")},
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )
    language = forms.ChoiceField(label=gettext_lazy("The language of the answer"), choices=settings.LANGUAGES)

    def __init__(self, data: Mapping[str, Any] | None, *, language: str) -> None:
        super().__init__(data, initial={"language": language})
        labels = {
            "received_on": _("On which day did the letter come?"),
            "kind": _("What does the letter ask?"),
            "street": _("Which street is it about?"),
            "on": _("Which day is it about?"),
            "words": _("What does the letter say?"),
            "name": _("Name of who wrote it"),
            "email": _("E-mail address, if it stands in the letter"),
        }
        for name, label in labels.items():
            self.fields[name].label = label
        self.fields["words"].help_text = _("Type it over word for word.")
        self.fields["received_on"].help_text = _("The month of the law counts from this day.")
        self.fields["email"].help_text = _("With one the answer also goes by mail.")
        self.fields["email"].required = False
        for name in ("name", "email"):
            self.fields[name].widget.attrs["autocomplete"] = "off"

    def clean_received_on(self) -> date:
        day: date = self.cleaned_data["received_on"]
        if refusal := refusal_of_day(day, timezone.localdate()):
            raise forms.ValidationError(refusal)
        return day
