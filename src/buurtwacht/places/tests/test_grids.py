# SPDX-License-Identifier: EUPL-1.2
import json
from pathlib import Path

import numpy as np
import pytest
import shapely
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from buurtwacht.places.geo import distance_metres
from buurtwacht.places.importing.belgian_grid import LAMBERT_72, from_lambert_72, from_lambert_2008
from buurtwacht.places.importing.grids import Grid, grid_of
from buurtwacht.places.importing.problems import BadFile
from buurtwacht.places.models import Area
from buurtwacht.places.queries import area_at
from buurtwacht.places.services import import_areas

DATA = Path(__file__).parent / "data"
EDE, LANAKEN = (174_000.0, 450_000.0, 176_000.0, 452_000.0), (238_000.0, 174_000.0, 244_000.0, 180_000.0)
DEGREES = (5.6, 52.0, 5.7, 52.1)
STRIP = (150_000.0, 260_000.0, 151_000.0, 261_000.0)  # Belgium in the Dutch grid, or the Netherlands in Lambert 72


def one(function, x, y):
    longitude, latitude = function(np.array([x]), np.array([y]))
    return latitude[0], longitude[0]


def test_the_worked_example_of_the_guidance_note_comes_out():
    """IOGP guidance note 7-2, Belgian Lambert: 5°48'26.533" E and 50°40'46.461" N, on the Belgian datum."""
    longitude, latitude = LAMBERT_72.to_angles(np.array([251_763.20]), np.array([153_034.13]))
    found = np.degrees(latitude[0]), np.degrees(longitude[0])
    assert distance_metres(found, (50 + 40 / 60 + 46.461 / 3600, 5 + 48 / 60 + 26.533 / 3600)) < 0.1


@pytest.mark.parametrize(
    ("x", "y", "latitude", "longitude"),
    [  # by PROJ 9.5, operation EPSG:15929
        (149_000, 171_000, 50.849400023, 4.354552122),  # Brussels
        (242_000, 180_000, 50.923010298, 5.677284015),  # Lanaken
        (50_000, 170_000, 50.831826087, 2.949181208),
        (295_000, 50_000, 49.743896316, 6.380696307),
        (27_000, 201_000, 51.106008301, 2.612386100),  # the coast
        (152_000, 212_000, 51.217945429, 4.397382484),  # Antwerp
        (180_000, 30_000, 49.581003976, 4.783548818),
    ],
)
def test_points_in_lambert_72_lie_where_they_are_within_a_millimetre(x, y, latitude, longitude):
    assert distance_metres(one(from_lambert_72, float(x), float(y)), (latitude, longitude)) < 0.001


@pytest.mark.parametrize(
    ("x", "y", "latitude", "longitude"),
    [
        (649_000, 671_000, 50.849397468, 4.354558147),
        (742_000, 680_000, 50.922908466, 5.677313174),
        (527_000, 701_000, 51.106139166, 2.612424468),
    ],
)
def test_points_in_lambert_2008_lie_where_they_are_within_a_millimetre(x, y, latitude, longitude):
    assert distance_metres(one(from_lambert_2008, float(x), float(y)), (latitude, longitude)) < 0.001


@given(st.floats(20_000, 296_000), st.floats(21_000, 245_000))
def test_a_metre_in_the_grid_is_a_metre_on_the_ground(x, y):
    here = one(from_lambert_72, x, y)
    for there in (one(from_lambert_72, x + 1000, y), one(from_lambert_72, x, y + 1000)):
        assert 995 < distance_metres(here, there) < 1005  # our distance is that on a ball: half a percent


@pytest.mark.django_db
def test_the_belgian_grid_and_degrees_give_the_same_borders_within_a_metre():
    import_areas(DATA / "lanaken-wijken.wgs84.geojson", kind="district", country="be")
    degrees = {area.code: shapely.from_wkb(bytes(area.border)) for area in Area.objects.all()}
    Area.objects.all().delete()
    done = import_areas(DATA / "lanaken-wijken.lambert72.geojson", kind="district", country="be")

    assert done.added == len(degrees) == 7
    for area in Area.objects.all():
        here = shapely.get_coordinates(shapely.from_wkb(bytes(area.border)))
        there = shapely.get_coordinates(degrees[area.code])
        assert len(here) == len(there)
        assert max(distance_metres(a[::-1], b[::-1]) for a, b in zip(here, there, strict=True)) < 1


@pytest.mark.parametrize(
    ("bounds", "declared", "chosen", "grid"),
    [
        ([DEGREES], None, None, Grid.WGS84),
        ([DEGREES], Grid.RD, None, Grid.WGS84),
        ([EDE], None, None, Grid.RD),
        ([EDE], Grid.WGS84, None, Grid.RD),
        ([LANAKEN], None, None, Grid.LAMBERT_72),
        ([LANAKEN, LANAKEN], Grid.LAMBERT_72, None, Grid.LAMBERT_72),
        ([(742_000.0, 680_000.0, 743_000.0, 681_000.0)], None, None, Grid.LAMBERT_2008),
        ([STRIP], Grid.RD, None, Grid.RD),
        ([STRIP], None, Grid.LAMBERT_72, Grid.LAMBERT_72),
        ([EDE, (0.0, 0.0, 1.0, 1.0)], None, None, Grid.RD),  # the odd one has a problem of its own
        ([(0.0, 0.0, 1.0, 1.0)], None, None, None),
        ([], None, None, None),
    ],
)
def test_the_grid_is_recognised(bounds, declared, chosen, grid):
    assert grid_of(bounds, declared, chosen) is grid


@pytest.mark.parametrize(
    ("bounds", "declared", "question"),
    [
        ([STRIP], None, "Say --grid 28992 or 31370."),
        ([LANAKEN], Grid.RD, "it is in EPSG:28992, and its numbers look like EPSG:31370. Which is it?"),
        ([DEGREES, EDE], None, "not all in the same grid"),
    ],
)
def test_what_cannot_be_told_is_asked(bounds, declared, question):
    with pytest.raises(BadFile) as asked:
        grid_of(bounds, declared)
    assert question in str(asked.value)


@pytest.mark.django_db
def test_the_operator_may_say_which_grid_it_is(tmp_path):
    document = json.loads((DATA / "lanaken-wijken.lambert72.geojson").read_text())
    document["crs"]["properties"]["name"] = "urn:ogc:def:crs:EPSG::28992"
    path = tmp_path / "areas.geojson"
    path.write_text(json.dumps(document))
    with pytest.raises(CommandError, match="Which is it"):
        call_command("areas", "import", str(path), country="be")
    assert not Area.objects.exists()

    call_command("areas", "import", str(path), country="be", grid="31370")
    assert area_at(50.9, 5.65) is not None


@pytest.mark.django_db
def test_metres_the_wrong_way_round_are_named(tmp_path):
    ring = [[450_000, 174_000], [451_000, 174_000], [451_000, 175_000], [450_000, 174_000]]
    turned = {"type": "Polygon", "coordinates": [ring]}
    feature = {"type": "Feature", "properties": {"code": "A1", "naam": "Wijk"}, "geometry": turned}
    path = tmp_path / "areas.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    with pytest.raises(BadFile, match="wrong way round: the metres to the east come first"):
        import_areas(path, kind="district")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("latitude", "longitude", "sentence"),
    [
        ("5.66", "52.04", "The latitude comes first. Did you mean 52.04 5.66?"),
        ("vijf", "5.66", '"vijf" is not a latitude'),
        ("nan", "5.66", "A latitude lies between -90 and 90 degrees"),
        ("52", "181", "A longitude lies between -180 and 180 degrees"),
        ("174000", "450000", "A latitude lies between"),
        ("", "5", "is not a latitude"),
    ],
)
def test_a_point_that_is_none_is_refused_with_a_sentence(latitude, longitude, sentence):
    with pytest.raises(CommandError) as refused:
        call_command("areas", "find", latitude, longitude)
    assert sentence in str(refused.value)


@pytest.mark.django_db
def test_a_comma_is_a_point_too(cast, capsys):
    call_command("areas", "find", "52,0412", "5,6631")
    assert json.loads(capsys.readouterr().out)["group"] == "Vogelbuurt"
