# SPDX-License-Identifier: EUPL-1.2
"""The address of a first coordinator is compared with the area; who knows better insists (R040)."""

import io

import pytest
from django.core.management import CommandError, call_command

from buurtwacht.groups import queries
from buurtwacht.groups.first_address import doubt_about
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.services import plan_new_group
from buurtwacht.places.models import Street
from buurtwacht.testing.cast import make_area, make_group

ILSE = {"first_name": "Ilse", "email": "ilse@voorbeeld.example", "street": "Lijsterstraat", "house_number": "3"}


@pytest.fixture
def idea(cast):
    """A new group in an area of its own, with one street."""
    area = make_area("Klaverveld", "WK022899", 5.75, 52.02)
    Street.objects.create(area=area, name="Klaverstraat", latitude=52.03, longitude=5.76)
    return plan_new_group(cast.organisation, name="Klaverveld", area=area, by=cast.eva)


def test_a_street_of_the_area_raises_no_doubt_and_another_one_does(idea, cast):
    assert doubt_about(idea, "Klaverstraat", "3") == ""
    assert cast.group.name in doubt_about(idea, "Lijsterstraat", "3")
    assert "Rozenlaan" in doubt_about(idea, "Rozenlaan", "3")


def test_where_nothing_is_known_nothing_is_compared(cast):
    bare = make_group(cast.organisation, "Elders", area=make_area("Leeg", "WK022898", 5.85, 52.02))
    nowhere = make_group(cast.organisation, "Nergens")

    assert doubt_about(bare, "Rozenlaan") == doubt_about(nowhere, "Rozenlaan") == ""


def test_the_official_is_asked_once_and_then_believed(idea, cast, login):
    client, page = login(cast.eva), "/gemeente/ede/groepen/klaverveld/nieuw/coordinator/"

    assert "insists" not in client.get(page).content.decode()
    asked = client.post(page, ILSE | {"agreed": "on"}).content.decode()
    assert cast.group.name in asked
    assert "insists" in asked
    assert "Ilse" in asked
    assert not queries.coordinators_of(idea)
    client.post(page, ILSE | {"agreed": "on", "insists": "on"})
    assert [one.person.first_name for one in queries.coordinators_of(idea)] == ["Ilse"]


def test_the_command_asks_too(idea):
    words = ("groups", "member", idea.slug, "ilse@voorbeeld.example", "Ilse", "Lijsterstraat")
    with pytest.raises(CommandError, match="--anyway"):
        call_command(*words, "--coordinator", stdout=io.StringIO())
    call_command(*words, "--coordinator", "--anyway", stdout=io.StringIO())

    assert queries.coordinators_of(WatchGroup.objects.get(pk=idea.pk)).count() == 1
