# SPDX-License-Identifier: EUPL-1.2
"""Who stands behind the groups of the demo, and by which rules each group lives."""

from collections.abc import Sequence
from dataclasses import dataclass
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
    status: str = WatchGroup.Status.ACTIVE


ORGANISATIONS: Sequence[dict[str, Any]] = [
    {
        "name": "Ede",
        "slug": "ede",
        "police_name": "Basisteam Ede",
        "police_mailbox": "basisteam-ede@politie.example",
        "police_code_mailbox": "dirk@politie.example",
    },
    {
        "name": "Maastricht",
        "slug": "maastricht",
        "police_name": "Basisteam Maastricht",
        "police_mailbox": "basisteam-maastricht@politie.example",
        "police_code_mailbox": "wijkagent-maastricht@politie.example",
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
    },
]
GROUPS: Sequence[Plan] = [
    Plan(
        organisation="ede",
        slug="vogelbuurt",
        name="Vogelbuurt",
        quarter=places.VOGELBUURT,
        preset="nl",
        extras=80,
    ),
    Plan(
        organisation="ede",
        slug="bloemenbuurt",
        name="Bloemenbuurt",
        quarter=places.BLOEMENBUURT,
        preset="nl",
        extras=45,
    ),
    Plan(
        organisation="ede",
        slug="klaverveld",
        name="Klaverveld",
        quarter=places.PLANTENBUURT,
        preset="nl-ede",
        extras=16,
        status=WatchGroup.Status.FORMING,
    ),
    Plan(
        organisation="maastricht",
        slug="groenewegkwartier",
        name="Groenewegkwartier",
        quarter=places.GROENEWEG,
        preset="nl-binnenbijster",
        extras=32,
    ),
    Plan(
        organisation="lanaken",
        slug="smeermaas",
        name="Smeermaas",
        quarter=places.SMEERMAAS,
        preset="be",
        extras=38,
    ),
    Plan(
        organisation="lanaken",
        slug="rekem",
        name="Rekem",
        quarter=places.REKEM,
        preset="be-lanaken",
        extras=21,
    ),
    Plan(
        organisation="lanaken",
        slug="neerharen",
        name="Neerharen",
        quarter=places.NEERHAREN,
        preset="be-bin",
        extras=26,
    ),
    Plan(
        organisation="lanaken",
        slug="veldwezelt",
        name="Veldwezelt",
        quarter=places.VELDWEZELT,
        preset="be-politiezone",
        extras=18,
    ),
    Plan(
        organisation="lanaken",
        slug="gellik",
        name="Gellik",
        quarter=places.GELLIK,
        preset="be-gemeente",
        extras=15,
    ),
]
