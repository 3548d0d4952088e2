# SPDX-License-Identifier: EUPL-1.2
"""A room that is attached by its address."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy


class RoomForm(forms.Form):
    """Where the room is. Whoever looks after the other network can say it."""

    channel = forms.ChoiceField(label=gettext_lazy("On which network?"))
    address = forms.CharField(
        label=gettext_lazy("The id of the room"),
        help_text=gettext_lazy("Copy it from the settings of the room. Our account must be in that room."),
        max_length=255,
    )

    def __init__(self, data: Any = None, *, networks: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["channel"].choices = list(networks)  # type: ignore[attr-defined]


class NewRoomForm(forms.Form):
    """A room that we make; who asks for it looks after it."""

    invite = forms.CharField(
        label=gettext_lazy("Your own address on that network"),
        help_text=gettext_lazy("We invite you, and you look after the room: you invite neighbours and remove them."),
        max_length=255,
    )
    alarm_only = forms.BooleanField(
        label=gettext_lazy("Only alerts: neighbours read, and only you and we write"), required=False, initial=True
    )
