# SPDX-License-Identifier: EUPL-1.2
"""Which column is which, whatever the maker of the file called it. Pure."""

import re
import unicodedata
from collections.abc import Sequence

from .problems import BadFile

NAMES = {
    "postcode": ("postcode", "postalcode", "pc6", "pc4", "postcode6", "zip", "codepostal"),
    "house_number": ("housenumber", "huisnummer", "huisnr", "nummer", "number", "nr", "numero", "huisnummers"),
    "latitude": ("latitude", "lat", "breedtegraad", "wgs84lat", "epsg4326lat"),
    "longitude": ("longitude", "lon", "lng", "long", "lengtegraad", "wgs84lon", "epsg4326lon"),
    "x": ("x", "xcoord", "xcoordinaat", "rdx", "lambertx", "lambert72x", "epsg31370x", "epsg28992x"),
    "y": ("y", "ycoord", "ycoordinaat", "rdy", "lamberty", "lambert72y", "epsg31370y", "epsg28992y"),
    "street": ("street", "straat", "straatnaam", "streetname", "openbareruimte", "rue", "streetnamenl"),
    "town": (
        "town",
        "city",
        "plaats",
        "woonplaats",
        "gemeente",
        "municipality",
        "ville",
        "commune",
        "municipalitynamenl",
    ),
}


class Columns(dict[str, int]):
    """The place of each column that is there, by our name for it."""

    @property
    def east(self) -> str:
        return "longitude" if "longitude" in self else "x"

    @property
    def north(self) -> str:
        return "latitude" if "latitude" in self else "y"


def columns_in(header: Sequence[str]) -> Columns:
    """The columns of a file by its first line. Raises `BadFile` with a sentence that names those that are missing."""
    plain = [_plain(name) for name in header]
    found = Columns()
    for ours, theirs in NAMES.items():
        place = next((plain.index(name) for name in theirs if name in plain), None)
        if place is not None:
            found[ours] = place
    missing = [name for name in ("postcode", found.north, found.east) if name not in found]
    if missing:
        wanted = ["latitude" if name == "y" else "longitude" if name == "x" else name for name in missing]
        raise BadFile(
            [f"The file has no column {' and no column '.join(wanted)}. Its first line says: {', '.join(header)}."]
        )
    return found


def _plain(name: str) -> str:
    spread = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[^a-z0-9]", "", spread)
