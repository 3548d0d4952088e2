# SPDX-License-Identifier: EUPL-1.2
import re
from html.parser import HTMLParser

import pytest
from django.template import Context, Template

from buurtwacht.places.drawing.sheet import HEIGHT, WIDTH, Sheet
from buurtwacht.places.geo import distance_metres
from buurtwacht.places.models import Landmark
from buurtwacht.places.services import add_landmark, add_street

HERE = {"latitude": 52.0412, "longitude": 5.6631}


class Elements(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.found = []
        self.words = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data.strip())

    def named(self, tag, css=""):
        return [attrs for name, attrs in self.found if name == tag and css in [*attrs.get("class", "").split(), ""]]


def render(rest="", **context):
    source = "{% load places %}{% street_map location label " + rest + " %}"
    return Template(source).render(Context({"label": "Kaart: de Merelweg"} | context))


@pytest.fixture
def area(cast):
    area = cast.group.area
    add_street(area, "Vinkenlaan", line=[(52.0405, 5.667), (52.0415, 5.660)])
    add_street(area, "Ver", line=[(52.031, 5.651), (52.032, 5.652)])
    add_landmark(
        area, "park", surface=[(52.0405, 5.664), (52.0405, 5.666), (52.0412, 5.666), (52.0412, 5.664)], name="Vogelpark"
    )
    add_landmark(area, "water", line=[(52.0400, 5.660), (52.0400, 5.667)])
    return area


def test_without_script_it_is_a_picture_with_words(area):
    page = Elements(render("area=area", location=HERE, area=area))
    [picture] = page.named("svg")

    assert picture["role"] == "img"
    assert picture["aria-label"] == "Kaart: de Merelweg"
    assert {"Merelweg", "Lijsterstraat", "Vinkenlaan", "Vogelpark"} <= set(page.words)
    assert page.named("path", "m-park")
    assert page.named("path", "m-water")
    assert len(page.named("g", "m-pin")) == 1


def test_the_pin_lies_in_the_middle_and_streets_where_they_are(area):
    page = Elements(render("area=area", location=HERE, area=area))
    [pin] = page.named("g", "m-pin")
    assert pin["transform"] == f"translate({WIDTH / 2:.1f} {HEIGHT / 2:.1f})"

    [lane] = [street for street in page.named("path", "m-street") if street["data-street"] == "Vinkenlaan"]
    xs = [float(x) for x in re.findall(r"(-?\d+) -?\d+", lane["d"])]
    assert xs == sorted(xs)  # from left to right, so that the name does not stand on its head


def test_names_run_along_paths_that_exist(area):
    html = render("area=area", location=HERE, area=area) * 2
    targets = re.findall(r'href="#([^"]+)"', html)
    assert targets
    for target in targets:
        assert f'id="{target}"' in html
    first, second = render("area=area", location=HERE, area=area), render("area=area", location=HERE, area=area)
    assert not set(re.findall(r'id="(m[^"]+)"', first)) & set(re.findall(r'id="(m[^"]+)"', second))


def test_the_area_comes_from_the_group_or_from_the_pin(cast, area):
    assert "Vinkenlaan" in render(location=HERE, group=cast.group)
    assert "Vinkenlaan" in render(location=HERE)
    assert "Vinkenlaan" not in render(location={"latitude": 50.9, "longitude": 5.7})


def test_without_a_location_the_whole_area_is_shown_without_a_pin(area):
    page = Elements(render("area=area", location=None, area=area))
    assert not page.named("g", "m-pin")
    assert page.named("path", "m-edge")


def test_a_pin_that_can_be_moved_says_where_to_write_its_place(area):
    html = render(
        'area=area move=True latitude_input="id_latitude" longitude_input="id_longitude"', location=HERE, area=area
    )
    [box] = Elements(html).named("div", "bw-map")
    assert (box["data-move"], box["data-latitude-input"]) == ("yes", "id_latitude")
    assert float(box["data-latitude"]) == HERE["latitude"]
    assert "data-move" not in render("area=area", location=HERE, area=area)


def test_nothing_inline_and_nothing_from_elsewhere(area):
    html = render("area=area", location=HERE, area=area)
    assert "style=" not in html
    assert not re.search(r'(?:src|href)="(?:https?:)?//', html)
    assert not re.search(r"\son\w+=", html)


def test_names_are_text_and_never_markup(cast):
    add_street(cast.group.area, "<script>alert(1)</script>", line=[(52.0405, 5.660), (52.0415, 5.670)])
    html = render(location=HERE, group=cast.group)
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


def test_tiles_only_when_they_are_set(area, settings):
    assert "data-tiles" not in render("area=area", location=HERE, area=area)
    settings.TILES = "/tiles/{z}/{x}/{y}.png"
    assert 'data-tiles="/tiles/{z}/{x}/{y}.png"' in render("area=area", location=HERE, area=area)


def test_the_sheet_measures_true():
    sheet = Sheet((52.0412, 5.6631), scale=0.7)
    x, y = sheet.place(52.0421, 5.6650)
    metres = ((x - WIDTH / 2) ** 2 + (y - HEIGHT / 2) ** 2) ** 0.5 * sheet.scale
    assert metres == pytest.approx(distance_metres(HERE, (52.0421, 5.6650)), rel=0.01)


def test_a_landmark_needs_a_shape(cast):
    with pytest.raises(ValueError, match="needs a line"):
        add_landmark(cast.group.area, Landmark.Kind.PARK)
    with pytest.raises(ValueError, match="needs a line"):
        add_landmark(cast.group.area, Landmark.Kind.PARK, surface=[(52, 5), (52, 5.1)])
