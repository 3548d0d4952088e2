# SPDX-License-Identifier: EUPL-1.2
"""The five leaflets of the starter pack (R086, R174), in our own words, for who joins before there is a workshop."""

from buurtwacht.policy.model import Policy

from .alarms import BE_ALERT, BURGERNET
from .home import HABITS, LOCKS
from .looking import BEHAVIOUR, describing
from .model import Leaflet, Point

__all__ = ["WORKSHOP", "Leaflet", "Point", "leaflets_for"]

WORKSHOP = "workshop"  # stands among what somebody read, when they were at the workshop instead


def leaflets_for(policy: Policy) -> tuple[Leaflet, ...]:
    """The five leaflets, in the order in which one reads them. The last one differs by country."""
    return LOCKS, HABITS, BEHAVIOUR, describing(policy), BE_ALERT if policy.country == "be" else BURGERNET
