# SPDX-License-Identifier: EUPL-1.2
"""The people of the Vogelbuurt, known by heart: factories that give a neighbourhood to test in.

Anna coordinates, Bram is a member, Chantal applies, Dirk is the police officer, Eva sits in the steering group and
works for the municipality, Farid is a member of the next group along, Gerrit is Anna's deputy, Hanna audits.
"""

from dataclasses import dataclass

from django.utils import timezone

from buurtwacht.groups.models import Membership, Organisation, OrganisationRole, WatchGroup
from buurtwacht.people.models import ContactPoint, Person
from buurtwacht.places.models import Area, Street

HERE = {"latitude": 52.0412, "longitude": 5.6631}  # the alley between the Lijsterstraat and the Merelweg


def make_person(name: str, **fields: object) -> Person:
    return Person.objects.create_user(f"{name.lower()}@voorbeeld.example", first_name=name, **fields)


def make_area(name: str, code: str, west: float, south: float, size: float = 0.02) -> Area:
    """A square area, `size` degrees wide."""
    from shapely import to_wkb
    from shapely.geometry import box

    border = to_wkb(box(west, south, west + size, south + size))
    return Area.objects.create(kind=Area.Kind.NEIGHBOURHOOD, code=code, name=name, border=border)


def make_organisation(name: str = "Ede", **fields: object) -> Organisation:
    defaults = {
        "slug": name.lower(),
        "police_name": f"Basisteam {name}",
        "police_mailbox": "politie@voorbeeld.example",
        "police_code_mailbox": "dirk@voorbeeld.example",
    }
    return Organisation.objects.create(name=name, **(defaults | fields))


def make_group(
    organisation: Organisation, name: str = "Vogelbuurt", preset: str = "nl", **fields: object
) -> WatchGroup:
    return WatchGroup.objects.create(
        organisation=organisation, name=name, slug=name.lower().replace(" ", "-"), preset=preset, **fields
    )


def join(
    group: WatchGroup, person: Person, role: str = "member", street: str = "Merelweg", **fields: object
) -> Membership:
    fields.setdefault("home", HERE)
    fields.setdefault("welcomed_at", timezone.now())
    return Membership.objects.create(group=group, person=person, role=role, street=street, **fields)


def add_contact_point(person: Person, channel: str = "log", address: str = "") -> ContactPoint:
    return ContactPoint.objects.create(
        person=person,
        channel=channel,
        address=address or f"{channel}:{person.email}",
        verified_at=timezone.now(),
    )


@dataclass
class Cast:
    """Everybody, and where they live."""

    organisation: Organisation
    group: WatchGroup
    next_group: WatchGroup
    anna: Person
    bram: Person
    chantal: Person
    dirk: Person
    eva: Person
    farid: Person
    gerrit: Person
    hanna: Person


def gather(preset: str = "nl") -> Cast:
    """Make the whole cast, each reachable on the log channel."""
    organisation = make_organisation()
    area = make_area("Vogelbuurt", "BU02280101", 5.65, 52.03)
    next_area = make_area("Bloemenbuurt", "BU02280102", 5.67, 52.03)
    for place in (area, next_area):
        Street.objects.create(area=place, name="Merelweg", **HERE)
    Street.objects.create(area=area, name="Lijsterstraat", latitude=52.0415, longitude=5.6628)
    group = make_group(organisation, preset=preset, area=area)
    next_group = make_group(organisation, "Bloemenbuurt", preset=preset, area=next_area)
    names = ("Anna", "Bram", "Chantal", "Dirk", "Eva", "Farid", "Gerrit", "Hanna")
    people = {name.lower(): make_person(name) for name in names}
    anna = join(group, people["anna"], Membership.Role.COORDINATOR, street="Mezenlaan")
    join(group, people["bram"])
    join(group, people["gerrit"], street="Vinkenlaan", deputy_of=anna)
    join(next_group, people["farid"], street="Tulpstraat")
    for name, role in (("dirk", "officer"), ("eva", "official"), ("hanna", "auditor")):
        OrganisationRole.objects.create(organisation=organisation, person=people[name], role=role)
    for person in people.values():
        add_contact_point(person)
    return Cast(organisation=organisation, group=group, next_group=next_group, **people)
