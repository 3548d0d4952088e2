# SPDX-License-Identifier: EUPL-1.2
"""A group is split, or another organisation stands behind it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from buurtwacht.groups.models import Membership, Organisation
from buurtwacht.wording.forms import WeighedForm

from .fields import LONGEST_NAME, neighbour


class SplitForm(WeighedForm):
    """Which streets make a group of their own, how it is called, and who coordinates it."""

    weighed = ("name",)
    streets = forms.MultipleChoiceField(
        label=gettext_lazy("Which streets go to the new group?"), widget=forms.CheckboxSelectMultiple
    )
    name = forms.CharField(label=gettext_lazy("How is the new group called?"), max_length=LONGEST_NAME)
    coordinator = forms.ModelChoiceField(
        label=gettext_lazy("Who coordinates the new group?"),
        help_text=gettext_lazy("Somebody who lives in one of these streets."),
        queryset=Membership.objects.none(),
        empty_label=gettext_lazy("Choose"),
    )

    def __init__(self, data: Any = None, *, streets: Iterable[tuple[str, str]], members: Any, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["streets"].choices = list(streets)  # type: ignore[attr-defined]
        self.fields["coordinator"].queryset = members  # type: ignore[attr-defined]
        self.fields["coordinator"].label_from_instance = neighbour  # type: ignore[attr-defined]


class OfferForm(forms.Form):
    """To which organisation a group is offered."""

    organisation = forms.ModelChoiceField(
        label=gettext_lazy("Which organisation?"),
        queryset=Organisation.objects.none(),
        empty_label=gettext_lazy("Choose"),
    )

    def __init__(self, data: Any = None, *, others: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["organisation"].queryset = others  # type: ignore[attr-defined]
