# SPDX-License-Identifier: EUPL-1.2
from datetime import date

import pytest
from django.template import Context, Template
from django.utils import timezone, translation

from buurtwacht.lib import clock

SPRING = date(2019, 3, 1)  # a Friday


@pytest.mark.parametrize(
    ("language", "full", "week"),
    [
        ("nl", "1 maart 2019", "vrijdag 1 maart"),
        ("fr", "1er mars 2019", "vendredi 1er mars"),
        ("de", "1. März 2019", "Freitag, 1. März"),
        ("en", "1 March 2019", "Friday 1 March"),
    ],
)
def test_each_language_writes_a_day_in_its_own_way(language, full, week):
    with translation.override(language):
        assert clock.full_day(SPRING) == full
        assert clock.weekday(SPRING) == week


def test_a_day_of_another_year_says_which_and_one_of_this_year_does_not():
    with translation.override("de"):
        assert clock.day(SPRING) == "1. März 2019"
        assert clock.day(timezone.localdate().replace(month=3, day=2)) == "2. März"


def test_templates_have_one_way_to_tell_a_day():
    template = Template("{{ at|day }}; {{ at|full_day }}; {{ at|weekday }}; {{ never|day }}")
    with translation.override("de"):
        told = template.render(Context({"at": SPRING, "never": None}))
    assert told == "1. März 2019; 1. März 2019; Freitag, 1. März; "
