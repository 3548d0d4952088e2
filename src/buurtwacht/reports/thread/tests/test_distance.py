# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.utils import translation

from buurtwacht.reports.thread.distance import distance_words
from buurtwacht.testing.cast import HERE


def north(metres):
    return {"latitude": HERE["latitude"] + metres / 111_320, "longitude": HERE["longitude"]}


@pytest.mark.parametrize(
    ("metres", "words"),
    [
        (10, "Close to your house"),
        (83, "80 metres from your house"),
        (312, "300 metres from your house"),
        (980, "1000 metres from your house"),
        (1240, "1.2 kilometres from your house"),
    ],
)
def test_how_far_it_is_in_words(metres, words):
    with translation.override("en"):
        assert distance_words(HERE, north(metres)) == words


@pytest.mark.parametrize(("home", "there"), [(None, HERE), (HERE, None), (None, None)])
def test_what_is_not_known_is_not_said(home, there):
    assert distance_words(home, there) == ""
