# SPDX-License-Identifier: EUPL-1.2
"""Where the demo plays: real municipalities and districts, and in them neighbourhoods that do not exist."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from shapely import from_wkb, to_wkb, unary_union
from shapely.geometry import box

from buurtwacht.places.geo import moved
from buurtwacht.places.models import Area, Landmark
from buurtwacht.places.services import add_landmark, add_street, import_areas

from . import plan

DATA = Path(__file__).resolve().parent / "data"
Kind = Area.Kind
LETTERS = "ABCDEG"  # a Dutch postcode has no F here


@dataclass(frozen=True, slots=True)
class Town:
    """A municipality: the file with its districts, and whom to thank for them."""

    name: str
    code: str
    country: str
    source: str

    @property
    def file(self) -> Path:
        return DATA / f"{self.name.lower()}.geojson"


@dataclass(frozen=True, slots=True)
class Home:
    """A house in a made-up street."""

    street: str
    number: int
    spot: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Quarter:
    """A made-up neighbourhood: its name, the names of its six streets and its park, and its north-west corner."""

    name: str
    code: str
    country: str
    corner: tuple[float, float]
    streets: Sequence[str]
    park: str
    postcode: str  # of all streets in Belgium; in the Netherlands all but its last letter, which tells the street
    town: str

    def postcode_of(self, street: str) -> str:
        """Where this street lies."""
        if self.country == "be":
            return self.postcode
        return self.postcode + LETTERS[self.streets.index(street)]


CBS = "© CBS / Kadaster, CC BY 4.0"
FLANDERS = "© gemeentebesturen, verzameld door Data & Analyse van de Vlaamse provincies"
EDE = Town("Ede", "GM0228", "nl", CBS)
MAASTRICHT = Town("Maastricht", "GM0935", "nl", CBS)
LANAKEN = Town("Lanaken", "73042", "be", FLANDERS)

VOGELBUURT = Quarter(
    "Vogelbuurt",
    "DEMO01",
    "nl",
    (52.0440, 5.6290),
    ["Lijsterstraat", "Merelweg", "Dorpsstraat", "Mezenlaan", "Zwaluwstraat", "Vinkenlaan"],
    "Vogelpark",
    "6711 A",
    "Ede",
)
BLOEMENBUURT = Quarter(
    "Bloemenbuurt",
    "DEMO02",
    "nl",
    (52.0425, 5.6510),
    ["Tulpstraat", "Rozenweg", "Irisstraat", "Dahlialaan", "Narcissenstraat", "Leliehof"],
    "Rozenpark",
    "6712 B",
    "Ede",
)
PLANTENBUURT = Quarter(
    "Klaverveld",
    "DEMO03",
    "nl",
    (52.0525, 5.6280),
    ["Klaverweg", "Brempad", "Heidestraat", "Tijmlaan", "Varenstraat", "Mosweg"],
    "Kloosterwei",
    "6715 K",
    "Ede",
)
STERRENBUURT = Quarter(
    "Sterrenbuurt",
    "DEMO10",
    "nl",
    (52.0515, 5.6480),
    ["Poolsterstraat", "Venusweg", "Marsstraat", "Saturnuslaan", "Mercuriusstraat", "Jupiterhof"],
    "Sterrenpark",
    "6716 N",
    "Ede",
)
GROENEWEG = Quarter(
    "Groenewegkwartier",
    "DEMO04",
    "nl",
    (50.8580, 5.7230),
    ["Sint-Josephstraat", "Molenweg", "Bronstraat", "Kastanjelaan", "Hazelaarstraat", "Lindenhof"],
    "Bronpark",
    "6224 G",
    "Maastricht",
)
SMEERMAAS = Quarter(
    "Smeermaas-Centrum",
    "DEMO05",
    "be",
    (50.8800, 5.6560),
    ["Kapelstraat", "Bosweg", "Maasstraat", "Schoolstraat", "Kanaalstraat", "Veldstraat"],
    "Kapelpark",
    "3620",
    "Smeermaas",
)
REKEM = Quarter(
    "Rekem-Dorp",
    "DEMO06",
    "be",
    (50.9250, 5.6950),
    ["Groenplaats", "Patersstraat", "Kasteelweg", "Zavelstraat", "Herenstraat", "Schuttersweg"],
    "Kasteelpark",
    "3621",
    "Rekem",
)
NEERHAREN = Quarter(
    "Neerharen-Noord",
    "DEMO07",
    "be",
    (50.9065, 5.6810),
    ["Keelhoffstraat", "Bampstraat", "Staatsbaan", "Daalweg", "Heirbaan", "Sluisweg"],
    "Sluispark",
    "3620",
    "Neerharen",
)
VELDWEZELT = Quarter(
    "Veldwezelt-Hees",
    "DEMO08",
    "be",
    (50.8630, 5.6280),
    ["Heserstraat", "Wolfstraat", "Kompveldstraat", "Lindestraat", "Bilzerbaan", "Waterstraat"],
    "Waterpark",
    "3620",
    "Veldwezelt",
)
GELLIK = Quarter(
    "Gellik-Kern",
    "DEMO09",
    "be",
    (50.8840, 5.6120),
    ["Kiezelweg", "Sint-Laurentiusplein", "Eikenstraat", "Berkenlaan", "Bessemerstraat", "Munsterweg"],
    "Laurentiuspark",
    "3620",
    "Gellik",
)


def build_town(town: Town) -> Area:
    """The districts of a municipality, and the municipality around them. Twice is once."""
    import_areas(town.file, kind=Kind.DISTRICT, country=town.country, source=town.source)
    districts = Area.objects.filter(kind=Kind.DISTRICT, source=town.source, country=town.country)
    prefix = town.code.replace("GM", "WK")
    own = [area for area in districts if area.code.startswith(prefix)]
    border = to_wkb(unary_union([from_wkb(bytes(area.border)) for area in own]))
    values = {"kind": Kind.MUNICIPALITY, "name": town.name, "country": town.country, "source": town.source}
    whole, _ = Area.objects.update_or_create(code=town.code, defaults=values | {"border": border})
    Area.objects.filter(pk__in=[area.pk for area in own]).update(parent=whole)
    return whole


def build_quarter(quarter: Quarter) -> Area:
    """A neighbourhood with its streets, houses and park, inside the real district that it lies in. Twice is once."""
    known = Area.objects.filter(code=quarter.code).first()
    if known:
        return known
    south, east = _at(quarter, (plan.WIDE, plan.HIGH))
    north, west = quarter.corner
    border = box(west, south, east, north)
    around = (area for area in Area.objects.filter(kind=Kind.DISTRICT) if _holds(area, border.centroid))
    area = Area.objects.create(
        kind=Kind.NEIGHBOURHOOD,
        code=quarter.code,
        name=quarter.name,
        country=quarter.country,
        parent=next(around, None),
        border=to_wkb(border),
    )
    for name, corners in zip(quarter.streets, plan.CURVES, strict=True):
        add_street(area, name, line=[_at(quarter, spot) for spot in plan.curve(corners)])
    _add_landmarks(area, quarter)
    return area


def homes_along(quarter: Quarter) -> list[Home]:
    """The odd house numbers of every street, each with its point on the map."""
    found = []
    for name, corners in zip(quarter.streets, plan.CURVES, strict=True):
        spots = plan.curve(corners, pieces=20)[1:-1]
        found += [Home(name, 2 * place - 1, _at(quarter, spot)) for place, spot in enumerate(spots, start=1)]
    return found


def _add_landmarks(area: Area, quarter: Quarter) -> None:
    kinds = Landmark.Kind
    add_landmark(area, kinds.PARK, surface=[_at(quarter, spot) for spot in plan.PARK], name=quarter.park)
    add_landmark(area, kinds.WATER, line=[_at(quarter, spot) for spot in plan.WATER])
    add_landmark(area, kinds.PATH, line=[_at(quarter, spot) for spot in plan.ALLEY])
    for corners in plan.houses():
        add_landmark(area, kinds.BUILDING, surface=[_at(quarter, spot) for spot in corners])


def _at(quarter: Quarter, spot: plan.Spot) -> tuple[float, float]:
    across, down = spot
    return moved(quarter.corner, north=-down, east=across)


def _holds(area: Area, point: object) -> bool:
    return bool(from_wkb(bytes(area.border)).covers(point))
