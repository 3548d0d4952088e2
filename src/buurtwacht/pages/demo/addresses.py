# SPDX-License-Identifier: EUPL-1.2
"""Addresses to try in the demo: each leads to another way in."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Example:
    """An address as one types it in the finder, and what one meets there."""

    postcode: str
    house_number: str
    street: str
    meets: str | Promise

    @property
    def words(self) -> str:
        """As one says it: "6711 AB 14", "Wolfstraat 12, 3620"."""
        if not self.street:
            return f"{self.postcode} {self.house_number}"
        return f"{self.street} {self.house_number}, {self.postcode}"


ADDRESSES: Sequence[Example] = [
    Example("6711 AB", "14", "", _("The Vogelbuurt. You sign on the screen, and show that you live there.")),
    Example("6716 NA", "3", "", _("The Sterrenbuurt. You are the third of three, so the group starts.")),
    Example("6224 GB", "5", "", _("A full group in Maastricht. You come on the waiting list.")),
    Example("6717 LA", "3", "", _("A street without a group. Start one yourself.")),
    Example("3620", "12", "Wolfstraat", _("Veldwezelt in Belgium. There the police check who joins.")),
    Example("3621", "7", "Kasteelweg", _("Rekem in Belgium. It was split last month: your street decides.")),
]
