# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - words in rows
"""How somebody or something looks, as far as it was typed in words that we know. What we do not know stays text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from buurtwacht.reports.content import PersonCard, VehicleCard
from buurtwacht.reports.plates import Plate, read_plate

from .grammar import NOTHING, anywhere
from .tables import TABLES

Span = tuple[int, int]

_HEIGHT = re.compile(r"(?<!\d)(?:1 ?[.,m] ?([4-9]\d)|(1[4-9]\d|2[01]\d) ?cm)(?: ?(?:m|meter|metre))?(?!\d)")
_PLATE = re.compile(
    r"(?<![\w-])(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9]{1,3}-[A-Z0-9]{2,4}(?:-[A-Z0-9]{1,3})?(?![\w-])"
)
_READ = (
    r"(?: (?:IS|BEGINT MET|EINDIGT OP|STARTS WITH|ENDS WITH|COMMENCE PAR|ENDET AUF|BEGINNT MIT))?:? "
    r"(?P<read>[A-Z0-9.?*…]{1,4}(?:-[A-Z0-9.?*…]{1,4}){0,2})(?!\w)"
)
_MAKES = anywhere((
    "audi", "bmw", "citroen", "dacia", "fiat", "ford(?: (?:transit|focus|fiesta))?", "honda", "hyundai", "iveco", "kia", "mazda",
    "mercedes(?: (?:sprinter|vito))?", "nissan", "opel(?: (?:corsa|astra|vivaro))?", "peugeot(?: (?:boxer|partner))?",
    "renault(?: (?:clio|trafic|master))?", "seat ibiza", "skoda", "suzuki", "tesla", "toyota", "volkswagen(?: (?:golf|polo|caddy|transporter))?",
    "vw(?: (?:golf|polo|caddy|transporter))?", "volvo", "golf", "polo", "vespa",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Looks:
    """The cards, and which parts of the text they were made from."""

    person: PersonCard
    vehicle: VehicleCard
    spans: tuple[Span, ...]
    plates: tuple[Span, ...]


def looks_in(text: str, flat: str, language: str) -> Looks:
    """What `text` says of how a person and a vehicle look; `flat` is the same text, sign for sign."""
    shapes = _shapes(language)
    spans: list[Span] = []
    vehicle, plates = _vehicle(text, flat, shapes, spans)
    return Looks(_person(text, flat, shapes, spans), vehicle, tuple(spans), tuple(plates))


def _person(text: str, flat: str, shapes: "Shapes", spans: list[Span]) -> PersonCard:
    return PersonCard(
        sex=_sex(flat, shapes),
        age=_age(flat, shapes, spans),
        height=_height(flat, spans),
        build=_first(flat, shapes.builds, spans),
        clothing=_all(text, flat, shapes.clothing, spans),
        carries=_all(text, flat, shapes.carried, spans),
        face=_all(text, flat, shapes.face, spans),
        hair_style=_all(text, flat, shapes.hair, spans),
    )


def _sex(flat: str, shapes: "Shapes") -> str:
    man, woman = shapes.man.search(flat), shapes.woman.search(flat)
    return "man" if man and not woman else "woman" if woman and not man else ""


def _age(flat: str, shapes: "Shapes", spans: list[Span]) -> str:
    if found := shapes.years.search(flat):
        spans.append(found.span())
        return _band(int(found[1]))
    return _first(flat, shapes.ages, spans)


def _band(years: int) -> str:
    """The nearest of the ages on the card."""
    for top, code in ((12, "child"), (17, "teenager"), (24, "20"), (37, "30"), (52, "45")):
        if years <= top:
            return code
    return "60"


def _height(flat: str, spans: list[Span]) -> str:
    found = _HEIGHT.search(flat)
    if not found:
        return ""
    spans.append(found.span())
    height = 100 + int(found[1]) if found[1] else int(found[2])
    return next((code for top, code in ((164, "160"), (174, "170"), (184, "180")) if height <= top), "taller")


def _first(flat: str, codes: Iterable[tuple[str, re.Pattern[str]]], spans: list[Span]) -> str:
    for code, pattern in codes:
        if found := pattern.search(flat):
            spans.append(found.span())
            return code
    return ""


def _all(text: str, flat: str, pattern: re.Pattern[str], spans: list[Span]) -> str:
    found = list(pattern.finditer(flat))
    spans += [one.span() for one in found]
    told = dict.fromkeys(text[one.start() : one.end()].strip() for one in found)
    return ", ".join(told)[:140]


def _vehicle(text: str, flat: str, shapes: "Shapes", spans: list[Span]) -> tuple[VehicleCard, list[Span]]:
    plate, plates = _plate(text, flat, shapes)
    make = _MAKES.search(flat)
    kinds = ((code, found) for code, pattern in shapes.vehicles if (found := pattern.search(flat)))
    code, found = next(((code, found) for code, found in kinds if found["colour"] or make or plate), ("", None))
    if found:
        spans.append(found.span())
    if make:
        spans.append(make.span())
    card = VehicleCard(
        kind=code,
        colour=text[found.start("colour") : found.end("colour")].strip() if found and found["colour"] else "",
        make=text[make.start() : make.end()] if make else "",
        plate=plate.text if plate else "",
        plate_is_partial=bool(plate and plate.is_partial),
        country=plate.country if plate else "",
    )
    return card, plates


def _plate(text: str, flat: str, shapes: "Shapes") -> tuple[Plate | None, list[Span]]:
    """A plate in its own shape, or what stands behind the word for it."""
    upper = text.upper() if len(text.upper()) == len(text) else text
    named = shapes.plate.search(upper)
    span = named.span() if named else None
    written = named["read"] if named else ""
    if not written and (found := _PLATE.search(text) or _PLATE.search(upper)):
        span, written = found.span(), found[0]
    plate = read_plate(written, "") if written and any(sign.isdigit() for sign in written) else None
    if plate is None or span is None:
        return None, []
    return plate, [span]


@dataclass(frozen=True, slots=True)
class Shapes:
    """The patterns of one language."""

    man: re.Pattern[str]
    woman: re.Pattern[str]
    years: re.Pattern[str]
    ages: tuple[tuple[str, re.Pattern[str]], ...]
    builds: tuple[tuple[str, re.Pattern[str]], ...]
    clothing: re.Pattern[str]
    carried: re.Pattern[str]
    face: re.Pattern[str]
    hair: re.Pattern[str]
    vehicles: tuple[tuple[str, re.Pattern[str]], ...]
    plate: re.Pattern[str]


@cache
def _shapes(language: str) -> Shapes:
    table = TABLES[language]
    colours = "|".join((*table.colours, *table.adjectives))
    before = "" if table.colour_after else rf"(?:(?:{colours})(?: en | |, ?))*"
    after = rf"(?: (?:{colours}))*" if table.colour_after else ""

    def worn(pieces: Iterable[str], endings: Iterable[str] = ()) -> re.Pattern[str]:
        glued = [rf"[a-z]{{0,14}}(?:{'|'.join(endings)})"] if endings else []
        return anywhere([rf"{before}(?:{'|'.join((*pieces, *glued))}){after}"])

    def ridden(pieces: Iterable[str]) -> re.Pattern[str]:
        kind = "|".join(pieces)
        if table.colour_after:
            return re.compile(rf"(?<!\w)(?:{kind})(?: (?P<colour>{colours}))?(?!\w)")
        return re.compile(rf"(?<!\w)(?:(?P<colour>{colours})(?: [a-z]+)? )?(?:{kind})(?!\w)")

    return Shapes(
        man=anywhere(table.man),
        woman=anywhere(table.woman),
        years=re.compile(rf"(?<!\d){table.years}"),
        ages=tuple((code, anywhere(pieces)) for code, pieces in table.ages.items()),
        builds=tuple((code, anywhere(pieces)) for code, pieces in table.builds.items()),
        clothing=worn(table.clothing, table.endings),
        carried=worn(table.carried),
        face=worn(table.face) if table.face else NOTHING,
        hair=worn(table.hair) if table.hair else NOTHING,
        vehicles=tuple((code, ridden(pieces)) for code, pieces in table.vehicles.items()),
        plate=re.compile(rf"(?<!\w)(?:{'|'.join(piece.upper() for piece in table.plate)}){_READ}"),
    )
