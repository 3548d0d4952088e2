# SPDX-License-Identifier: EUPL-1.2
"""Offering to coordinate, and the card of an officer."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.enrolment.models import OfficerCard
from buurtwacht.groups.models import WatchGroup
from buurtwacht.people.forms import WRONG_ADDRESS


class CandidateForm(forms.Form):
    """A member would like to coordinate; where the police screen coordinators, they agree to that here."""

    agrees = forms.BooleanField(
        error_messages={"required": gettext_lazy("Tick that the police may check this, or do not go on.")}
    )

    def __init__(self, data: Any = None, *, police: str, asks_police: bool) -> None:
        super().__init__(data)
        if asks_police:
            words = _("My name and address go to %(police)s, who say yes or no, and never why.")
            self.fields["agrees"].label = words % {"police": police or _("the police")}
        else:
            del self.fields["agrees"]


class OfficerForm(forms.Form):
    """Where and when coordinators reach an officer. Members never see it."""

    phone = forms.CharField(
        label=gettext_lazy("Phone number at work"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"type": "tel"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail address at work"), required=False, error_messages={"invalid": WRONG_ADDRESS}
    )
    hours = forms.CharField(
        label=gettext_lazy("When can you be reached?"),
        help_text=gettext_lazy("For example: Monday to Thursday, 9 to 17."),
        required=False,
        max_length=120,
    )
    gives_workshops = forms.BooleanField(label=gettext_lazy("I can give a workshop to a group"), required=False)
    groups = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Which groups are yours?"),
        help_text=gettext_lazy("Choose none, and you are there for all of them."),
        queryset=WatchGroup.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": gettext_lazy("Choose one of the groups."),
            "invalid_pk_value": gettext_lazy("Choose one of the groups."),
        },
    )

    def __init__(self, data: Any = None, *, groups: Any, card: OfficerCard | None) -> None:
        names = ("phone", "email", "hours", "gives_workshops")
        initial = {name: getattr(card, name) for name in names} | {"groups": card.groups.all()} if card else {}
        super().__init__(data, initial=initial)
        self.fields["groups"].queryset = groups  # type: ignore[attr-defined]
