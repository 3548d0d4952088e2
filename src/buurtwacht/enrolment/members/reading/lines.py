# SPDX-License-Identifier: EUPL-1.2
"""A whole file, line by line, with values and codes of what is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from .cards import cards_of
from .columns import columns_of
from .faults import faults_of, phone_of
from .tables import Row, rows_of
from .text import UnreadableFile
from .values import FIELDS, values_of

__all__ = ["FIELDS", "ReadLine", "read_lines"]

MOST_LINES = 6_000
MOST_KEPT = 500  # characters of a cell: more than any field may have, so that the repair begins with what stood there


@dataclass(slots=True)
class ReadLine:
    """One line: its number as somebody sees it in the file, what was read, and codes of what is wrong."""

    number: int
    values: dict[str, str]
    problems: list[str] = field(default_factory=list)


def read_lines(text: str, kind: str, country: str) -> list[ReadLine]:
    """Every line that holds anything; what stands twice is marked at its second place.

    Raises `UnreadableFile` when nothing in it says who is who.
    """
    lines = list(_from_cards(text, country) if kind == "vcard" else _from_rows(rows_of(text), country))
    if not lines:
        raise UnreadableFile("file_empty")
    if len(lines) > MOST_LINES:
        raise UnreadableFile("file_long")
    _mark_doubles(lines)
    return lines


def _from_rows(rows: list[Row], country: str) -> Iterator[ReadLine]:
    if not rows:
        return
    columns, has_names = columns_of(rows)
    if "email" not in columns.values() and "phone" not in columns.values():
        raise UnreadableFile("file_no_columns")
    width = len(rows[0].cells)
    for row in rows[1:] if has_names else rows:
        if row.is_broken:
            yield ReadLine(row.number, values_of({"first_name": row.cells[0][:MOST_KEPT]}), ["quotes"])
            continue
        raw = {name: row.cells[place][:MOST_KEPT] for place, name in columns.items() if place < len(row.cells)}
        line = _line(row.number, raw, country)
        if any(cell.strip() for cell in row.cells[width:]):
            line.problems.insert(0, "columns")
        yield line


def _from_cards(text: str, country: str) -> Iterator[ReadLine]:
    for card in cards_of(text):
        line = _line(card.number, {name: value[:MOST_KEPT] for name, value in card.fields.items()}, country)
        if card.is_broken:
            line.problems.insert(0, "card_open")
        yield line


def _line(number: int, raw: dict[str, str], country: str) -> ReadLine:
    values = values_of(raw)
    problems = faults_of(values, raw.values())
    values["phone"], about_phone = phone_of(values["phone"], country)
    return ReadLine(number, values, [*problems, about_phone] if about_phone else problems)


def _mark_doubles(lines: list[ReadLine]) -> None:
    """The same address twice is the same person twice, or two people with one mailbox: somebody must choose."""
    seen: dict[str, int] = {}
    for line in lines:
        address = line.values["email"]
        if any(code.startswith("email_") for code in line.problems):
            continue
        if address and address in seen:
            line.problems.append(f"double:{seen[address]}")
        elif address:
            seen[address] = line.number
