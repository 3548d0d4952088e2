# SPDX-License-Identifier: EUPL-1.2
"""What paid messages of a group cost this month, and what they may cost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings

from buurtwacht.channels.registry import channels
from buurtwacht.delivery.ceiling import Allowance, allows, spending_since
from buurtwacht.lib.clock import month_began

from .models import WatchGroup

EURO = 1000  # amounts are in thousandths of a euro
NEAR = 80  # per cent at which the coordinator is told
HIGHEST = 10_000  # euros; more is a typing mistake


@dataclass(frozen=True, slots=True)
class Spending:
    """Of one group in this month, in thousandths of a euro. A `ceiling` of 0 is none."""

    per_channel: Mapping[str, int]
    ceiling: int

    @property
    def spent(self) -> int:
        return sum(self.per_channel.values())

    @property
    def percent(self) -> int:
        """How far the bar goes, from 0 to 100."""
        return min(100, 100 * self.spent // self.ceiling) if self.ceiling else 0

    @property
    def is_near(self) -> bool:
        return bool(self.ceiling) and self.percent >= NEAR

    @property
    def is_reached(self) -> bool:
        return bool(self.ceiling) and self.spent >= self.ceiling

    @property
    def euros(self) -> float:
        return self.spent / EURO

    @property
    def most_euros(self) -> float:
        return self.ceiling / EURO

    def lines(self) -> list[tuple[str, float]]:
        """Each channel by its name, with what it cost in euros, the dearest first."""
        known = channels()
        dearest = sorted(self.per_channel.items(), key=lambda line: -line[1])
        return [(str(known[kind].label) if kind in known else kind, cost / EURO) for kind, cost in dearest]


def ceiling_of(group: WatchGroup) -> int:
    """In thousandths of a euro a month, 0 for none. What the group does not say, the installation says."""
    own = group.monthly_ceiling
    return int(settings.MONTHLY_CEILING) if own is None else own


def spending_of(group: WatchGroup) -> Spending:
    return Spending(spending_since(group.pk, month_of(group)), ceiling_of(group))


def month_of(group: WatchGroup) -> datetime:
    """When this month began, by the clock of the group."""
    return month_began(group.tz)


@allows
def allowance_of(payer_id: UUID) -> Allowance | None:
    """For the room that sends: None where there is no ceiling, or no such group."""
    group = WatchGroup.objects.select_related("organisation").filter(pk=payer_id).first()
    most = ceiling_of(group) if group else 0
    return Allowance(most, month_of(group)) if group and most else None
