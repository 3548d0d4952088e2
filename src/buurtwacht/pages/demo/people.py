# SPDX-License-Identifier: EUPL-1.2
"""The people of the demo. All are made up. A visitor can become those who have a sentence about themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DOMAIN = "voorbeeld.example"

MEMBER, COORDINATOR = "member", "coordinator"
OFFICER, OFFICIAL, AUDITOR = "officer", "official", "auditor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """Somebody whom a visitor can become: who they are, where they live and what they may do."""

    key: str
    name: str
    icon: str
    role: str | Promise
    about: str | Promise
    group: str = ""  # the slug of a group
    duty: str = MEMBER  # in the group, or for the organisation when there is no group
    organisation: str = ""  # the slug of an organisation
    street: str = ""
    language: str = "nl"

    @property
    def email(self) -> str:
        return f"{self.key}@{DOMAIN}"


PLAYERS: Sequence[Player] = [
    Player(
        key="bram",
        name="Bram",
        icon="eye",
        role=_("Resident who reports"),
        about=_("Bram lives in the Vogelbuurt. Report something, or see how many neighbours his report reached."),
        group="vogelbuurt",
        street="Merelweg",
    ),
    Player(
        key="ilse",
        name="Ilse",
        icon="home",
        role=_("Neighbour who is warned"),
        about=_("Ilse lives around the corner. See what a neighbour sees, and answer in silence."),
        group="vogelbuurt",
        street="Zwaluwstraat",
    ),
    Player(
        key="anna",
        name="Anna",
        icon="inbox",
        role=_("Coordinator"),
        about=_("Anna coordinates the Vogelbuurt. Her desk takes five minutes a week."),
        group="vogelbuurt",
        duty=COORDINATOR,
        street="Mezenlaan",
    ),
    Player(
        key="dirk",
        name="Dirk",
        icon="shield-check",
        role=_("Police officer"),
        about=_("Dirk reads nothing live. He gets tidy dossiers, and tells in three taps what came of it."),
        organisation="ede",
        duty=OFFICER,
    ),
    Player(
        key="eva",
        name="Eva",
        icon="building-community",
        role=_("Municipal official"),
        about=_("Eva sees how the groups are doing, in figures. She cannot read a report."),
        organisation="ede",
        duty=OFFICIAL,
    ),
    Player(
        key="farid",
        name="Farid",
        icon="users",
        role=_("Member of the next group along"),
        about=_("Farid lives in the Bloemenbuurt. He does not see what the Vogelbuurt shares."),
        group="bloemenbuurt",
        street="Tulpstraat",
    ),
    Player(
        key="hanna",
        name="Hanna",
        icon="scale",
        role=_("Auditor"),
        about=_("Hanna reads who did what, and when. Never what somebody wrote."),
        organisation="ede",
        duty=AUDITOR,
    ),
    Player(
        key="chantal",
        name="Chantal",
        icon="user",
        role=_("Not a member yet"),
        about=_("Chantal has heard of it, and looks around."),
    ),
    Player(
        key="joris",
        name="Joris",
        icon="eye",
        role=_("Resident in Belgium"),
        about=_("Joris lives in Smeermaas. There one calls 101, and a number plate is for the police only."),
        group="smeermaas",
        street="Kapelstraat",
        language="nl-be",
    ),
    Player(
        key="lotte",
        name="Lotte",
        icon="inbox",
        role=_("Coordinator in Belgium"),
        about=_("Lotte coordinates the group of Smeermaas."),
        group="smeermaas",
        duty=COORDINATOR,
        street="Bosweg",
        language="nl-be",
    ),
    Player(
        key="peter",
        name="Peter",
        icon="shield-check",
        role=_("Police officer in Belgium"),
        about=_("Peter says yes or no to who would like to join in Veldwezelt. Nothing else, and never why."),
        organisation="lanaken",
        duty=OFFICER,
        language="nl-be",
    ),
]
# Needed for the stories; nobody becomes them.
OTHERS: Sequence[Player] = [
    Player(key="gerrit", name="Gerrit", icon="user", role="", about="", group="vogelbuurt", street="Vinkenlaan"),
    Player(
        key="sita",
        name="Sita",
        icon="user",
        role="",
        about="",
        group="bloemenbuurt",
        duty=COORDINATOR,
        street="Rozenweg",
    ),
    Player(
        key="marijose",
        name="Marie-José",
        icon="user",
        role="",
        about="",
        group="groenewegkwartier",
        duty=COORDINATOR,
        street="Molenweg",
    ),
    Player(
        key="wim",
        name="Wim",
        icon="user",
        role="",
        about="",
        group="klaverveld",
        duty=COORDINATOR,
        street="Brempad",
    ),
    *(
        Player(key=key, name=name, icon="user", role="", about="", group=group, duty=COORDINATOR, street=street)
        for key, name, group, street in (
            ("godelieve", "Godelieve", "rekem", "Patersstraat"),
            ("luc", "Luc", "neerharen", "Bampstraat"),
            ("rachida", "Rachida", "veldwezelt", "Wolfstraat"),
            ("stefaan", "Stefaan", "gellik", "Eikenstraat"),
        )
    ),
]
# fmt: off
FIRST_NAMES = [
    "Aad", "Aisha", "Albert", "Amira", "Anja", "Anouk", "Arie", "Ayşe", "Bas", "Bea", "Bert", "Bilal", "Britt",
    "Carla", "Cees", "Chris", "Corrie", "Daan", "Denise", "Dewi", "Elif", "Els", "Emma", "Erik", "Esra", "Femke",
    "Fatima", "Frank", "Fleur", "Gijs", "Gülay", "Hans", "Hassan", "Heleen", "Henk", "Ingrid", "Irene", "Jan",
    "Janneke", "Jasper", "Jeroen", "Johan", "Karin", "Kees", "Khadija", "Koen", "Lars", "Layla", "Leo", "Lieke",
    "Linda", "Maarten", "Maria", "Mehmet", "Mieke", "Mo", "Monique", "Nadia", "Nico", "Noor", "Olga", "Omar",
    "Paul", "Petra", "Piet", "Ravi", "Renate", "Rob", "Ruud", "Sandra", "Sanne", "Sem", "Simone", "Sjoerd",
    "Stijn", "Tess", "Theo", "Tineke", "Tom", "Truus", "Vera", "Wouter", "Yara", "Yusuf", "Zoë",
]
# fmt: on


def neighbours(slug: str, count: int) -> list[tuple[str, str]]:
    """Mail address and first name of so many neighbours, always the same ones for the same group."""
    chance = Random(slug)  # noqa: S311 - a seed, not a secret
    return [(f"buur{number}.{slug}@{DOMAIN}", chance.choice(FIRST_NAMES)) for number in range(1, count + 1)]
