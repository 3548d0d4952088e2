# SPDX-License-Identifier: EUPL-1.2
import json
from pathlib import Path

import numpy as np
import pytest
import shapely
from django.core.management import CommandError, call_command
from shapely.geometry import Point

from buurtwacht.journal.models import Line
from buurtwacht.places.geo import distance_metres
from buurtwacht.places.importing.dutch_grid import from_rd
from buurtwacht.places.importing.problems import BadFile
from buurtwacht.places.models import Area
from buurtwacht.places.queries import area_at
from buurtwacht.places.services import import_areas

DATA = Path(__file__).parent / "data"
TOWNS = ("ede-wijken-cbs2022", "maastricht-wijken-cbs2022")
SQUARE = [[5.6, 52.0], [5.7, 52.0], [5.7, 52.1], [5.6, 52.1], [5.6, 52.0]]

pytestmark = pytest.mark.django_db


def border_of(area):
    return shapely.from_wkb(bytes(area.border))


@pytest.mark.parametrize("town", TOWNS)
def test_the_dutch_grid_and_degrees_give_the_same_borders_within_a_metre(town):
    import_areas(DATA / f"{town}.wgs84.geojson", kind="district")
    degrees = {area.code: border_of(area) for area in Area.objects.all()}
    Area.objects.all().delete()
    import_areas(DATA / f"{town}.rd28992.geojson", kind="district")

    for area in Area.objects.all():
        here, there = shapely.get_coordinates(border_of(area)), shapely.get_coordinates(degrees[area.code])
        assert len(here) == len(there)
        for (lon_a, lat_a), (lon_b, lat_b) in zip(here, there, strict=True):
            assert distance_metres((lat_a, lon_a), (lat_b, lon_b)) < 1


@pytest.mark.parametrize(
    ("x", "y", "latitude", "longitude"),
    [
        (155_000, 463_000, 52.155172897, 5.387203658),  # Amersfoort, Onze Lieve Vrouwetoren
        (122_219, 486_115, 52.36194655, 4.90595549),  # an address, as the Locatieserver gives it in both grids
        (131_347.551, 479_845.751, 52.30607057, 5.04040667),
        (119_405, 487_425, 52.37354473, 4.86450674),
    ],
)
def test_known_points_lie_where_they_are_within_half_a_metre(x, y, latitude, longitude):
    east, north = from_rd(np.array([float(x)]), np.array([float(y)]))
    assert distance_metres((north[0], east[0]), (latitude, longitude)) < 0.5


def test_importing_twice_changes_nothing():
    first = import_areas(DATA / "ede-wijken-cbs2022.wgs84.geojson", kind="district")
    stamps = dict(Area.objects.values_list("code", "updated_at"))
    second = import_areas(DATA / "ede-wijken-cbs2022.wgs84.geojson", kind="district")

    assert (first.added, first.changed, first.unchanged) == (17, 0, 0)
    assert (second.added, second.changed, second.unchanged) == (0, 0, 17)
    assert dict(Area.objects.values_list("code", "updated_at")) == stamps
    assert Line.objects.filter(action="areas.imported").count() == 2


def test_a_new_name_replaces_the_old_one(tmp_path):
    path = write(tmp_path, feature())
    import_areas(path, kind="district")
    write(tmp_path, feature(naam="Vogelwijk"))
    done = import_areas(path, kind="district")

    assert done.changed == 1
    assert Area.objects.get().name == "Vogelwijk"


@pytest.mark.parametrize(
    ("file", "kind", "number", "code", "name"),
    [
        ("lanaken-wijken.wgs84.geojson", "neighbourhood", 7, "73042W01", "Gellik (Lanaken)"),
        ("lanaken-deelgemeenten.wgs84.geojson", "district", 5, "73042A", "Lanaken (Dg.)"),
        ("maastricht-wijken-cbs2022.rd28992.geojson", "district", 7, "WK093500", "Wijk 00 Centrum"),
    ],
)
def test_real_files_need_no_options(file, kind, number, code, name):
    done = import_areas(DATA / file, kind=kind, country="be" if "lanaken" in file else "nl")
    area = Area.objects.get(code=code)

    assert done.added == Area.objects.count() == number
    assert area.name == name
    inside = border_of(area).representative_point()
    assert area_at(inside.y, inside.x) == area


def test_neighbourhoods_find_their_town(tmp_path):
    import_areas(write(tmp_path, feature(code="GM1", naam="Ede")), kind="municipality")
    small = [[5.62, 52.02], [5.63, 52.02], [5.63, 52.03], [5.62, 52.03], [5.62, 52.02]]
    import_areas(write(tmp_path, feature(code="BU1", naam="Buurt", ring=small)), kind="neighbourhood")

    assert Area.objects.get(code="BU1").parent.code == "GM1"
    assert Area.objects.get(code="GM1").parent is None


def test_a_bow_tie_is_mended(tmp_path):
    tie = [[5.6, 52.0], [5.7, 52.1], [5.7, 52.0], [5.6, 52.1], [5.6, 52.0]]
    done = import_areas(write(tmp_path, feature(ring=tie)), kind="district")

    assert done.mended == ("A1",)
    assert border_of(Area.objects.get()).is_valid
    assert border_of(Area.objects.get()).covers(Point(5.61, 52.05))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("{", "is not JSON"),
        ("[]", "is not GeoJSON"),
        ('{"type": "FeatureCollection", "features": []}', "no features"),
        (b"\xff\xfe\x00", "not text in UTF-8"),
        ({"geometry": None}, "Feature 1 (A1): it has no border."),
        ({"geometry": {"type": "Point", "coordinates": [5.6, 52.0]}}, "it is a Point"),
        ({"geometry": {"type": "Polygon", "coordinates": []}}, "empty"),
        ({"geometry": {"type": "Polygon", "coordinates": [[[5.6, 52.0], [5.7, 52.0]]]}}, "cannot be read"),
        ({"geometry": {"type": "Polygon", "coordinates": [[["a", "b"]] * 5]}}, "cannot be read"),
        ({"geometry": {"type": "Polygon", "coordinates": "nonsense"}}, "cannot be read"),
        ({"geometry": {"type": "Polygon", "coordinates": [[[5.6, 52.0]] * 5]}}, "encloses nothing"),
        (
            {"geometry": {"type": "Polygon", "coordinates": [[[52.0, 5.6], [52.1, 5.6], [52.1, 5.7], [52.0, 5.6]]]}},
            "wrong way round",
        ),
        (
            {"geometry": {"type": "Polygon", "coordinates": [[[-73, 40], [-72, 40], [-72, 41], [-73, 40]]]}},
            "outside the Netherlands",
        ),
        ({"properties": {"naam": "Zonder"}}, "it has no code. Say with --code-field"),
        ({"properties": {"code": "A1"}}, "it has no name"),
        ({"properties": []}, "it has no code"),
        ({"type": "Nothing"}, "this is not a feature"),
    ],
)
def test_a_bad_file_is_refused_with_a_sentence_and_nothing_is_kept(tmp_path, content, sentence):
    path = tmp_path / "areas.geojson"
    if isinstance(content, dict):
        write(tmp_path, feature() | content)
    else:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    with pytest.raises(BadFile, match=r".") as refused:
        import_areas(path, kind="district")
    assert sentence in str(refused.value)
    assert not Area.objects.exists()


def test_one_bad_feature_stops_all_and_every_problem_is_told(tmp_path):
    path = write(tmp_path, feature(), feature() | {"geometry": None}, feature(), feature(code="B2") | {"geometry": 3})
    with pytest.raises(BadFile) as refused:
        import_areas(path, kind="district")

    assert str(refused.value).splitlines() == [
        "Feature 2 (A1): it has no border.",
        "Feature 3: the code A1 is that of feature 1 too.",
        "Feature 4 (B2): it has no border.",
    ]
    assert not Area.objects.exists()


def test_a_grid_that_we_cannot_read_is_named(tmp_path):
    document = {"type": "FeatureCollection", "features": [feature()]}
    document["crs"] = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}
    path = tmp_path / "areas.geojson"
    path.write_text(json.dumps(document))
    with pytest.raises(BadFile, match="27700"):
        import_areas(path, kind="district")


@pytest.mark.parametrize("crs", ["urn:ogc:def:crs:EPSG::28992", "urn:ogc:def:crs:OGC:1.3:CRS84", None])
def test_what_the_numbers_say_wins_over_what_the_file_says(tmp_path, crs):
    document = {"type": "FeatureCollection", "features": [feature()]}
    if crs:
        document["crs"] = {"type": "name", "properties": {"name": crs}}
    path = tmp_path / "areas.geojson"
    path.write_text(json.dumps(document))
    import_areas(path, kind="district")
    assert area_at(52.05, 5.65).code == "A1"


def test_the_command_imports_and_finds(cast, tmp_path, capsys):
    call_command("areas", "import", str(DATA / "ede-wijken-cbs2022.rd28992.geojson"), kind="district", source="CBS")
    assert "17 new, 0 changed, 0 as they were." in capsys.readouterr().out
    assert Area.objects.get(code="WK022801").source == "CBS"

    call_command("areas", "find", "52.0412", "5.6631")
    found = {"area": "Ede-West", "code": "WK022802", "group": "Vogelbuurt"}  # the smallest area, and the first group
    assert json.loads(capsys.readouterr().out) == found
    call_command("areas", "find", "50.0", "3.0")
    assert json.loads(capsys.readouterr().out) == {"area": None, "code": None, "group": None}

    (tmp_path / "bad.geojson").write_text("x")
    with pytest.raises(CommandError, match="Nothing was imported"):
        call_command("areas", "import", str(tmp_path / "bad.geojson"))


def feature(code="A1", naam="Wijk", ring=SQUARE):
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": {"code": code, "naam": naam}, "geometry": geometry}


def write(folder, *features):
    path = folder / "areas.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": list(features)}))
    return path
