# SPDX-License-Identifier: EUPL-1.2
"""Who would like to take part, and how far they are. All are made up."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from buurtwacht.pages.demo.people import DOMAIN


class Stage(StrEnum):
    """Where an application stands when the demo begins."""

    CODE = "code"  # the code in the mail has not been typed yet
    LETTER = "letter"  # a letter with a code waits for the printer
    PRINTED = "printed"  # it is printed, and under way
    NEIGHBOUR = "neighbour"  # a neighbour can vouch
    VISIT = "visit"  # the coordinator is asked to come by
    SIGNED = "signed"  # whatever the group asks next: the police, a parent, a place, the workshop, one tap
    AGREED = "agreed"  # the police said yes
    REFUSED = "refused"  # the police said no, and the applicant objects
    JOINED = "joined"  # came in by a letter with a code


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Somebody who applied so many days ago, and what they filled in."""

    name: str
    family_name: str
    group: str
    street: str
    number: int
    days: float
    stage: Stage
    phone: str = ""
    invited: str = ""  # the way of the invitation that brought them
    parent: str = ""  # first name of the parent of somebody who is too young to sign alone

    @property
    def email(self) -> str:
        return f"{self.name.lower()}@{DOMAIN}"

    @property
    def hour(self) -> int:
        """When they sat down to it: between nine in the morning and nine at night, always the same."""
        return 9 + sum(self.name.encode()) % 12

    @property
    def parent_email(self) -> str:
        return f"{self.parent.lower()}@{DOMAIN}" if self.parent else ""


def _one(
    name: str, family_name: str, group: str, street: str, number: int, days: float, stage: Stage, **more: str
) -> Newcomer:
    return Newcomer(
        name=name,
        family_name=family_name,
        group=group,
        street=street,
        number=number,
        days=days,
        stage=stage,
        phone=more.get("phone", ""),
        invited=more.get("invited", ""),
        parent=more.get("parent", ""),
    )


NEWCOMERS: Sequence[Newcomer] = [
    _one("Priya", "Ramdin", "vogelbuurt", "Vinkenlaan", 23, 16, Stage.JOINED, invited="letter"),
    _one("Lars", "Janssens", "veldwezelt", "Lindestraat", 12, 11, Stage.SIGNED, parent="Greet"),
    _one("An", "Claes", "veldwezelt", "Heserstraat", 31, 9.2, Stage.SIGNED, phone="+32470123451"),
    _one("Bart", "Peeters", "veldwezelt", "Bilzerbaan", 8, 8, Stage.REFUSED),
    _one("Nele", "Willems", "veldwezelt", "Waterstraat", 5, 6, Stage.AGREED, phone="+32470123452"),
    _one("Oscar", "Smeets", "groenewegkwartier", "Bronstraat", 9, 4, Stage.SIGNED, phone="+31612345680"),
    _one("Amber", "Willems", "groenewegkwartier", "Lindenhof", 27, 3.5, Stage.SIGNED),
    _one("Mustafa", "Aydın", "vogelbuurt", "Mezenlaan", 21, 5, Stage.PRINTED, phone="+31612345681"),
    _one("Roos", "Meijer", "klaverveld", "Heidestraat", 17, 4, Stage.SIGNED, phone="+31612345682"),
    _one("Jef", "Martens", "veldwezelt", "Kompveldstraat", 14, 2.5, Stage.SIGNED),
    _one("Katrien", "Dubois", "smeermaas", "Kanaalstraat", 6, 2.2, Stage.LETTER, phone="+32470123453"),
    _one("Pieter", "Verhoeven", "smeermaas", "Schoolstraat", 19, 2, Stage.VISIT),
    _one("Esther", "de Wit", "vogelbuurt", "Vinkenlaan", 5, 1.9, Stage.LETTER, invited="letter"),
    _one("Olivier", "Maas", "groenewegkwartier", "Kastanjelaan", 3, 1.8, Stage.SIGNED),
    _one("Samir", "El Amrani", "vogelbuurt", "Zwaluwstraat", 9, 1.5, Stage.NEIGHBOUR, phone="+31612345683"),
    _one("Aleida", "Smit", "vogelbuurt", "Dorpsstraat", 33, 1.2, Stage.VISIT, invited="poster"),
    _one("Kees", "Bakker", "vogelbuurt", "Lijsterstraat", 11, 1.05, Stage.LETTER),
    _one("Lena", "Prins", "vogelbuurt", "Merelweg", 35, 0.05, Stage.CODE, invited="link"),
]
