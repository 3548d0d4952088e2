# SPDX-License-Identifier: EUPL-1.2
"""Does whoever is written down as the first coordinator live where the group watches? (R040)"""

from django.utils.translation import gettext as _

from buurtwacht.places.addresses import spot_of
from buurtwacht.places.house_numbers import number_in
from buurtwacht.places.names import plain
from buurtwacht.places.queries import streets_in

from .models import Organisation, WatchGroup
from .territory_queries import group_at_address


def doubt_about(group: WatchGroup, street: str, house_number: str = "") -> str:
    """A sentence when this address seems to lie elsewhere, or nobody knows it; empty when it belongs here.

    It is a question and no refusal: a new street is on no list. Where no street is known nothing can be compared.
    """
    street = street.strip()
    chosen = {plain(name) for name in group.street_ranges.values_list("street", flat=True)}
    if chosen and plain(street) not in chosen:
        return _("%(street)s is not one of the streets of this group. Look at it again.") % {"street": street}
    if group.area is None:
        return ""
    organisation = group.organisation
    town = organisation.name if organisation.kind == Organisation.Kind.MUNICIPALITY else ""
    spot = spot_of(f"{street} {house_number}".strip(), area=group.area, town=town) or spot_of(street, town=town)
    if spot is None:
        return _unknown(street) if not chosen and streets_in(group.area).exists() else ""
    owner = group_at_address(spot, street, number_in(house_number))
    if owner == group:
        return ""
    if owner is not None:
        return _("This address lies in %(group)s, not in the area of this group.") % {"group": owner.name}
    return _("This address does not lie in the area of this group.")


def _unknown(street: str) -> str:
    return _("We know no %(street)s in the area of this group. Look at the spelling.") % {"street": street}
