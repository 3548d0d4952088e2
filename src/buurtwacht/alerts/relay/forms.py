# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import WatchGroup


class AskNeighboursForm(forms.Form):
    """Which neighbouring groups are asked. Nothing is chosen beforehand."""

    groups = forms.MultipleChoiceField(
        label=_("Which groups do you ask?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose at least one group."),
            "invalid_choice": _("One of these groups was asked already or cannot be asked. Look at the list again."),
        },
    )

    def __init__(self, data: Any = None, *, groups: Sequence[WatchGroup]) -> None:
        super().__init__(data)
        self._groups = {str(group.pk): group for group in groups}
        self.fields["groups"].choices = [(key, group.name) for key, group in self._groups.items()]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[WatchGroup]:
        """Only of a form that is right."""
        return [self._groups[key] for key in self.cleaned_data["groups"]]
