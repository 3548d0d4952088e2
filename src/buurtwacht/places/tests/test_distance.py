# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from buurtwacht.places.geo import distance_metres, moved, pair
from buurtwacht.places.words import distance_from_home, rounded_metres

HOME = {"latitude": 52.0412, "longitude": 5.6631}
POINTS = st.tuples(st.floats(-89, 89), st.floats(-180, 180))


@pytest.mark.parametrize(
    ("a", "b", "metres"),
    [
        ((52.0, 5.0), (52.0, 5.0), 0),
        ((52.37403, 4.88969), (52.09083, 5.12222), 35_200),  # Amsterdam to Utrecht
        ((50.8514, 5.6910), (52.0402, 5.6649), 132_200),  # Maastricht to Ede
        ((52.0412, 5.6631), {"latitude": 52.0412, "longitude": 5.6642}, 75),
    ],
)
def test_distances_are_right_within_half_a_percent(a, b, metres):
    assert distance_metres(a, b) == pytest.approx(metres, rel=0.01, abs=1)


@given(POINTS, POINTS)
def test_a_distance_is_the_same_both_ways(a, b):
    assert distance_metres(a, b) == pytest.approx(distance_metres(b, a))
    assert 0 <= distance_metres(a, b) <= 20_015_200


@given(st.floats(-800, 800), st.floats(-800, 800))
def test_going_somewhere_takes_as_many_metres_as_one_goes(north, east):
    assert distance_metres(HOME, moved(HOME, north=north, east=east)) == pytest.approx(
        (north**2 + east**2) ** 0.5, abs=1
    )


@pytest.mark.parametrize(
    ("metres", "words"),
    [
        (0, "Dicht bij uw huis"),
        (59, "Dicht bij uw huis"),
        (64, "60 meter van uw huis"),
        (96, "100 meter van uw huis"),
        (140, "150 meter van uw huis"),
        (310, "300 meter van uw huis"),
        (960, "950 meter van uw huis"),
        (985, "1,0 kilometer van uw huis"),
        (1460, "1,5 kilometer van uw huis"),
    ],
)
def test_a_distance_is_told_in_round_words(metres, words):
    with override("nl"):
        assert distance_from_home(HOME, moved(HOME, east=metres)) == words


def test_without_a_home_or_a_spot_nothing_is_said():
    assert distance_from_home(None, HOME) == distance_from_home(HOME, None) == ""


@pytest.mark.parametrize(("metres", "rounded"), [(63, 60), (99, 100), (124, 100), (126, 150), (1_024, 1_000)])
def test_metres_are_rounded_to_what_a_pin_can_tell(metres, rounded):
    assert rounded_metres(metres) == rounded


@pytest.mark.parametrize("odd", [(91, 0), (0, 181), ("north", "east"), (1, 2, 3), ()])
def test_a_point_that_is_not_on_earth_is_refused(odd):
    with pytest.raises(ValueError):
        pair(odd)
