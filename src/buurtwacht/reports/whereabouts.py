# SPDX-License-Identifier: EUPL-1.2
"""From words to a point and back, within the group's own streets. No network: it works when everything else is down."""

import re

from django.utils.translation import gettext as _

from buurtwacht.groups.models import WatchGroup
from buurtwacht.places.models import Area, Street
from buurtwacht.places.queries import nearest_street, street_named, streets_in

from .content import Location


def streets_of(group: WatchGroup) -> list[Street]:
    """The streets of the group's area, to choose from."""
    return list(streets_in(group.area)) if group.area else []


def point_of(group: WatchGroup, place: str) -> Location | None:
    """The point of the street of the group that the words name, with a typo or not; between two streets the middle."""
    if not group.area or not place:
        return None
    named = [street for street in streets_in(group.area) if _names(place, street.name)][:2]
    if not named:
        meant = street_named(group.area, place)
        named = [meant] if meant else []
    if not named:
        return None
    latitude = sum(street.latitude for street in named) / len(named)
    longitude = sum(street.longitude for street in named) / len(named)
    return Location(round(latitude, 5), round(longitude, 5))


def place_of(group: WatchGroup, point: Location | None) -> str:
    """Words for a pin on the map: near the nearest street."""
    if point is None:
        return ""
    street = nearest_street(group.area, point.latitude, point.longitude) if group.area else None
    return _("Near %(street)s") % {"street": street.name} if street else _("At the pin on the map")


def town_of(group: WatchGroup) -> str:
    """The municipality, as one names it to the operator."""
    area: Area | None = group.area
    while area is not None:
        if area.kind == Area.Kind.MUNICIPALITY:
            return area.name
        area = area.parent
    return group.organisation.name


def _names(place: str, street: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(street)}(?!\w)", place, re.IGNORECASE) is not None
