# SPDX-License-Identifier: EUPL-1.2
"""Words by which somebody says that there is danger: a weapon, somebody hurt, violence, fire.

Pieces of regular expressions for plain text: small letters, no accents. The conversation by text reads the same words.
A text is read in all languages; what is an ordinary word in its own language, such as "mes" in French, is not taken for
a word of another one. Where its language is not sure, it is read rather too often.
"""

import re
import unicodedata
from functools import cache

from .tongue import language_of

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
_BLOOD_FR = "(?<!don de )(?<!prise de )sang"
WOUNDED: dict[str, Words] = {
    "nl": (
        "gewond", "gewonde", "gewonden", "bloed", "bloedt", "bloedend", "neergestoken", "bewusteloos",
        "ligt op de grond", "ambulance nodig",
    ),
    "en": ("hurt", "wounded", "injured", "blood", "bleeding", "stabbed", "unconscious"),
    "fr": ("blesse", "blessee", "blesses", _BLOOD_FR, "saigne", "poignarde", "inconscient", "inconsciente"),
    "de": ("verletzt", "verletzte", "verletzter", "blut", "blutet", "niedergestochen", "bewusstlos"),
}
_YELL_NL = "gil(?:t|len|lend\\w*|de|den)?"
VIOLENCE: dict[str, Words] = {
    "nl": (
        "geschreeuw", r"hulpgeroep\w*", r"roept? (?:\w+ )?om hulp", "ruzie", "gevecht",
        r"(?<!de )vecht(?!straat|dal|plas|park)\w*", "vechtpartij", r"mishandel\w*", "slaan (?!links|rechts|af )",
        "slaat (?:een |zijn |haar )?(?:man|vrouw|iemand|kind)", r"(?:in elkaar |neer)ge(?:sla|scho|tra|sto)\w+",
        "geweld", r"schreeuw\w*", _YELL_NL, r"bedreig\w*", r"overval\w*", "beroofd", r"berov\w*", "steekpartij",
        "glasgerinkel",
    ),
    "en": (
        r"fight\w*", r"quarrel\w*", r"attack\w*", "beat(?:s|ing|en)",
        "hits? (?:a |the |his |her )?(?:man|woman|somebody|someone)", "violence", r"scream\w*",
        r"robb(?:ed|er|ers|ery|eries|ing)", r"threaten\w*", "breaking glass", r"shout\w*",
    ),
    "fr": (
        r"bagarre\w*", r"dispute\w*", "se battent", r"bat (?:\w+ )?(?:femme|homme|enfant)",
        "passee? a tabac", "rouee? de coups", r"frappe(?:nt)?(?! (?:a |au |aux |chez |doucement ))",
        r"violence\w*", "crie(?:nt)?", "cris", r"agress\w*", r"menace\w*", "bris de verre", r"hurle\w*",
    ),
    "de": (
        r"streit\w*", r"schlagerei\w*", r"schlagt(?! (?:\w+ ){0,4}vor(?!\w))",
        r"(?:zusammen|nieder)ge(?:schla|stoch)\w+", r"prugel\w*", "gewalt", "schreit", "schreien", "schreie",
        r"uberfall\w*", r"bedroh\w*", "angegriffen", "glasklirren", "klirren",
    ),
}
# Somebody hits, kicks or pushes; not stairs, a pushchair or somebody who sleeps.
_BLOW_NL = "(?:sla(?:at|an)?|sloeg(?:en)?|geslagen|schop(?:t|pen|te|ten)?|trap(?:t|pen|te|ten)|duw(?:t|en|de|den)?)"
_BLOW_EN = "(?:hit(?:s|ting)?|kick(?:s|ed|ing)?|push(?:es|ed|ing)?|punch(?:es|ed|ing)?)"
_BLOW_FR = "(?:frapp(?:e|es|ent|er|ait)|tap(?:e|es|ent|er|ait)|pouss(?:e|es|ent|er|ait))"
_BLOW_DE = "(?:schlag(?:t|en|e)?|schlug(?:en)?|geschlagen|tritt|treten|trat(?:en)?|stoss(?:t|en)?|stiess(?:en)?)"
_STAB_EN = "stab(?:s|bed|bing)?"
_LIGHT_NL = "(?<!licht )(?<!lamp )brandt(?! (?:\\w+ ){0,2}(?:licht|lamp))"  # a car burns, a lamp is on
# Fire, somebody in trouble, somebody hit: too broad to call it a sign, and enough not to send anybody another way.
_MORE: dict[str, Words] = {
    "nl": (
        r"brand\w*sticht\w*", "brand", "in brand", _LIGHT_NL, "vlammen", "vuur", r"explo[sd]\w+", r"ontploff\w*",
        r"vuurwerkbom\w*", r"gevaar\w*", "help", "hulp", "bang", "gestoken", r"schiet\w*", "aangevallen", "ambulance",
        r"steekt (?:\w+ ){0,2}neer", r"(?:een|het|zijn|haar) (?:\w+ )?mes",
        r"(?:sla|schop|trap|beuk)\w* (?:\w+ ){0,2}in elkaar", r"valt? (?:\w+ ){0,2}aan",
        rf"{_BLOW_NL} (?:\w+ ){{0,2}}buur\w*",
        rf"{_BLOW_NL} (?:\w+ ){{0,3}}(?:man|vrouw|iemand|kind|kinderen|jongen|meisje|hond|elkaar|hem|haar|mij|ons)",
    ),
    "en": (
        "arson", "fire", "burning", "flames", r"explo[sd]\w+", r"danger\w*", "help", "afraid", "scared", _STAB_EN,
        rf"{_BLOW_EN} (?:\w+ ){{0,3}}(?:man|woman|child|boy|girl|dog|people|neighbou?r|him|her|me|us|each other)",
        "ambulance",
    ),
    "fr": (
        r"feu(?! (?:rouge|vert|orange|tricolore|d[' ]artifice))", r"incendie\w*", "flammes", r"explo[sd]\w+",
        r"danger\w*", r"(?:a l|d|de l)[' ]aide", "aidez", r"(?<!sortie de )secours", "peur", "ambulance",
        r"poignard\w*", r"attaqu\w*",
        rf"{_BLOW_FR} (?:\w+ ){{0,3}}(?:homme|femme|enfant|garcon|fille|chien|voisine?|gens)",
    ),
    "de": (
        "feuer", r"(?<!licht )(?<!lampe )brennt(?! (?:\w+ ){0,2}(?:licht|lampe))", "brand", r"brandstift\w*", "flammen",
        r"explo[sd]\w+", r"gefahr(?:lich\w*|det\w*|dung)?", "hilfe", "angst",
        "gestochen", "krankenwagen", r"greif\w* (?:\w+ ){0,3}an",
        rf"{_BLOW_DE} (?:\w+ ){{0,3}}(?:mann|frau|kind|jungen|madchen|hund|nachbar\w*|ihn|sie|mich|uns)",
    ),
}
# fmt: on
# What another language says of danger, and is an ordinary word in this one.
_ORDINARY = {
    "nl": frozenset(("arme", "armes", "gun", "hurt")),
    "fr": frozenset(("mes", "messen", "axe", "brand", "gun", "help")),
    "de": frozenset(
        ("mes", "messen", "arme", "armes", _BLOOD_FR, _YELL_NL, _LIGHT_NL, _STAB_EN, "schoten", "bang", "gun")
    ),
    "en": frozenset(("mes", "brand", "bang", "arme", "armes", _BLOOD_FR, _YELL_NL, "blesses")),
}
_AMBIGUOUS = frozenset(("mes", "arme", "armes", "batte", "hurt", _BLOOD_FR, "bijl", "hache", "gun"))
_SURE = (
    *(one for table in (WEAPON, WOUNDED) for words in table.values() for one in words if one not in _AMBIGUOUS),
    *(r"(?:een|met|het|zijn|haar|groot|lang|scherp) mes", r"(?:une|son|leur|d'|l') ?armes?", r"(?:a|his|the) gun"),
    *("is hurt", "du sang", r"(?:een|met) bijl", "une hache"),
)
_SPACES = re.compile(r"\s+")
_LONGEST = 3000  # signs that are read: all the fields of the longest form together


def tells_danger(text: str) -> bool:
    """May these words mean danger, in any language that we read? Rather too often: "no knife" counts as well."""
    plain = _plain(text)
    return any(pattern.search(plain) for pattern in _patterns(language_of(plain)))


@cache
def _patterns(written_in: str | None) -> tuple[re.Pattern[str], ...]:
    """One per language, for a text in `written_in`, or in a language that is not sure."""
    return tuple(_one_of(_pieces(language, written_in)) for language in WEAPON)


def _pieces(language: str, written_in: str | None) -> list[str]:
    ordinary = _ORDINARY[written_in] if written_in and written_in != language else frozenset()
    return [piece for table in (WEAPON, WOUNDED, VIOLENCE, _MORE) for piece in table[language] if piece not in ordinary]


def _one_of(pieces: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(f'(?:{one})' for one in pieces)})(?!\w)")


def names_weapon(text: str) -> bool:
    """Is a weapon or a wound named in words that no other language uses for something harmless? "Mes amis" is not."""
    return _named().search(_plain(text)) is not None


@cache
def _named() -> re.Pattern[str]:
    return _one_of(list(_SURE))


def _plain(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text[:_LONGEST].casefold())
    bare = "".join(sign for sign in spread if not unicodedata.combining(sign))
    return _SPACES.sub(" ", re.sub(r"[^\w' ]", " ", bare))
