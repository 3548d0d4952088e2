# SPDX-License-Identifier: EUPL-1.2
"""Contacts of a phone: vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350).

Read by hand: the libraries that read vCards stop at the first line that they don't understand, and phones write such
lines. We want seven fields of each card, and the number of the card that has something wrong with it.
"""

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_LINE = re.compile(r'^(?:[\w-]+\.)?([\w-]+)((?:;(?:[^";:]|"[^"]*")*)*):(.*)$', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)")
_WANTED = frozenset({"FN", "N", "EMAIL", "TEL", "ADR"})
_MOBILE, _HOME = "CELL", "HOME"


@dataclass(slots=True)
class Card:
    """One contact. `number` is its place in the file, from 1."""

    number: int
    fields: dict[str, str] = field(default_factory=dict)
    is_broken: bool = False  # it does not end
    ranks: dict[str, int] = field(default_factory=dict)


def cards_of(text: str) -> list[Card]:
    """Every card in the file, in order."""
    cards: list[Card] = []
    is_open = False
    for line in _unfolded(text):
        word = line.strip().upper()
        if word == "BEGIN:VCARD":
            if is_open:
                cards[-1].is_broken = True
            cards.append(Card(len(cards) + 1))
            is_open = True
        elif word == "END:VCARD":
            is_open = False
        elif is_open:
            _read(line, cards[-1])
    if is_open:
        cards[-1].is_broken = True
    return cards


def _unfolded(text: str) -> Iterator[str]:
    """Logical lines: a line that begins with a space goes on, and so does quoted-printable that ends with "="."""
    waiting, is_quoted = "", False
    for line in re.split(r"\r\n|\r|\n", text):
        if line[:1] in (" ", "\t") and waiting:
            waiting += line[1:]
        elif is_quoted and waiting.endswith("="):
            waiting = waiting[:-1] + line
        else:
            yield waiting
            waiting, is_quoted = line, "QUOTED-PRINTABLE" in line.upper()
    yield waiting


def _read(line: str, card: Card) -> None:
    found = _LINE.match(line)
    name = found[1].upper() if found else ""
    if not found or name not in _WANTED:
        return
    parameters = found[2].upper()
    value = _decoded(found[3], parameters)
    if name == "FN":
        _keep(card, "name", _unescaped(value), 1)
    elif name == "N":
        family, first, *_rest = [*_parts(value), "", ""]
        _keep(card, "family_name", family, 1)
        _keep(card, "first_name", first, 1)
    elif name == "EMAIL":
        _keep(card, "email", _unescaped(value), 1 + ("PREF" in parameters))
    elif name == "TEL":
        _keep(card, "phone", _unescaped(value).removeprefix("tel:"), 1 + 2 * (_MOBILE in parameters))
    else:
        _keep_address(card, _parts(value), 1 + (_HOME in parameters))


def _keep_address(card: Card, parts: list[str], rank: int) -> None:
    """The third part is the street, the fourth the town, the sixth the postcode (RFC 6350, 6.3.1)."""
    parts = (parts + [""] * 7)[:7]
    for name, value in (("address", parts[2]), ("town", parts[3]), ("postcode", parts[5])):
        _keep(card, name, value, rank)


def _keep(card: Card, name: str, value: str, rank: int) -> None:
    """The first value stays, unless a better one comes."""
    if value.strip() and rank > card.ranks.get(name, 0):
        card.fields[name], card.ranks[name] = value.strip(), rank


def _decoded(value: str, parameters: str) -> str:
    if "QUOTED-PRINTABLE" not in parameters:
        return value
    charset = re.search(r"CHARSET=([\w-]+)", parameters)
    raw = quopri.decodestring(value.encode("latin-1", "replace"))
    try:
        return raw.decode(charset[1] if charset else "utf-8")
    except (LookupError, UnicodeDecodeError):
        return raw.decode("cp1252", "replace")


def _parts(value: str) -> list[str]:
    """Divided at each ";" that is not escaped."""
    return [_unescaped(part) for part in re.split(r"(?<!\\);", value)]


def _unescaped(value: str) -> str:
    return _ESCAPED.sub(lambda found: " " if found[1] in "nN" else found[1], value)
