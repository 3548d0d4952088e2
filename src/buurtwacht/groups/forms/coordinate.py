# SPDX-License-Identifier: EUPL-1.2
"""Who coordinates, and who stands in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from buurtwacht.groups.models import Membership

from .fields import DateField, choose_among


class TurnForm(forms.Form):
    """Who stands in for whom, from when until when."""

    coordinator = forms.ModelChoiceField(
        label=gettext_lazy("Who is away?"), queryset=Membership.objects.none(), empty_label=gettext_lazy("Choose")
    )
    deputy = forms.ModelChoiceField(
        label=gettext_lazy("Who stands in?"), queryset=Membership.objects.none(), empty_label=gettext_lazy("Choose")
    )
    first_day = DateField(label=gettext_lazy("From which day?"))
    last_day = DateField(label=gettext_lazy("Up to and including which day?"))

    def __init__(self, data: Any = None, *, coordinators: Any, members: Any, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for name, people in (("coordinator", coordinators), ("deputy", members)):
            choose_among(self, name, people)


class AppointForm(forms.Form):
    """Who coordinates from now on."""

    member = forms.ModelChoiceField(
        label=gettext_lazy("Which member?"), queryset=Membership.objects.none(), empty_label=gettext_lazy("Choose")
    )

    def __init__(self, data: Any = None, *, members: Any, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        choose_among(self, "member", members)
