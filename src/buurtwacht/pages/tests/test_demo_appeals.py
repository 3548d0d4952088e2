# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

from buurtwacht.moderation.appeals.queries import bench_of
from buurtwacht.moderation.models import Appeal
from buurtwacht.pages.demo.appeals import keep_an_appeal_waiting
from buurtwacht.testing.cast import join, make_person


def test_an_appeal_waits_for_who_had_no_part_in_it(cast, anna, eva, farid):
    sita, tim = make_person("Sita"), make_person("Tim")
    join(cast.next_group, sita, "coordinator")
    join(cast.next_group, tim)

    keep_an_appeal_waiting()
    keep_an_appeal_waiting()

    appeal = Appeal.objects.get()
    assert appeal.measure.case.person == tim
    assert appeal.at - appeal.measure.decided_at == timedelta(days=2)
    for judge in (anna, eva):
        assert bench_of(judge).appeals == (appeal,)
    for other in (sita, tim, farid):
        assert bench_of(other).appeals == ()
