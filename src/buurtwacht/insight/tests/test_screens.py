# SPDX-License-Identifier: EUPL-1.2
"""The pages as they are seen, with a year of figures."""

from collections import Counter

import pytest

from buurtwacht.insight.models import MonthFigures
from buurtwacht.insight.months import begins_at, month_now, up_to

from .made import happened

pytestmark = pytest.mark.django_db(transaction=True)


def a_year(group):
    """Numbers that go up and down."""
    for place, month in enumerate(up_to(month_now(group.tz), 12)):
        counts = Counter(
            alarms=place % 4,
            reports=place % 4 + 1,
            supplements=3 * place,
            texts=12 + place,
            closed=place % 4,
            minutes_to_close=55,
            off_topic_kept=place % 3,
            members=40 + place,
            leavers=(place * 5) % 4,
            left_moved=(place * 5) % 4,
            described=9,
            with_behaviour=9,
            with_looks=6,
            traits=15,
            with_skin_colour=1,
            flags=place % 2,
        )
        MonthFigures.objects.create(group=group, month=month, counts=dict(counts))


def test_the_page_of_the_coordinator(seen_well, group, anna):
    a_year(group)
    for _ in range(3):
        happened(group, month_begin(group))

    seen_well("/bureau/vogelbuurt/cijfers/", anna, "cijfers")


def test_everything_open_on_paper(seen_well, group, anna):
    a_year(group)

    seen_well("/bureau/vogelbuurt/cijfers/?papier", anna, "cijfers-op-papier")


def test_the_groups_side_by_side(seen_well, group, cast):
    a_year(group)
    a_year(cast.next_group)

    seen_well("/gemeente/ede/cijfers/", cast.eva, "cijfers-gemeente")


def month_begin(group):
    return begins_at(month_now(group.tz), group.tz)
