# SPDX-License-Identifier: EUPL-1.2
"""Words by which somebody says that there is danger: a weapon, somebody hurt, violence, fire.

Pieces of regular expressions for plain text: small letters, no accents. The conversation by text reads the same words.
"""

import re
import unicodedata
from functools import cache

Words = tuple[str, ...]

# fmt: off
WEAPON: dict[str, Words] = {
    "nl": (
        "mes", "messen", "pistool", "vuurwapen", "wapen", "wapens", "geweer", "schoten", "geschoten", "machete",
        "bijl", "honkbalknuppel",
    ),
    "en": (
        "knife", "knives", "gun", "pistol", "weapon", "weapons", "rifle", "shots?", "shooting", "machete", "axe",
        "baseball bat",
    ),
    "fr": (
        "couteau", "couteaux", "arme", "armes", "pistolet", "fusil", "coups de feu", "machette", "hache", "batte",
    ),
    "de": (
        "messer", "pistole", "waffe", "waffen", "gewehr", "schusse", "geschossen", "machete", "axt",
        "baseballschlager",
    ),
}
WOUNDED: dict[str, Words] = {
    "nl": (
        "gewond", "gewonde", "gewonden", "bloed", "bloedt", "bloedend", "neergestoken", "bewusteloos",
        "ligt op de grond", "ambulance nodig",
    ),
    "en": ("hurt", "wounded", "injured", "blood", "bleeding", "stabbed", "unconscious"),
    "fr": ("blesse", "blessee", "blesses", "sang", "saigne", "poignarde", "inconscient", "inconsciente"),
    "de": ("verletzt", "verletzte", "verletzter", "blut", "blutet", "niedergestochen", "bewusstlos"),
}
VIOLENCE: dict[str, Words] = {
    "nl": (
        "geschreeuw", r"hulpgeroep\w*", r"roept? (?:\w+ )?om hulp", "ruzie", r"vecht\w*", "gevecht",
        "vechtpartij", r"mishandel\w*", "slaan ", "slaat (?:een |zijn |haar )?(?:man|vrouw|iemand|kind)",
        "geweld", r"schreeuw\w*", r"gil\w*", r"bedreig\w*", r"overval\w*", "beroofd", r"berov\w*", "steekpartij",
        "glasgerinkel",
    ),
    "en": (
        r"fight\w*", r"quarrel\w*", r"attack\w*", "beat(?:s|ing)",
        "hits? (?:a |the |his |her )?(?:man|woman|somebody|someone)", "violence", r"scream\w*", r"robb\w*",
        r"threaten\w*", "breaking glass", r"shout\w*",
    ),
    "fr": (
        r"bagarre\w*", r"dispute\w*", "se battent", r"bat (?:\w+ )?(?:femme|homme|enfant)", "frappe(?:nt)?",
        r"violence\w*", "crie(?:nt)?", "cris", r"agress\w*", r"menace\w*", "bris de verre", r"hurle\w*",
    ),
    "de": (
        r"streit\w*", r"schlagerei\w*", "schlagt", r"prugel\w*", "gewalt", "schreit", "schreien", "schreie",
        r"uberfall\w*", "bedroht", "angegriffen", "glasklirren", "klirren",
    ),
}
# Fire, somebody in trouble, somebody hit: too broad to call it a sign, and enough not to send anybody another way.
_MORE: dict[str, Words] = {
    "nl": (
        r"brand\w*sticht\w*", "brand", "in brand", "brandt", "vlammen", "vuur", r"explo\w+", r"ontploff\w*",
        r"vuurwerkbom\w*", r"gevaar\w*", "help", "hulp", "bang", "gestoken", r"schiet\w*", "aangevallen", "ambulance",
        r"steekt (?:\w+ ){0,2}neer", r"valt? (?:\w+ ){0,2}aan", r"(?:sla|schop|trap|duw)\w* (?:\w+ ){0,2}buur\w*",
        r"(?:sla|schop|trap|duw)\w* (?:\w+ ){0,3}(?:man|vrouw|iemand|kind|kinderen|jongen|meisje|hond)",
        r"(?:sla|schop|trap|duw)\w* (?:\w+ ){0,3}(?:elkaar|hem|haar|mij|ons)",
    ),
    "en": (
        "arson", "fire", "burning", "flames", r"explo\w+", r"danger\w*", "help", "afraid", "scared", r"stab\w*",
        r"(?:hit|kick|push|punch)\w* (?:\w+ ){0,3}(?:man|woman|child|boy|girl|dog|people|neighbou?r)", "ambulance",
        r"(?:hit|kick|push|punch)\w* (?:\w+ ){0,3}(?:him|her|me|us|each other)",
    ),
    "fr": (
        "feu", r"incendie\w*", "flammes", r"explo\w+", r"danger\w*", "aide", "secours", "peur", "ambulance",
        r"poignard\w*", r"attaqu\w*",
        r"(?:frapp|tap|pouss)\w* (?:\w+ ){0,3}(?:homme|femme|enfant|garcon|fille|chien|voisine?|gens)",
    ),
    "de": (
        "feuer", "brennt", "brand", r"brandstift\w*", "flammen", r"explo\w+", r"gefahr\w*", "hilfe", "angst",
        "gestochen", "krankenwagen", r"greif\w* (?:\w+ ){0,3}an",
        r"(?:schla|tritt|stoss)\w* (?:\w+ ){0,3}(?:mann|frau|kind|jungen|madchen|hund|nachbar\w*)",
        r"(?:schla|tritt|stoss)\w* (?:\w+ ){0,3}(?:ihn|sie|mich|uns)",
    ),
}
# fmt: on
_AMBIGUOUS = frozenset(("mes", "arme", "armes", "batte", "hurt", "sang", "bijl", "hache", "gun"))
_SURE = (
    *(one for table in (WEAPON, WOUNDED) for words in table.values() for one in words if one not in _AMBIGUOUS),
    *(r"(?:een|met|het|zijn|haar|groot|lang|scherp) mes", r"(?:une|son|leur|d'|l') ?armes?", r"(?:a|his|the) gun"),
    *("is hurt", "du sang", r"(?:een|met) bijl", "une hache"),
)
_NAMED = re.compile(rf"(?<!\w)(?:{'|'.join(f'(?:{one})' for one in _SURE)})(?!\w)")
_SPACES = re.compile(r"\s+")
_LONGEST = 3000  # signs that are read: all the fields of the longest form together


def tells_danger(text: str) -> bool:
    """May these words mean danger, in any language that we read? Rather too often: "no knife" counts as well."""
    plain = _plain(text)
    return any(pattern.search(plain) for pattern in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    tables = (WEAPON, WOUNDED, VIOLENCE, _MORE)
    pieces = [[piece for table in tables for piece in table[language]] for language in WEAPON]
    return tuple(re.compile(rf"(?<!\w)(?:{'|'.join(f'(?:{one})' for one in some)})(?!\w)") for some in pieces)


def names_weapon(text: str) -> bool:
    """Is a weapon or a wound named in words that no other language uses for something harmless? "Mes amis" is not."""
    return _NAMED.search(_plain(text)) is not None


def _plain(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text[:_LONGEST].casefold())
    bare = "".join(sign for sign in spread if not unicodedata.combining(sign))
    return _SPACES.sub(" ", re.sub(r"[^\w' ]", " ", bare))
