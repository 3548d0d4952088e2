# SPDX-License-Identifier: EUPL-1.2
"""`{% load places %}`: the street map."""

from itertools import count
from typing import Any

from django import template
from django.conf import settings
from django.template import Context

from buurtwacht.places.drawing.street_map import street_map as drawn
from buurtwacht.places.geo import AnyPoint, pair
from buurtwacht.places.models import Area
from buurtwacht.places.queries import area_at

register = template.Library()
_numbers = count(1)  # ids of the paths that names run along must differ on one page


@register.inclusion_tag("places/_street_map.html", takes_context=True)
def street_map(
    context: Context,
    location: AnyPoint | None,
    label: str,
    area: Area | None = None,
    move: bool = False,
    latitude_input: str = "",
    longitude_input: str = "",
    css: str = "",
) -> dict[str, Any]:
    """A map with a pin at `location`; `label` says in words what it shows, for who does not see it.

    Without `area` it is that of the group in the context, else the one around the pin. With `move` the pin can be
    dragged, or moved with the arrow keys; its place is written into the inputs with these ids. It works without
    script: then it is a picture, and the place can be typed.
    """
    drawing = drawn(location, area or _area_in(context) or _area_of(location))
    return {
        "map": drawing,
        "label": label,
        "key": next(_numbers) % 1_000_000,
        "move": move,
        "latitude_input": latitude_input,
        "longitude_input": longitude_input,
        "css": css,
        "window": " ".join(f"{number:g}" for number in drawing.window),
        "centre_latitude": repr(drawing.sheet.centre[0]),
        "centre_longitude": repr(drawing.sheet.centre[1]),
        "scale": repr(drawing.sheet.scale),
        "tiles": settings.TILES,
    }


def _area_in(context: Context) -> Area | None:
    return getattr(context.get("group"), "area", None)


def _area_of(location: AnyPoint | None) -> Area | None:
    found = area_at(*pair(location)) if location else None
    return Area.objects.get(pk=found.pk) if found else None
