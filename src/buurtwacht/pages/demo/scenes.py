# SPDX-License-Identifier: EUPL-1.2
"""What happened in the demo's neighbourhoods, in the words of those who live there."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from buurtwacht.reports.content import PersonCard, VehicleCard


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """Something that a neighbour added, so many minutes after the report."""

    minutes: int
    by: str  # a key, see people.py; empty for one of the other neighbours
    text: str
    direction: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One report from beginning to end. `ago` counts back from now to the moment it was seen."""

    group: str
    reporter: str
    ago: timedelta
    text: str
    place: str
    behaviours: tuple[str, ...]
    persons: tuple[PersonCard, ...] = ()
    vehicles: tuple[VehicleCard, ...] = ()
    photo: str = ""  # what the photo shows that goes along; empty without one
    news: Sequence[News] = field(default_factory=tuple)
    police_after: int = 0  # minutes; 0: they were not seen
    closed_after: int = 0  # minutes; 0: it is still going on
    reason: str = ""
    advice: str = ""
    handed_over: bool = False
    answered_after: int = 0  # days; 0: there is no answer yet
    outcome: str = ""


NOW = Scene(
    group="vogelbuurt",
    reporter="bram",
    ago=timedelta(minutes=6),
    text="Man voelt aan achterpoorten.",
    place="Brandgang Lijsterstraat – Merelweg",
    behaviours=("tries_doors",),
    persons=(
        PersonCard(
            sex="man",
            age="30",
            height="180",
            build="slim",
            clothing="Donkere jas",
            carries="Grijze rugzak",
            alone="alone",
        ),
    ),
    vehicles=(VehicleCard(kind="van", colour="wit", make="Ford", plate="V-38", plate_is_partial=True),),
    news=(
        News(minutes=2, by="", text="Bestelbus rijdt weg van de Merelweg, één persoon erin."),
        News(minutes=4, by="ilse", text="Grijze rugzak.", direction="Loopt richting Vogelpark"),
    ),
)
DOUBT = Scene(
    group="vogelbuurt",
    reporter="ilse",
    ago=timedelta(minutes=3),
    text="Iemand zit al 20 minuten in een auto bij de school.",
    place="Dorpsstraat",
    behaviours=("looks_around",),
)
WITH_PHOTO = Scene(
    group="groenewegkwartier",
    reporter="",
    ago=timedelta(hours=2),
    text="Man kijkt bij drie huizen naar binnen.",
    place="Molenweg",
    behaviours=("looks_inside",),
    persons=(PersonCard(sex="man", clothing="Donkere jas"),),
    vehicles=(VehicleCard(kind="van", colour="wit", plate="V-38", plate_is_partial=True),),
    photo="Man bij een witte bestelbus, voor de rijtjeshuizen",
    police_after=14,
    closed_after=35,
    reason="police_dealt",
    advice="Houd uw gordijnen dicht als u weg bent.",
)
PAST: Sequence[Scene] = [
    Scene(
        group="vogelbuurt",
        reporter="bram",
        ago=timedelta(days=23, hours=4),
        text="Twee personen voelen aan autodeuren.",
        place="Vinkenlaan",
        behaviours=("tries_doors", "looks_around"),
        persons=(PersonCard(sex="man", age="20", clothing="Zwarte jas met capuchon"),),
        news=(
            News(
                minutes=3, by="ilse", text="Er zit een fietstas achterop.", direction="Fietsen weg naar de Dorpsstraat"
            ),
        ),
        police_after=14,
        closed_after=40,
        reason="police_dealt",
        advice="Kijk na of uw auto op slot is.",
        handed_over=True,
        answered_after=2,
        outcome="plan_disrupted",
    ),
    Scene(
        group="vogelbuurt",
        reporter="",
        ago=timedelta(days=12, hours=1),
        text="Glasgerinkel achter de Zwaluwstraat.",
        place="Zwaluwstraat",
        behaviours=("vandalism",),
        news=(
            News(minutes=5, by="", text="Capuchon op.", direction="Loopt rustig naar de bushalte in de Dorpsstraat"),
        ),
        police_after=11,
        closed_after=52,
        reason="police_dealt",
        advice="Kijk uw poort na.",
        handed_over=True,
        answered_after=3,
        outcome="spoken_to",
    ),
    Scene(
        group="vogelbuurt",
        reporter="gerrit",
        ago=timedelta(days=9, hours=7),
        text="Man kijkt bij huizen naar binnen.",
        place="Mezenlaan",
        behaviours=("looks_inside",),
        closed_after=16,
        reason="false_alarm",
        advice="Het was de meteropnemer.",
    ),
    Scene(
        group="vogelbuurt",
        reporter="ilse",
        ago=timedelta(days=8, hours=2),
        text="Vrouw belt overal aan met een vreemd verhaal.",
        place="Merelweg",
        behaviours=("strange_story",),
        persons=(PersonCard(sex="woman", age="45", clothing="Rode jas"),),
        closed_after=45,
        reason="nothing_more",
        advice="Doe niet open voor wie u niet verwacht.",
        handed_over=True,
    ),
    Scene(
        group="vogelbuurt",
        reporter="bram",
        ago=timedelta(days=2, hours=3),
        text="Bestelbus rijdt heel langzaam rondjes.",
        place="Lijsterstraat",
        behaviours=("counts_homes",),
        vehicles=(VehicleCard(kind="van", colour="grijs", marks="ladder op het dak"),),
        news=(News(minutes=6, by="", text="Hij staat nu stil bij het Vogelpark."),),
        police_after=22,
        closed_after=48,
        reason="police_dealt",
        advice="Kijk uw schuur na.",
    ),
    Scene(
        group="smeermaas",
        reporter="joris",
        ago=timedelta(days=6, hours=5),
        text="Iemand klimt over de muur van de school.",
        place="Schoolstraat",
        behaviours=("hides",),
        persons=(PersonCard(sex="man", clothing="Donkere trainer"),),
        police_after=9,
        closed_after=35,
        reason="police_dealt",
        advice="Kijk uw tuinpoort na.",
        handed_over=True,
        answered_after=2,
        outcome="nobody_found",
    ),
    Scene(
        group="bloemenbuurt",
        reporter="farid",
        ago=timedelta(days=15, hours=2),
        text="Iemand rammelt aan fietssloten.",
        place="Tulpstraat",
        behaviours=("tries_doors",),
        closed_after=30,
        reason="nothing_more",
        advice="Zet uw fiets twee keer vast.",
    ),
]
# What a visitor can let happen now, one after the other.
SURPRISES: Sequence[Scene] = [
    Scene(
        group="vogelbuurt",
        reporter="",
        ago=timedelta(minutes=1),
        text="Iemand schijnt met een zaklamp in schuren.",
        place="Vinkenlaan",
        behaviours=("looks_inside", "avoids_light"),
        persons=(PersonCard(sex="man", clothing="Lichte trui, pet"),),
    ),
    Scene(
        group="vogelbuurt",
        reporter="",
        ago=timedelta(minutes=1),
        text="Twee personen tillen een fiets in een bestelbus.",
        place="Dorpsstraat",
        behaviours=("carries_tools",),
        vehicles=(VehicleCard(kind="van", colour="blauw", plate="K-51", plate_is_partial=True),),
    ),
]
