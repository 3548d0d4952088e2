# SPDX-License-Identifier: EUPL-1.2
"""What stands in which column: by its name in four languages, else by what its cells look like."""

import re
import unicodedata
from collections.abc import Callable, Sequence

from .tables import Row

NAMES = {
    "first_name": "voornaam roepnaam first given forename prenom vorname rufname",
    "prefix": "tussenvoegsel tussenvoegsels voorvoegsel voorvoegsels infix prefix particule middle",
    "family_name": "achternaam familienaam naam_familie last surname family nom_de_famille nachname familienname",
    "name": "naam volledige_naam name full display saved public_display contact contactpersoon nom nom_complet "
    "nom_et_prenom prenom_et_nom vollstandiger deelnemer lid bewoner",
    "email": "email e_mail mail e_mailadres emailadres mailadres e_mail_address email_address mail_address "
    "adresse_e_mail adresse_mail adresse_email courriel adresse_de_courriel e_mail_adresse mailadresse",
    "phone": "telefoon telefoonnummer tel telnr mobiel mobiele_telefoon mobiele_nummer mobiel_nummer gsm gsm_nummer "
    "gsmnummer 06_nummer phone phone_number formatted_phone mobile mobile_phone cell cell_phone telephone "
    "numero_de_telephone portable mobile_telephone telefonnummer telefon handy handynummer mobiltelefon mobilnummer",
    "address": "adres address adresse anschrift woonadres straat_en_huisnummer straat_en_nummer straat_nummer "
    "straat_nr rue_et_numero strasse_und_hausnummer street_address address_formatted",
    "street": "straat straatnaam street street_name address_street rue nom_de_rue strasse adres_straat",
    "house_number": "huisnummer huisnr nummer nr house_number number numero numero_de_maison no hausnummer hausnr",
    "addition": "toevoeging huisnummertoevoeging huisletter bus busnummer bte boite zusatz",
    "postcode": "postcode pc zip zip_code postal_code address_postal_code code_postal cp plz postleitzahl",
    "town": "plaats woonplaats stad gemeente town city address_city ville commune localite ort wohnort stadt",
}
_FIELD_OF = {name: field for field, names in NAMES.items() for name in names.split()}
_NOISE = re.compile(r"_(1|value|waarde|valeur|wert|home|thuis|prive|privat|domicile|primary|naam|name)(?=_|$)")
_LOST_NAME = re.compile(r"^(home|thuis|prive|primary|personal)_")

EMAIL = re.compile(r"[^\s@]+@[^\s@]+")
PHONE = re.compile(r"(?!\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$)[+(0\d][\d\s()./-]{7,20}")  # and no date
POSTCODE = re.compile(r"\d{4}(?:\s?[A-Za-z]{2})?")
HOUSE_NUMBER = re.compile(r"\d{1,5}\s?[A-Za-z0-9/-]{0,6}")
ADDRESS = re.compile(r"\D{3,60}\s\d{1,5}\s?[A-Za-z0-9/-]{0,6}")
STREET = re.compile(
    r".+(?:straat|str\.|laan|weg|plein|hof|dreef|pad|kade|steeg|gracht|singel|steenweg|baan|stra[sß]+e|platz)|"
    r"(?:rue|avenue|place|chemin|boulevard|quai|all[ée]e)\s.+",
    re.IGNORECASE,
)
WORDS = re.compile(r"[^\d@]{1,80}")
# In this order; the first column of which most cells look like it. What is left is a name.
_LOOKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("email", EMAIL),
    ("phone", PHONE),
    ("postcode", POSTCODE),
    ("address", ADDRESS),
    ("house_number", HOUSE_NUMBER),
    ("street", STREET),
)
LOOKED_AT = 200


def plain(name: str) -> str:
    """A column's name to compare by: "E-mail 1 - Value" is "e_mail"."""
    spread = unicodedata.normalize("NFKD", name.casefold().replace("ß", "ss"))
    text = "".join(sign for sign in spread if not unicodedata.combining(sign))
    text = re.sub(r"[^a-z0-9]+", "_", text).strip("_")
    return text if text in _FIELD_OF else _LOST_NAME.sub("", _NOISE.sub("", text))


def columns_of(rows: Sequence[Row]) -> tuple[dict[int, str], bool]:
    """The field of each column that we know, and whether the first row holds names of columns."""
    first, rest = rows[0].cells, [row.cells for row in rows[1 : LOOKED_AT + 1] if not row.is_broken]
    named = _by_name(first)
    if named:
        return named | _by_look(rest, named), True
    guessed = _by_look(rest or [first], {})
    place = next((place for place, field in guessed.items() if field == "email"), None)
    has_names = place is not None and bool(rest) and not _looks(EMAIL)(_cell(first, place))
    return guessed, has_names


def _by_name(cells: Sequence[str]) -> dict[int, str]:
    """Empty when the row holds values instead of names."""
    if any(_looks(EMAIL)(cell) or _looks(PHONE)(cell) for cell in cells):
        return {}
    found: dict[int, str] = {}
    for place, cell in enumerate(cells):
        field = _FIELD_OF.get(plain(cell))
        if field and field not in found.values():
            found[place] = field
    return found


def _by_look(rows: Sequence[Sequence[str]], known: dict[int, str]) -> dict[int, str]:
    """What the other columns hold. Beside columns with names, only an address to mail to is guessed."""
    width = max((len(cells) for cells in rows), default=0)
    free = [place for place in range(width) if place not in known]
    looks = [look for look in _LOOKS if not known or look[0] == "email"]
    found: dict[int, str] = {}
    for field, pattern in looks:
        if field in known.values():
            continue
        place = next((place for place in free if place not in found and _mostly(rows, place, _looks(pattern))), None)
        if place is not None:
            found[place] = field
    if known:
        return found
    texts = [place for place in free if place not in found and _mostly(rows, place, _looks(WORDS))]
    names = ["name"] if len(texts) == 1 else ["first_name", "family_name", "town"]
    return found | dict(zip(texts, names, strict=False))


def _mostly(rows: Sequence[Sequence[str]], place: int, looks: Callable[[str], bool]) -> bool:
    cells = [cell for cells in rows if (cell := _cell(cells, place))]
    return bool(cells) and sum(map(looks, cells)) > len(cells) / 2


def _looks(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda cell: bool(pattern.fullmatch(cell.strip()))


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place].strip() if place < len(cells) else ""
