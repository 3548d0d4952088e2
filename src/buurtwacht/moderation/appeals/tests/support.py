# SPDX-License-Identifier: EUPL-1.2
"""Cases and measures to appeal against, in the Vogelbuurt."""

from types import SimpleNamespace

from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import membership_in
from buurtwacht.moderation.cases.services import agree, open_case, propose_measure
from buurtwacht.moderation.models import Case, Measure
from buurtwacht.people.models import Person
from buurtwacht.testing.cast import Cast, add_contact_point, join, make_person

WORDS = "Wat een sukkel ben jij."


def scene_of(cast: Cast) -> SimpleNamespace:
    ingrid = make_person("Ingrid")
    add_contact_point(ingrid)
    join(cast.group, ingrid, Membership.Role.COORDINATOR, street="Vinkenlaan")
    Membership.objects.filter(person=cast.farid).update(role=Membership.Role.COORDINATOR)
    return SimpleNamespace(**vars(cast), ingrid=ingrid)


def open_about(scene: SimpleNamespace, person: Person, *, by: Person | str | None = "anna", **fields: object) -> Case:
    told = {"rule": "words", "quoted": WORDS, "note": "Het ging over een buurman."} | fields
    return open_case(membership_in(person, scene.group), by=scene.anna if by == "anna" else by, **told)


def take(case: Case, kind: str, proposer: Person, seconder: Person | None = None, **fields: object) -> Measure:
    measure = propose_measure(case, kind, by=proposer, reason="Dit mag niet in onze groep.", **fields)
    return agree(measure, by=seconder) if seconder else measure
