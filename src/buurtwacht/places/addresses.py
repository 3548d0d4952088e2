# SPDX-License-Identifier: EUPL-1.2
"""From what somebody types as an address to a point: by the address service where there is one, else by our streets.

A postcode is looked up in our own table first, which the operator can fill from a file.
"""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q

from buurtwacht.lib.errors import DomainError

from . import locatieserver
from .geo import Point, pair
from .house_numbers import HouseNumber, number_in, parse_house_number
from .models import Area, Postcode, Street
from .names import closest
from .postcodes import country_of, municipalities_of, normalised_postcode
from .queries import area_at, street_named

__all__ = ["HouseNumber", "Spot", "parse_house_number", "spot_of", "spot_of_postcode", "towns_of_postcode"]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is: in words, as a point, and in which area. `street` is its name, where that is known."""

    words: str
    point: Point
    area: Area | None
    street: str = ""


def spot_of(text: str, *, area: Area | None = None, town: str = "") -> Spot | None:
    """The place that somebody means; None when nobody knows it.

    `area` is where to look first for a street. Without the address service a house number adds nothing.
    """
    text = " ".join(text.split())
    if not text:
        return None
    for found in locatieserver.search(text, town=town):
        if found.point:
            return Spot(found.name, found.point, area_at(*found.point), found.street)
    street = street_named(area, text) if area else _street_anywhere(text)
    return _spot_in(street, area) if street else None


def spot_of_postcode(postcode: str, house_number: str = "", *, street: str = "", country: str = "") -> Spot | None:
    """The place with this postcode and house number; None when nobody knows it.

    Our own table knows it first, then the address service for a Dutch postcode, then the name of the street: in Belgium
    within the municipality of the postcode. Without a country the postcode itself tells. What is no postcode leads
    nowhere; `postcodes.normalised_postcode` says what is wrong with it.
    """
    try:
        code = normalised_postcode(postcode, country)
    except DomainError:
        return _in_our_streets(street)
    number = number_in(house_number)
    return _in_our_table(code, number, street) or _at_the_service(code, house_number) or _by_street(code, street)


def towns_of_postcode(postcode: str) -> list[str]:
    """The towns behind a postcode: its Belgian municipalities, or what our own table says of a Dutch one."""
    try:
        code = normalised_postcode(postcode)
    except DomainError:
        return []
    if country_of(code) == "be":
        return [municipality.name for municipality in municipalities_of(code)]
    known = Postcode.objects.filter(country="nl", code=code).exclude(town="")
    return list(known.order_by("town").values_list("town", flat=True).distinct())


def _in_our_table(code: str, number: int | None, street: str) -> Spot | None:
    """The nearest that we have: the right street before any other, then this very door before its neighbours.

    A postcode of several streets leads nowhere when none of them was meant: in Belgium it holds a whole town.
    """
    rows = list(Postcode.objects.filter(country=country_of(code), code=code))
    names = {row.street for row in rows if row.street}
    meant = closest(street, names) if street.strip() else None
    if meant is None and (len(names) > 1 or (names and street.strip() and country_of(code) == "be")):
        return None
    fitting = [row for row in rows if meant is None or row.street in (meant, "")]
    if not fitting:
        return None
    row = min(fitting, key=lambda one: (one.street != (meant or one.street), *_farness(one, number), str(one.pk)))
    point = (row.latitude, row.longitude)
    name = row.street or street.strip()
    words = ", ".join(filter(None, (f"{name} {number or ''}".strip(), f"{code} {row.town}".strip())))
    return Spot(words, point, area_at(*point), name)


def _farness(row: Postcode, number: int | None) -> tuple[float, int]:
    """How far the numbers of a row are from this one, then how many they are. Across the street is farther."""
    if number is None or row.first_number is None or row.last_number is None:
        return (0 if number is None else 0.5, row.last_number or 0)
    away = max(row.first_number - number, number - row.last_number, 0)
    other_side = row.first_number == row.last_number and (row.first_number - number) % 2
    return (away + 2 * other_side if away else 0, row.last_number - row.first_number)


def _at_the_service(code: str, house_number: str) -> Spot | None:
    if country_of(code) != "nl" or not house_number.strip():
        return None
    compact = code.replace(" ", "")
    for found in locatieserver.search(f"{compact} {house_number}"):
        if found.point and compact in found.name.replace(" ", ""):  # it also answers with what is only alike
            return Spot(found.name, found.point, area_at(*found.point), found.street)
    return None


def _by_street(code: str, street: str) -> Spot | None:
    if country_of(code) == "nl":
        return _in_our_streets(street)
    for town in _areas_of(code):
        found = street_named(town, street)
        if found:
            return _spot_in(found, town)
    return None


def _in_our_streets(text: str) -> Spot | None:
    street = _street_anywhere(text)
    return _spot_in(street, None) if street else None


def _areas_of(code: str) -> list[Area]:
    """The municipalities of a Belgian postcode, as far as they were imported: by code or by name, else their parts."""
    towns = municipalities_of(code)
    belgian = Area.objects.defer("border").filter(country="be").order_by("code")
    names = [name for town in towns for name in (town.dutch, town.french)]
    whole = Q(code__in=[town.code for town in towns]) | Q(kind=Area.Kind.MUNICIPALITY, name__in=names)
    parts = reduce(or_, (Q(code__startswith=town.code) for town in towns), Q(pk=None))  # 73042W01 lies in 73042
    return list(belgian.filter(whole)) or list(belgian.filter(parts))


def _spot_in(street: Street, area: Area | None) -> Spot:
    point = pair(street)
    return Spot(street.name, point, area_at(*point) or area, street.name)


def _street_anywhere(text: str) -> Street | None:
    """The street with this name, when there is only one: two towns both have a Kerkstraat."""
    names = Street.objects.order_by("name").values_list("name", flat=True).distinct()
    name = closest(text, names)
    streets = list(Street.objects.filter(name=name).select_related("area")[:2]) if name else []
    return streets[0] if len(streets) == 1 else None
