# SPDX-License-Identifier: EUPL-1.2
"""From text to rows of cells. A quotation mark too many spoils its own row and no other."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

DELIMITERS = (";", ",", "\t", "|")
LOOKED_AT = 50  # rows by which the delimiter is chosen
LONGEST_ROW = 10  # lines in the file that one row may take, for an address with line breaks in it


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `number` is that of the spreadsheet, from 1; `is_broken` when its quotation marks don't fit."""

    number: int
    cells: tuple[str, ...]
    is_broken: bool = False


def rows_of(text: str) -> list[Row]:
    """All rows that hold anything."""
    lines = list(io.StringIO(text, newline=""))
    delimiter = None
    start = lines[0].strip().casefold()
    if start.startswith("sep=") and len(start) <= 5:  # so Excel notes which delimiter it used
        delimiter = start[4:] or "\t"
    delimiter = delimiter if delimiter in DELIMITERS else _delimiter_of(lines)
    return [row for row in _rows(lines, delimiter) if any(cell.strip() for cell in row.cells) and not _is_note(row)]


def _is_note(row: Row) -> bool:
    return row.number == 1 and len(row.cells) <= 2 and row.cells[0].casefold().startswith("sep=")


def _delimiter_of(lines: list[str]) -> str:
    """The one that gives most rows the same number of cells, and more than one."""
    scores = {}
    for delimiter in DELIMITERS:
        widths = [len(row.cells) for row in _rows(lines[:LOOKED_AT], delimiter) if row.cells and not row.is_broken]
        width, count = Counter(widths).most_common(1)[0] if widths else (1, 0)
        scores[delimiter] = (count / len(widths), width) if width > 1 else (0.0, 0)
    return max(DELIMITERS, key=lambda delimiter: scores[delimiter])


def _rows(lines: list[str], delimiter: str) -> Iterator[Row]:
    number = place = 0
    while place < len(lines):
        number += 1
        reader = csv.reader(lines[place : place + LONGEST_ROW], delimiter=delimiter, strict=True)
        try:
            row = Row(number, tuple(next(reader)))
            place += reader.line_num
        except csv.Error:
            row = Row(number, (lines[place].strip(),), is_broken=True)
            place += 1
        yield row
