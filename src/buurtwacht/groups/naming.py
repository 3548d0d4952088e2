# SPDX-License-Identifier: EUPL-1.2
"""A group as it is named on paper and under a mail: what it is called, what kind of area it has, and where (R035)."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from buurtwacht.places.models import Area

from .models import Organisation, WatchGroup

KINDS = {
    Area.Kind.NEIGHBOURHOOD: gettext_noop("%(group)s, neighbourhood in %(place)s"),
    Area.Kind.DISTRICT: gettext_noop("%(group)s, district in %(place)s"),
    Area.Kind.MUNICIPALITY: gettext_noop("%(group)s, in the municipality of %(place)s"),
}


def full_name(group: WatchGroup) -> str:
    """ "Vogelbuurt, neighbourhood in Ede", in the language that is active.

    Without an area, or where nobody told in which municipality it lies: the group and who stands behind it.
    """
    place = municipality_of(group)
    if group.area and place:
        return _(KINDS[Area.Kind(group.area.kind)]) % {"group": group.name, "place": place}
    return f"{group.name}, {place or group.organisation.name}"


def municipality_of(group: WatchGroup) -> str:
    """The municipality in which a group watches: the one around its area, else the one that stands behind it."""
    area = group.area
    while area and area.kind != Area.Kind.MUNICIPALITY:
        area = area.parent
    if area:
        return area.name
    is_municipal = group.organisation.kind == Organisation.Kind.MUNICIPALITY
    return group.organisation.name if is_municipal else ""
