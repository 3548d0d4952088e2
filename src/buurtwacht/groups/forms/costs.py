# SPDX-License-Identifier: EUPL-1.2
"""What paid messages of a group may cost in a month, in euros."""

from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from buurtwacht.groups.ceiling import EURO, HIGHEST
from buurtwacht.groups.models import WatchGroup


class CostsForm(forms.Form):
    all_optional = True

    euros = forms.DecimalField(
        label=gettext_lazy("How many euros may they cost in a month?"),
        min_value=Decimal(0),
        max_value=Decimal(HIGHEST),
        decimal_places=2,
        required=False,
        localize=True,
    )

    def __init__(self, data: Any = None, *, group: WatchGroup) -> None:
        own = group.monthly_ceiling
        super().__init__(data, initial={} if own is None else {"euros": Decimal(own) / EURO})
        self.fields["euros"].help_text = _standard()

    @property
    def ceiling(self) -> int | None:
        """In thousandths of a euro; None where the installation decides."""
        euros = self.cleaned_data["euros"]
        return None if euros is None else int(euros * EURO)


def _standard() -> str:
    if not settings.MONTHLY_CEILING:
        return _("Fill in nothing, or 0, for no ceiling.")
    amount = number_format(Decimal(settings.MONTHLY_CEILING) / EURO, decimal_pos=2)
    return _("Fill in nothing for the standard here: %(amount)s euros. Fill in 0 for no ceiling.") % {"amount": amount}
