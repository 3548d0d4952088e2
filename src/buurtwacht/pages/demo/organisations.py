# SPDX-License-Identifier: EUPL-1.2
"""Who stands behind the groups of the demo, and by which rules each group lives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from buurtwacht.groups.models import Organisation, WatchGroup

from . import places


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A group of the demo: where, by which rules, and with how many neighbours whom nobody can become."""

    organisation: str
    slug: str
    name: str
    quarter: places.Quarter
    preset: str
    extras: int
    goal: str
    status: str = WatchGroup.Status.ACTIVE
    needed: int = 10  # neighbours before it starts
    overrides: Mapping[str, Any] = field(default_factory=dict)


ORGANISATIONS: Sequence[dict[str, Any]] = [
    {
        "name": "Ede",
        "slug": "ede",
        "police_name": "Basisteam Ede",
        "police_mailbox": "basisteam-ede@politie.example",
        "police_code_mailbox": "dirk@politie.example",
        "breach_mailbox": "privacy@ede.example",
        "municipal_report_url": "https://www.ede.example/melden",
    },
    {
        "name": "Maastricht",
        "slug": "maastricht",
        "police_name": "Basisteam Maastricht",
        "police_mailbox": "basisteam-maastricht@politie.example",
        "police_code_mailbox": "wijkagent-maastricht@politie.example",
        "breach_mailbox": "privacy@maastricht.example",
    },
    {
        "name": "Lanaken",
        "slug": "lanaken",
        "kind": Organisation.Kind.POLICE_ZONE,
        "language": "nl-be",
        "time_zone": "Europe/Brussels",
        "police_name": "Politiezone Lanaken",
        "police_mailbox": "politiezone-lanaken@politie.example",
        "police_code_mailbox": "peter@politie.example",
        "breach_mailbox": "dpo@politiezone-lanaken.example",
    },
]
GROUPS: Sequence[Plan] = [
    Plan(
        organisation="ede",
        slug="vogelbuurt",
        name="Vogelbuurt",
        quarter=places.VOGELBUURT,
        preset="nl",
        extras=78,
        goal="We letten op elkaars huis en bellen op tijd. Wie iets ziet, staat er niet alleen voor.",
    ),
    Plan(
        organisation="ede",
        slug="bloemenbuurt",
        name="Bloemenbuurt",
        quarter=places.BLOEMENBUURT,
        preset="nl",
        extras=44,
        goal="Samen houden we de schuren en poorten in de gaten, ook als er iemand op vakantie is.",
        overrides={"most_members": 50},
    ),
    Plan(
        organisation="ede",
        slug="klaverveld",
        name="Klaverveld",
        quarter=places.PLANTENBUURT,
        preset="nl-ede",
        extras=16,
        goal="Een nieuwe wijk, en nog weinig straatlicht. Wij willen elkaar leren kennen en op elkaar letten.",
        status=WatchGroup.Status.FORMING,
        needed=25,
    ),
    Plan(
        organisation="ede",
        slug="sterrenbuurt",
        name="Sterrenbuurt",
        quarter=places.STERRENBUURT,
        preset="nl",
        extras=1,
        goal="Drie straten, en één doel: niemand kijkt weg als er iets gebeurt.",
        status=WatchGroup.Status.FORMING,
        needed=3,
        overrides={"vetting": "none"},
    ),
    Plan(
        organisation="maastricht",
        slug="groenewegkwartier",
        name="Groenewegkwartier",
        quarter=places.GROENEWEG,
        preset="nl-binnenbijster",
        extras=32,
        goal="Vroeg zien wat er niet klopt, en samen laten merken dat deze buurt oplet.",
        overrides={"most_members": 35},
    ),
    Plan(
        organisation="lanaken",
        slug="smeermaas",
        name="Smeermaas",
        quarter=places.SMEERMAAS,
        preset="be",
        extras=38,
        goal="Wij bellen 101 zodra iets verdacht is, en laten elkaar weten wat er gaande is.",
    ),
    Plan(
        organisation="lanaken",
        slug="rekem",
        name="Rekem",
        quarter=places.REKEM,
        preset="be-lanaken",
        extras=21,
        goal="Een rustig dorp houden we samen rustig.",
    ),
    Plan(
        organisation="lanaken",
        slug="neerharen",
        name="Neerharen",
        quarter=places.NEERHAREN,
        preset="be-bin",
        extras=26,
        goal="Minder inbraken langs het kanaal, en meer contact tussen buren.",
    ),
    Plan(
        organisation="lanaken",
        slug="veldwezelt",
        name="Veldwezelt",
        quarter=places.VELDWEZELT,
        preset="be-politiezone",
        extras=18,
        goal="Extra ogen en oren voor de politie, en aandacht voor wie alleen woont.",
    ),
    Plan(
        organisation="lanaken",
        slug="gellik",
        name="Gellik",
        quarter=places.GELLIK,
        preset="be-gemeente",
        extras=15,
        goal="Preventie begint bij de buren: goede sloten, goed licht, goede afspraken.",
    ),
]
