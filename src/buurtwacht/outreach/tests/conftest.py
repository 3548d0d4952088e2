# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine

from buurtwacht.groups.models import WatchGroup
from buurtwacht.places.models import Area
from buurtwacht.places.services import import_areas
from buurtwacht.testing.cast import join, make_area, make_group, make_organisation, make_person

PLACES = Path(__file__).parents[2] / "places" / "tests" / "data"


@pytest.fixture
def forming(cast):
    """The Schildersbuurt, of the same town, with two of the ten neighbours that it needs."""
    area = make_area("Schildersbuurt", "BU02280103", 5.69, 52.03)
    group = make_group(cast.organisation, "Schildersbuurt", area=area, status=WatchGroup.Status.FORMING)
    for name in ("Ivo", "Jet"):
        join(group, make_person(name), street="Rembrandtlaan")
    return group


@pytest.fixture
def empty_area(cast):
    """The Bosrand, of the same town, without a group."""
    return make_area("Bosrand", "BU02280104", 5.63, 52.03)


@pytest.fixture
def lanaken(db):
    """Another organisation, in another country, with one group."""
    organisation = make_organisation("Lanaken", language="nl-be", time_zone="Europe/Brussels")
    area = make_area("Smeermaas", "BE73042A", 5.68, 50.87)
    group = make_group(organisation, "Smeermaas", preset="be-lanaken", area=area)
    join(group, make_person("Wout"), "coordinator", street="Brugstraat")
    return organisation


@pytest.fixture
def real_borders(db):
    """The neighbourhoods of Ede as the statistics office draws them (CBS 2022)."""
    path = PLACES / "ede-wijken-cbs2022.wgs84.geojson"
    import_areas(path, kind=Area.Kind.DISTRICT, source="CBS, Kadaster")
    return list(Area.objects.filter(kind=Area.Kind.DISTRICT))


@pytest.fixture
def by_day() -> Iterator[None]:
    """An hour at which nobody has quiet hours."""
    with time_machine.travel(datetime(2026, 11, 20, 12, 0, tzinfo=UTC), tick=True):
        yield
