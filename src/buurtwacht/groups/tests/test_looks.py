# SPDX-License-Identifier: EUPL-1.2
"""The pages of groups in a real browser: fit to be seen, narrow and wide."""

from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.groups.models import Membership
from buurtwacht.groups.services import (
    add_note,
    begin_forming,
    change_settings,
    offer_group,
    plan_new_group,
    plan_turn,
    set_ceiling,
)
from buurtwacht.testing.cast import join, make_organisation, make_person

from .test_ceiling import pay


@pytest.fixture
def story(cast):
    """A group that has lived a little: settings changed, holidays planned, more neighbours."""
    change_settings(cast.group, {"doubt": "off", "most_members": 12}, by=cast.anna)
    for number in range(6):
        street = "Lijsterstraat" if number % 2 else "Vinkenlaan"
        join(cast.group, make_person(f"Buur{number}"), street=street)
    anna, bram = Membership.objects.get(person=cast.anna), Membership.objects.get(person=cast.bram)
    today = timezone.localdate()
    for first in (2, 40):
        days = {"first_day": today + timedelta(days=first), "last_day": today + timedelta(days=first + 7)}
        plan_turn(anna, bram, **days, by=cast.anna)
    idea = plan_new_group(cast.organisation, name="Klaverveld", area=cast.group.area, streets=["Klaverstraat"])
    begin_forming(idea)
    pay(set_ceiling(cast.group, 20_000), 9000, 7560)
    add_note(cast.group, words="De wijkagent komt op de eerste avond.", role="official", by=cast.eva)
    add_note(cast.group, words="Sleutel van de buurtkamer ligt bij Anna.", role="coordinator", by=cast.anna)
    return cast


DESK = [
    "",
    "instellingen/",
    "verhaal/",
    "kosten/",
    "inwerken/",
    "logboek/",
    "splitsen/",
    "overdragen/",
    "coordinatoren/",
]


@pytest.mark.parametrize("page", DESK)
def test_the_coordinators_pages(seen_well, story, page):
    seen_well(f"/bureau/vogelbuurt/groep/{page}", story.anna, name=f"groep-{page.strip('/') or 'start'}")


WIZARD = ["gebied", "regels", "plan", "coordinator", "klaar"]
OFFICIAL = ["groepen/", "gebieden/", "groepen/nieuw/", "groepen/vogelbuurt/", "groepen/klaverveld/"]


@pytest.mark.parametrize("page", [*OFFICIAL, *(f"groepen/klaverveld/nieuw/{step}/" for step in WIZARD)])
def test_the_officials_pages(seen_well, story, page):
    seen_well(f"/gemeente/ede/{page}", story.eva, name=f"gemeente-{page}")


def test_a_vacancy_and_an_offer(seen_well, story):
    Membership.objects.filter(person=story.anna).update(role="member")
    seen_well("/groepen/vogelbuurt/coordinator/", story.gerrit, name="vacature")
    maastricht = make_organisation("Maastricht")
    offer_group(story.group, to=maastricht)
    maastricht.roles.create(person=story.eva, role="official")
    seen_well("/overdracht/", story.eva, name="overdracht")
