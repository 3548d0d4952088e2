# SPDX-License-Identifier: EUPL-1.2
from django.utils.translation import gettext as _

from buurtwacht.reports.choices import Age, Alone, Build, Height, Sex, SkinColour
from buurtwacht.reports.content import PersonCard

from .text import joined, sentence


def person_words(card: PersonCard) -> str:
    """ "Man, about 30, 1.80 m, slim. Dark coat, grey backpack. Alone."."""
    return joined(
        (
            sentence(_label(Sex, card.sex), _age(card.age), _height(card.height), _label(Build, card.build)),
            sentence(_skin(card.skin_colour), _hair(card), card.face, card.tattoo),
            sentence(card.clothing, card.carries),
            sentence(card.transport),
            sentence(_label(Alone, card.alone)),
        )
    )


def _label(choices: type[Sex | Build | Alone], code: str) -> str:
    return str(choices(code).label) if code and code in choices.values else ""


def _age(code: str) -> str:
    spoken = {Age.CHILD: _("Child"), Age.TEENAGER: _("Teenager"), Age.SIXTY: _("60 or older")}
    if code in (Age.TWENTY, Age.THIRTY, Age.FORTY_FIVE):
        return _("about %(years)s years old") % {"years": code}
    return spoken[Age(code)] if code in spoken else ""


def _height(code: str) -> str:
    if code == Height.TALLER:
        return _("taller than 1.80 m")
    return str(Height(code).label) if code and code in Height.values else ""


def _hair(card: PersonCard) -> str:
    colour = _("%(colour)s hair") % {"colour": card.hair_colour} if card.hair_colour else ""
    return ", ".join(part for part in (colour, card.hair_style) if part)


def _skin(code: str) -> str:
    if not code or code not in SkinColour.values:
        return ""
    return _("%(colour)s skin") % {"colour": SkinColour(code).label}
