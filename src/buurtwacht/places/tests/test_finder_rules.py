# SPDX-License-Identifier: EUPL-1.2
"""Whatever map one draws: a point inside lies inside, a point outside nowhere, and a border always gives one answer."""

from fractions import Fraction
from itertools import pairwise
from math import cos, pi, sin
from random import Random
from uuid import UUID

import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Point, Polygon, box

from buurtwacht.places.finder import finder_of

CUTS = st.lists(st.integers(1, 999), min_size=1, max_size=5, unique=True).map(sorted)
SHARE = st.floats(0.001, 0.999)


def a_map(shapes, seed=0):
    """A finder for shapes by code, read in an order of its own."""
    rows = [
        (UUID(int=number), "neighbourhood", code, shapely.to_wkb(shape))
        for number, (code, shape) in enumerate(sorted(shapes.items()))
    ]
    Random(seed).shuffle(rows)
    codes = {UUID(int=number): code for number, code in enumerate(sorted(shapes))}
    found = finder_of(rows)
    return lambda x, y: [codes[pk] for pk in found.at(y, x)]


def tiles(across, up):
    """A sheet cut in rectangles that share edges and corners; x from 5 to 6, y from 51 to 52."""
    xs = [5 + cut / 1000 for cut in [0, *across, 1000]]
    ys = [51 + cut / 1000 for cut in [0, *up, 1000]]
    return {
        f"{column}.{row}": box(west, south, east, north)
        for column, (west, east) in enumerate(pairwise(xs))
        for row, (south, north) in enumerate(pairwise(ys))
    }


@given(CUTS, CUTS, SHARE, SHARE)
def test_inside_there_is_one_neighbourhood_and_outside_none(across, up, right, high):
    shapes = tiles(across, up)
    at = a_map(shapes)
    for code, shape in shapes.items():
        west, south, east, north = shape.bounds
        x, y = west + (east - west) * right, south + (north - south) * high
        if shape.contains_properly(Point(x, y)):
            assert at(x, y) == [code]
    for x, y in ((4.999, 51.5), (6.001, 51.5), (5.5, 50.999), (5.5, 52.001)):
        assert at(x, y) == []


@given(CUTS, CUTS, SHARE, st.integers(1, 1000))
def test_an_edge_or_a_corner_gives_the_same_answer_in_whatever_order_the_map_was_read(across, up, share, seed):
    shapes = tiles(across, up)
    first, again = a_map(shapes), a_map(shapes, seed)
    for shape in shapes.values():
        west, south, east, north = shape.bounds
        for x, y in ((west, south), (west, south + (north - south) * share), (west + (east - west) * share, north)):
            touched = [code for code, other in shapes.items() if other.intersects(Point(x, y))]
            assert first(x, y) == again(x, y)
            assert first(x, y)[0] == min(touched, key=lambda code: (shapes[code].area, code))


@given(st.integers(1, 6), st.floats(0.02, 0.09), SHARE)
def test_enclaves_within_enclaves(depth, step, share):
    """Rings around a core, as Baarle: each is cut out of the one around it."""
    boxes = [box(5 + step * ring, 51 + step * ring, 6.2 - step * ring, 52.2 - step * ring) for ring in range(depth + 1)]
    shapes = {str(ring): around.difference(inner) for ring, (around, inner) in enumerate(pairwise(boxes))}
    shapes[str(depth)] = boxes[-1]
    at = a_map(shapes)
    for ring in range(depth):
        x = 5 + step * (ring + share)
        assert at(x, 51.6) == [str(ring)]
        edge = at(5 + step * (ring + 1), 51.6)
        assert edge[0] == min((str(ring), str(ring + 1)), key=lambda code: (shapes[code].area, code))
    assert at(5.6, 51.6) == [str(depth)]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=2, max_size=12, unique=True))
def test_every_part_of_a_scattered_area_is_that_area(spots):
    parts = [box(5 + x / 10, 51 + y / 10, 5.05 + x / 10, 51.05 + y / 10) for x, y in spots]
    at = a_map({"scattered": MultiPolygon(parts)})
    for x in range(10):
        for y in range(10):
            assert at(5.02 + x / 10, 51.02 + y / 10) == (["scattered"] if (x, y) in spots else [])
            assert at(5.07 + x / 10, 51.07 + y / 10) == []


@given(
    st.lists(st.floats(0.05, 1.0), min_size=3, max_size=30),
    st.lists(st.tuples(st.floats(-1.1, 1.1), st.floats(-1.1, 1.1)), min_size=5, max_size=20),
)
@settings(max_examples=200)
def test_it_agrees_with_counting_borders_in_exact_numbers(distances, points):
    """Any shape around a point, however ragged, against the oldest rule: a way out crosses the border an odd number of
    times. In fractions, so that nothing is rounded."""
    angles = [2 * pi * number / len(distances) for number in range(len(distances))]
    corners = [(5 + d * cos(a), 52 + d * sin(a)) for d, a in zip(distances, angles, strict=True)]
    at = a_map({"star": Polygon(corners)})
    for x, y in [(5 + x, 52 + y) for x, y in points] + corners:
        assert (at(x, y) == ["star"]) == _is_in(corners, Fraction(x), Fraction(y))


def _is_in(corners, x, y):
    exact = [(Fraction(a), Fraction(b)) for a, b in corners]
    inside = False
    for (x1, y1), (x2, y2) in pairwise([*exact, exact[0]]):
        turn = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)
        if turn == 0 and min(x1, x2) <= x <= max(x1, x2) and min(y1, y2) <= y <= max(y1, y2):
            return True
        if (y1 > y) != (y2 > y) and (turn > 0) == (y2 > y1):
            inside = not inside
    return inside
