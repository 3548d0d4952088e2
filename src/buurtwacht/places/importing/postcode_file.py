# SPDX-License-Identifier: EUPL-1.2
"""Reading a CSV file of postcodes: postcode, latitude, longitude, and where it has them house number, street and town.

The columns may have Dutch, French or English names and stand in any order. Instead of degrees there may be metres in
columns x and y, in one of the grids of `grids.py`.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from buurtwacht.lib.errors import DomainError
from buurtwacht.places.house_numbers import parse_house_number
from buurtwacht.places.postcodes import country_of, normalised_postcode

from .columns import columns_in
from .points import BadPoint, points_in_degrees
from .problems import BadFile

_RANGE = re.compile(r"(\d+)\s*(?:-|–|tot|t/m|à)\s*(\d+)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file: a postcode, or some house numbers in it, and where that lies."""

    country: str
    code: str
    street: str
    town: str
    first_number: int | None
    last_number: int | None
    latitude: float
    longitude: float

    @property
    def values(self) -> dict[str, Any]:
        return asdict(self)


def read(path: Path, *, country: str = "") -> list[Line]:
    """Every line of the file. Raises `BadFile` with one sentence for each thing that is wrong."""
    rows = list(_rows(path))
    if len(rows) < 2:
        raise BadFile(["There are no postcodes in the file."])
    columns = columns_in(rows[0])
    cells = [[_cell(row, columns.get(name)) for name in ("postcode", "house_number", "street", "town")] for row in rows]
    points = [(_cell(row, columns[columns.east]), _cell(row, columns[columns.north])) for row in rows[1:]]
    lines, problems = [], []
    for number, (cell, point) in enumerate(zip(cells[1:], points_in_degrees(points), strict=True), start=2):
        try:
            lines.append(_line(cell, point, country))
        except (DomainError, BadPoint) as problem:
            problems.append(f"Line {number}: {problem}")
    if problems:
        raise BadFile(problems)
    return lines


def _line(cell: Sequence[str], point: tuple[float, float] | BadPoint, country: str) -> Line:
    postcode, house_number, street, town = cell
    code = normalised_postcode(postcode, country)
    first, last = _numbers(house_number)
    if isinstance(point, BadPoint):
        raise point
    latitude, longitude = point
    return Line(country or country_of(code), code, street[:120], town[:120], first, last, latitude, longitude)


def _numbers(text: str) -> tuple[int | None, int | None]:
    """ "14" is 14 to 14, "1-15" is a range, "14-2" is a door of number 14."""
    between = _RANGE.fullmatch(text)
    if between and int(between[1]) <= int(between[2]):
        return parse_house_number(between[1]).number, parse_house_number(between[2]).number
    number = parse_house_number(text).number if text else None
    return number, number


def _cell(row: Sequence[str], column: int | None) -> str:
    return " ".join(row[column].split()) if column is not None and column < len(row) else ""


def _rows(path: Path) -> Iterator[list[str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise BadFile([f"There is no file {path}."]) from None
    except OSError as problem:
        raise BadFile([f"{path} cannot be read: {problem.strerror}."]) from None
    except UnicodeDecodeError:
        raise BadFile(["The file is not text in UTF-8. Save it as UTF-8 and try again."]) from None
    first = text.partition("\n")[0]
    between = max(";\t,", key=first.count)
    try:
        yield from (row for row in csv.reader(text.splitlines(), delimiter=between) if any(row))
    except csv.Error as problem:
        raise BadFile([f"The file is not CSV: {problem}."]) from None
