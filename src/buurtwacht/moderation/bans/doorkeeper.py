# SPDX-License-Identifier: EUPL-1.2
"""Stands at the door of every group: who is under a ban there comes in on the day it ends."""

from django.utils.translation import gettext as _

from buurtwacht.groups.doorkeepers import BAN, Newcomer, TurnedAway, doorkeeper
from buurtwacht.groups.models import WatchGroup

from .queries import ban_for


@doorkeeper
def not_before_the_day(group: WatchGroup, newcomer: Newcomer) -> TurnedAway | None:
    ban = ban_for(group, newcomer)
    if ban is None:
        return None
    return TurnedAway(
        reason=BAN,
        until=ban.ends_at,
        sentence=_("This neighbour cannot take part in this group now. They can ask the group why."),
    )
