# SPDX-License-Identifier: EUPL-1.2
from dataclasses import dataclass

import pytest
from django.utils import timezone, translation

from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.moderation.cases.services import open_case
from buurtwacht.moderation.models import Case
from buurtwacht.people.models import Person
from buurtwacht.testing.cast import gather, join, make_person


@pytest.fixture(autouse=True)
def in_english():
    """Refusals are compared by their words in the code."""
    with translation.override("en"):
        yield


@dataclass
class Street:
    """The Vogelbuurt with a second coordinator, Ingrid, and a moderator, Jonas; Bram and Karin are members."""

    group: WatchGroup
    anna: Person
    bram: Person
    dirk: Person
    eva: Person
    farid: Person
    ingrid: Person
    jonas: Person
    karin: Person

    def member(self, person: Person) -> Membership:
        return Membership.objects.select_related("group__organisation", "person").get(
            group=self.group, person=person, left_at=None
        )

    def case_about(self, person: Person, *, by: Person | None = None, **facts: object) -> Case:
        told = {"rule": "no_insults", "note": "He called a neighbour names.", "quoted": "Wat een idioot."} | facts
        return open_case(self.member(person), by=by or self.anna, **told)


def gathered(preset: str) -> Street:
    cast = gather(preset)
    Membership.objects.filter(person=cast.gerrit).update(deputy_of=None)
    ingrid, jonas, karin = (make_person(name) for name in ("Ingrid", "Jonas", "Karin"))
    join(cast.group, ingrid, Membership.Role.COORDINATOR, street="Vinkenlaan")
    join(cast.group, jonas, Membership.Role.MODERATOR, street="Lijsterstraat")
    join(cast.group, karin, phone="+31612345678", house_number="12", postcode="6711 AB", town="Ede")
    names = ("anna", "bram", "dirk", "eva", "farid")
    return Street(
        group=cast.group, ingrid=ingrid, jonas=jonas, karin=karin, **{name: getattr(cast, name) for name in names}
    )


@pytest.fixture
def street(db):
    """Under the rules that we recommend in the Netherlands: two people, and an appeal."""
    return gathered("nl")


@pytest.fixture
def street_under(db):
    return gathered


@pytest.fixture
def in_days():
    from datetime import timedelta

    return lambda days: timezone.now() + timedelta(days=days)
