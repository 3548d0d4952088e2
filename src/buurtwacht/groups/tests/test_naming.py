# SPDX-License-Identifier: EUPL-1.2
"""Every document says of a group what kind of area it has, how it is called and in which municipality (R035)."""

import pytest
from django.utils.translation import override

from buurtwacht.groups.models import Organisation
from buurtwacht.groups.naming import full_name
from buurtwacht.places.models import Area


@pytest.fixture
def ede(cast):
    """The municipality, around the area of the Vogelbuurt."""
    ede = Area.objects.create(kind=Area.Kind.MUNICIPALITY, code="GM0228", name="Gemeente Ede", border=b"")
    cast.group.area.parent = ede
    return ede


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("neighbourhood", "Vogelbuurt, buurt in Ede"),
        ("district", "Vogelbuurt, wijk in Ede"),
        ("municipality", "Vogelbuurt, in de gemeente Vogelbuurt"),
    ],
)
def test_kind_name_and_municipality(cast, kind, words):
    cast.group.area.kind = kind
    with override("nl"):
        assert full_name(cast.group) == words


def test_the_municipality_around_the_area_comes_first(cast, ede):
    cast.group.organisation.kind = Organisation.Kind.POLICE_ZONE
    with override("nl"):
        assert full_name(cast.group) == "Vogelbuurt, buurt in Gemeente Ede"


def test_where_nobody_knows_the_municipality_the_organisation_is_named(cast):
    cast.group.organisation.kind = Organisation.Kind.POLICE_ZONE
    assert full_name(cast.group) == "Vogelbuurt, Ede"
    cast.group.area = None
    assert full_name(cast.group) == "Vogelbuurt, Ede"
