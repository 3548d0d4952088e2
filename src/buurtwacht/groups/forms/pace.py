# SPDX-License-Identifier: EUPL-1.2
"""How much is written in a group for now."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import WatchGroup

PAUSES = (
    ("0", _("No, members add what they see when they see it")),
    ("2", _("Yes, two minutes")),
    ("5", _("Yes, five minutes")),
    ("15", _("Yes, a quarter of an hour")),
)
ANNOUNCING = (
    ("", _("Everybody")),
    ("1", _("Only who reported it and the coordinators, for an hour")),
    ("24", _("Only who reported it and the coordinators, for a day")),
    ("168", _("Only who reported it and the coordinators, for a week")),
)


class PaceForm(forms.Form):
    """A wait between additions, and who may add at all."""

    minutes = forms.ChoiceField(
        label=_("Does a member wait between two additions to a report?"), choices=PAUSES, widget=forms.RadioSelect
    )
    hours = forms.ChoiceField(
        label=_("Who may add to a report?"), choices=ANNOUNCING, widget=forms.RadioSelect, required=False
    )

    def __init__(self, data: Any = None, *, group: WatchGroup) -> None:
        own = str(group.slow_minutes)
        super().__init__(data, initial={"minutes": own if own in dict(PAUSES) else "0", "hours": ""})

    @property
    def pause(self) -> int:
        return int(self.cleaned_data["minutes"])

    @property
    def until(self) -> datetime | None:
        """Until when only announcements are made; None for everybody."""
        hours = self.cleaned_data["hours"]
        return timezone.now() + timedelta(hours=int(hours)) if hours else None
