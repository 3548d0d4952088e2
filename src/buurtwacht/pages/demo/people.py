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
    """Somebody whom a visitor can become: who they are, where they live, what they may do, and what to try as them."""

    key: str
    name: str
    icon: str = "user"
    role: str | Promise = ""
    about: str | Promise = ""
    tries: Sequence[str | Promise] = ()
    start: str = "/"  # the page on which a visitor begins
    group: str = ""  # the slug of a group
    duty: str = MEMBER  # in the group, or for the organisation when there is no group
    organisation: str = ""  # the slug of an organisation
    street: str = ""
    language: str = "nl"
    phone: str = ""  # proven, for text messages

    @property
    def email(self) -> str:
        return f"{self.key}@{DOMAIN}"


IN_THE_NETHERLANDS: Sequence[Player] = [
    Player(
        key="chantal",
        name="Chantal",
        icon="user-plus",
        role=_("New neighbour"),
        about=_("Chantal is not a member yet. She would like to join, and begins with her address."),
        tries=(_("Search 6711 AB, number 14, and apply."), _("Choose how she shows where she lives.")),
        start="/vind-uw-groep/",
    ),
    Player(
        key="bram",
        name="Bram",
        icon="eye",
        role=_("Resident who reports"),
        about=_("Bram lives in the Vogelbuurt. Report something, or see how many neighbours his report reached."),
        tries=(_("Report that somebody tries car doors."), _("Move Bram to another street.")),
        group="vogelbuurt",
        street="Merelweg",
    ),
    Player(
        key="ilse",
        name="Ilse",
        icon="home",
        role=_("Neighbour who is warned"),
        about=_("Ilse lives around the corner. See what a neighbour sees, and answer in silence."),
        tries=(
            _("Answer that you keep an eye out."),
            _("Vouch for Samir. The mailbox leads to his page, with a code."),
        ),
        group="vogelbuurt",
        street="Zwaluwstraat",
        phone="+31612345670",
    ),
    Player(
        key="anna",
        name="Anna",
        icon="inbox",
        role=_("Coordinator"),
        about=_("Anna coordinates the Vogelbuurt. Her desk takes five minutes a week."),
        tries=(
            _("Work through her desk."),
            _("Say yes or no to what Gerrit proposed in a case."),
            _("Take over a list of members."),
        ),
        group="vogelbuurt",
        duty=COORDINATOR,
        street="Mezenlaan",
        phone="+31612345671",
    ),
    Player(
        key="dirk",
        name="Dirk",
        icon="shield-check",
        role=_("Police officer"),
        about=_("Dirk reads nothing live. He gets tidy dossiers, and tells in three taps what came of it."),
        tries=(_("Answer the dossier that waits."),),
        organisation="ede",
        duty=OFFICER,
    ),
    Player(
        key="eva",
        name="Eva",
        icon="building-community",
        role=_("Municipal official"),
        about=_("Eva helps groups to start, prints letters and keeps the site. She cannot read a report."),
        tries=(_("Print the letters with codes."), _("Change a text of the site of Ede.")),
        organisation="ede",
        duty=OFFICIAL,
    ),
    Player(
        key="wim",
        name="Wim",
        icon="users-group",
        role=_("Coordinator of a group that is being formed"),
        about=_("Klaverveld has 17 of the 25 neighbours it needs. Wim looks for the others."),
        tries=(_("See what is still missing."), _("Say that Roos was at the workshop.")),
        group="klaverveld",
        duty=COORDINATOR,
        street="Brempad",
    ),
    Player(
        key="sita",
        name="Sita",
        icon="users",
        role=_("Coordinator of a group that is nearly full"),
        about=_("The Bloemenbuurt has 46 members, and room for 50. Two smaller groups know each other better."),
        tries=(_("Split the group along its streets."),),
        group="bloemenbuurt",
        duty=COORDINATOR,
        street="Rozenweg",
    ),
    Player(
        key="farid",
        name="Farid",
        icon="home",
        role=_("Member of the next group along"),
        about=_("Farid lives in the Bloemenbuurt. He does not see what the Vogelbuurt shares."),
        group="bloemenbuurt",
        street="Tulpstraat",
    ),
    Player(
        key="marijose",
        name="Marie-José",
        icon="hand-stop",
        role=_("Coordinator in Maastricht"),
        about=_("Her group is full. Two neighbours can come in, and one is on the waiting list."),
        tries=(
            _("Let a neighbour in with one tap."),
            _("Enter somebody who applied on paper."),
            _("Look at a photo, and make people in it unrecognisable."),
        ),
        group="groenewegkwartier",
        duty=COORDINATOR,
        street="Molenweg",
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
]
IN_BELGIUM: Sequence[Player] = [
    Player(
        key="joris",
        name="Joris",
        icon="eye",
        role=_("Resident in Belgium"),
        about=_("Joris lives in Smeermaas. There one calls 101, and a number plate is for the police only."),
        tries=(_("Report something, and see what differs."),),
        group="smeermaas",
        street="Kapelstraat",
        language="nl-be",
    ),
    Player(
        key="lotte",
        name="Lotte",
        icon="inbox",
        role=_("Coordinator in Belgium"),
        about=_("Lotte coordinates Smeermaas. She has not signed the promise to keep data private yet."),
        tries=(_("Open the list of members, and sign first."), _("Print a letter with a code.")),
        group="smeermaas",
        duty=COORDINATOR,
        street="Bosweg",
        language="nl-be",
        phone="+32470123450",
    ),
    Player(
        key="rachida",
        name="Rachida",
        icon="users",
        role=_("Coordinator where the police check"),
        about=_("In Veldwezelt the police say who can join. Rachida sees names only after that."),
        tries=(_("Let in Nele, with whom the police agreed."),),
        group="veldwezelt",
        duty=COORDINATOR,
        street="Wolfstraat",
        language="nl-be",
    ),
    Player(
        key="peter",
        name="Peter",
        icon="shield-check",
        role=_("Police officer in Belgium"),
        about=_("Peter says yes or no to who would like to join in Veldwezelt. Nothing else, and never why."),
        tries=(_("Answer who waits for him."), _("Look at the objection of somebody who was refused.")),
        start="/politie/lanaken/aanmeldingen/",
        organisation="lanaken",
        duty=OFFICER,
        language="nl-be",
    ),
]
COUNTRIES: Sequence[tuple[str | Promise, Sequence[Player]]] = [
    (_("In the Netherlands"), IN_THE_NETHERLANDS),
    (_("In Belgium"), IN_BELGIUM),
]
PLAYERS: Sequence[Player] = [*IN_THE_NETHERLANDS, *IN_BELGIUM]
# Needed for the stories; nobody becomes them.
OTHERS: Sequence[Player] = [
    Player(key="gerrit", name="Gerrit", group="vogelbuurt", street="Vinkenlaan"),
    *(
        Player(key=key, name=name, group=group, duty=COORDINATOR, street=street)
        for key, name, group, street in (
            ("noor", "Noor", "sterrenbuurt", "Venusweg"),
            ("godelieve", "Godelieve", "rekem", "Patersstraat"),
            ("luc", "Luc", "neerharen", "Bampstraat"),
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
FAMILY_NAMES = [
    "Aydın", "Bakker", "de Boer", "Bos", "van den Berg", "Claes", "Dekker", "van Dijk", "Dubois", "El Amrani", "Haddad",
    "Hendriks", "Jansen", "Janssens", "Kaya", "Kuipers", "van Leeuwen", "Maas", "Martens", "Meijer", "Mulder", "Nguyen",
    "Özdemir", "Peeters", "Peters", "Prins", "Ramdin", "Sanders", "Schouten", "Smit", "Smeets", "Tahiri", "Timmermans",
    "Verhoeven", "Vermeulen", "Visser", "Vos", "de Vries", "Willems", "Wouters",
]
# fmt: on


def neighbours(slug: str, count: int) -> list[tuple[str, str, str]]:
    """Mail address, first name and family name of so many neighbours, always the same ones for the same group."""
    chance = Random(slug)  # noqa: S311 - a seed, not a secret
    return [
        (f"buur{number}.{slug}@{DOMAIN}", chance.choice(FIRST_NAMES), chance.choice(FAMILY_NAMES))
        for number in range(1, count + 1)
    ]


WITH_PHONE = [player for player in PLAYERS if player.phone and player.role]
