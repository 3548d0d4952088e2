# SPDX-License-Identifier: EUPL-1.2
"""Lists of members as groups have them, with every fault that people make in one, as many as you like."""

import csv
import io
from collections.abc import Callable, Iterator
from itertools import cycle

HEADER = (
    "Voornaam",
    "Tussenvoegsel",
    "Achternaam",
    "E-mailadres",
    "Mobiel",
    "Straat",
    "Huisnummer",
    "Postcode",
    "Plaats",
)
Cells = list[str]


def good(number: int) -> Cells:
    """A line with nothing wrong."""
    return [
        f"Noor{number}", "de", "Vries", f"noor{number}@voorbeeld.example", f"06{10000000 + number}",
        "Merelweg", str(number % 90 + 1), "6711 AB", "Ede",
    ]  # fmt: skip


def _with(place: int, cell: str) -> Callable[[Cells], Cells]:
    def change(cells: Cells) -> Cells:
        return [*cells[:place], cell.format(cells[place]), *cells[place + 1 :]]

    return change


# Each fault with the code that it must be found by, and what makes it.
FAULTS: dict[str, Callable[[Cells], Cells]] = {
    "name_missing": _with(0, ""),
    "email_missing": _with(3, ""),
    "email_no_at": _with(3, "noor.voorbeeld.example"),
    "email_two": _with(3, "{0}; ook@voorbeeld.example"),
    "email_comma": _with(3, "noor@voorbeeld,example"),
    "email_space": _with(3, "noor de.vries@voorbeeld.example"),
    "email_half": _with(3, "@voorbeeld.example"),
    "email_no_dot": _with(3, "noor@voorbeeld"),
    "email_wrong": _with(3, "noor..de@voorbeeld.example"),
    "formula": _with(2, '=HYPERLINK("http://voorbeeld.example","Vries")'),
    "signs": _with(2, "Andr\ufffd"),
    "long:first_name": _with(0, "Noor" * 30),
    "long:street": _with(5, "Merelweg" * 30),
    "columns": lambda cells: [*cells, "en nog iets"],
    "double": _with(3, "noor2@voorbeeld.example"),
    "quotes": lambda cells: cells,  # spoiled below, once the line is written
}
NOTES: dict[str, Callable[[Cells], Cells]] = {
    "phone_wrong": _with(4, "06-123"),
    "phone_foreign": _with(4, "+49 30 901820"),
    "street_unknown": _with(5, "Olifantenpad"),
}


def lines(count: int, faults: int, *, kinds: dict[str, Callable[[Cells], Cells]]) -> Iterator[tuple[str, Cells]]:
    """`count` lines, of which `faults` have one fault each, spread over the list and over the kinds."""
    every = max(count // faults, 1) if faults else count + 1
    made = cycle(kinds)
    left = faults
    for number in range(1, count + 1):
        if left and number % every == 0 and number > 2:
            left -= 1
            code = next(made)
            yield code, kinds[code](good(number))
        else:
            yield "", good(number)


def member_list(
    count: int, faults: int = 0, *, delimiter: str = ";", kinds: dict[str, Callable[[Cells], Cells]] | None = None
) -> tuple[str, dict[int, str]]:
    """The text of such a list, and which code belongs to which line of it, counted from 1 with the header."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(HEADER)
    expected = {}
    for number, (code, cells) in enumerate(lines(count, faults, kinds=kinds or FAULTS | NOTES), start=2):
        if code:
            expected[number] = code
        if code == "quotes":
            text.write(delimiter.join([f'"{cells[0]}', *cells[1:]]) + "\r\n")
        else:
            writer.writerow(cells)
    return text.getvalue(), expected
