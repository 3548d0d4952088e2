# SPDX-License-Identifier: EUPL-1.2
"""What several forms share: a day, a name, and how a neighbour stands in a list."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from buurtwacht.groups.models import Membership

LONGEST_NAME = 60


class DateField(forms.DateField):
    """A day, chosen with the calendar of the device."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return super().widget_attrs(widget) | {"min": timezone.localdate().isoformat()}


def choose_among(form: forms.Form, name: str, people: QuerySet[Membership]) -> None:
    """Let a field choose one of these members, in the order of the alphabet. Names are encrypted: no database sorts."""
    labels = sorted(((one.pk, neighbour(one)) for one in people), key=lambda pair: pair[1].casefold())
    field = form.fields[name]
    field.queryset = people  # type: ignore[attr-defined]
    field.choices = [("", field.empty_label), *labels]  # type: ignore[attr-defined]


def neighbour(membership: Membership) -> str:
    """A member as neighbours know each other: "Bram, Merelweg"."""
    return ", ".join(part for part in (membership.person.first_name, membership.street) if part)
