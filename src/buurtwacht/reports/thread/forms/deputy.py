# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import Membership


class DeputyForm(forms.Form):
    """Who stands in for the coordinator, and until which day."""

    deputy = forms.ModelChoiceField(
        label=_("Who stands in for you?"), queryset=Membership.objects.none(), empty_label=_("Choose")
    )
    last_day = forms.DateField(
        label=_("Up to and including which day?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, data: Any = None, *, candidates: Any, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        field = self.fields["deputy"]
        field.queryset = candidates  # type: ignore[attr-defined]
        field.label_from_instance = lambda membership: membership.person.first_name  # type: ignore[attr-defined]
        self.fields["last_day"].widget.attrs["min"] = timezone.localdate().isoformat()
