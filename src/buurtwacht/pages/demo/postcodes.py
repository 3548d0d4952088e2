# SPDX-License-Identifier: EUPL-1.2
"""Postcodes for the made-up streets, so that an address finds its group. The Belgian ones are real."""

import csv
import tempfile
from collections.abc import Iterable
from pathlib import Path

from buurtwacht.places.services import import_postcodes

from .places import Quarter, homes_along

WITHOUT_GROUP = ("6717 LA", "1-99", "Zandlaan", "Ede", 52.0335, 5.6700)  # where one could be started


def build_postcodes(quarters: Iterable[Quarter]) -> None:
    """Take them over by the same service as the operator. Twice is once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "postcodes.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            lines = csv.writer(file, delimiter=";")
            lines.writerow(["postcode", "house_number", "street", "town", "latitude", "longitude"])
            lines.writerow(WITHOUT_GROUP)
            for quarter in quarters:
                lines.writerows(_lines_of(quarter))
        import_postcodes(path)


def _lines_of(quarter: Quarter) -> Iterable[tuple[str | float, ...]]:
    """Two neighbours across the street in each line."""
    for home in homes_along(quarter):
        numbers = f"{home.number}-{home.number + 1}"
        yield quarter.postcode_of(home.street), numbers, home.street, quarter.town, *home.spot
