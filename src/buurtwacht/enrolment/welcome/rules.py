# SPDX-License-Identifier: EUPL-1.2
"""May this happen around a welcome? Pure questions, no database."""

import re

from django.utils.translation import gettext as _

from buurtwacht.lib.errors import DomainError

# Nothing that looks or sounds like something else when a neighbour reads it from a letter: no 0 and O, 1, I and L,
# 2 and Z, 5 and S, 8 and B. Without vowels no words come of it.
LETTERS = "CDFGHJKMNPRTVWXY34679"
CODE_LENGTH = 6
MADE_BY_COORDINATORS = frozenset({"link", "letter", "poster", "social", "newspaper"})  # of Invitation.Way
MOST_INVITATIONS = 400
MOST_LETTERS = 5000
LONGEST_STREET = 120

_ODD = re.compile(r"[^A-Z0-9]")
# Programs that fetch a page to show a preview, or to index it: they are not a neighbour who opens a letter.
_ROBOTS = re.compile(
    r"bot|crawl|spider|preview|facebookexternalhit|whatsapp|telegram|slurp|curl|wget|python|headless|monitor|scan", re.I
)


def clean_code(typed: str) -> str:
    """What somebody typed from a letter, in the one spelling: "kjm 4fw" is KJM4FW."""
    return _ODD.sub("", typed.upper())[:20]


def shown_code(code: str) -> str:
    """In two halves, as it stands in a letter."""
    return f"{code[:3]} {code[3:]}"


def is_robot(user_agent: str) -> bool:
    """Is this a program that looks ahead, rather than somebody who opens the page? Who says nothing is one too."""
    return not user_agent or bool(_ROBOTS.search(user_agent))


def clean_street(street: str) -> str:
    return "".join(letter for letter in " ".join(street.split()) if letter.isprintable())[:LONGEST_STREET]


def check_number_of_invitations(number: int) -> None:
    """A group has some streets, not thousands."""
    if number >= MOST_INVITATIONS:
        raise DomainError(_("There are very many invitations already. End those that you no longer use."))


def check_letters(number: int) -> None:
    if not 0 <= number <= MOST_LETTERS:
        raise DomainError(_("Fill in how many letters you delivered: from 0 to %(most)s.") % {"most": MOST_LETTERS})
