# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.utils.translation import override

from buurtwacht.reports.compose.people import person_words
from buurtwacht.reports.compose.text import AsWritten, sentence
from buurtwacht.reports.compose.vehicles import vehicle_words
from buurtwacht.reports.content import PersonCard, VehicleCard


def test_a_make_keeps_its_capital():
    with override("nl"):
        words = vehicle_words(VehicleCard(kind="van", colour="wit", make="Ford", marks="Ladder op dak"))

    assert words == "Witte bestelbus, Ford, ladder op dak."


def test_a_person_reads_from_large_to_small():
    with override("nl"):
        words = person_words(PersonCard(sex="man", age="30", height="180", build="slim", clothing="Donkere jas"))

    assert words.startswith("Man, rond de 30, 1,80 m, slank")
    assert "onkere jas" in words


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (("een man", "Loopt weg"), "Een man, loopt weg."),
        (("", "  "), ""),
        (("wat is dat?",), "Wat is dat?"),
        (("auto", AsWritten("BMW")), "Auto, BMW."),
        (("auto", AsWritten("Ford")), "Auto, Ford."),
    ],
)
def test_a_sentence_starts_with_a_capital_and_ends_with_a_stop(parts, words):
    assert sentence(*parts) == words
