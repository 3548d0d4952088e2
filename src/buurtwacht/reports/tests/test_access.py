# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.lib.errors import NotFound
from buurtwacht.lib.ids import new_id
from buurtwacht.reports.access import own_report, report_for, report_to_coordinate
from buurtwacht.testing.cast import gather, join

from .stories import make_report


def may_read(person, report):
    try:
        return report_for(person, report.pk)[0] == report
    except NotFound:
        return False


def test_an_open_report_is_for_the_group_and_for_nobody_else(cast):
    report = make_report(cast.group, cast.bram)
    readers = {
        name
        for name in vars(cast)
        if "group" not in name and name != "organisation" and may_read(getattr(cast, name), report)
    }
    assert readers == {"anna", "bram", "gerrit"}


def test_a_question_goes_to_the_coordinator_first(cast, django_user_model):
    from django.utils import timezone

    report = make_report(cast.group, cast.bram, status="doubt", doubt_until=timezone.now(), called_at=None)
    assert may_read(cast.bram, report)
    assert may_read(cast.anna, report)
    assert not may_read(cast.gerrit, report)


def test_where_the_coordinator_raises_the_alarm_neighbours_wait(db):
    cast = gather("be-bin")
    report = make_report(cast.group, cast.bram, status="waiting")
    assert [may_read(one, report) for one in (cast.anna, cast.bram, cast.gerrit)] == [True, True, False]


@pytest.mark.parametrize("status", ["hidden"])
def test_a_hidden_report_is_gone_for_the_group(cast, status):
    report = make_report(cast.group, cast.bram, status=status)
    assert may_read(cast.anna, report)
    assert not may_read(cast.gerrit, report)


def test_absent_and_forbidden_sound_the_same(cast):
    report = make_report(cast.group, cast.bram)
    said = []
    for person, report_id in ((cast.farid, report.pk), (cast.bram, new_id())):
        with pytest.raises(NotFound) as refusal:
            report_for(person, report_id)
        said.append(str(refusal.value.message))
    assert said[0] == said[1]


def test_only_a_coordinator_comes_to_the_desk(cast):
    report = make_report(cast.group, cast.bram)
    assert report_to_coordinate(cast.anna, report.pk) == report
    for person in (cast.bram, cast.gerrit, cast.farid, cast.eva):
        with pytest.raises(NotFound):
            report_to_coordinate(person, report.pk)


def test_a_coordinator_of_another_group_has_no_business_here(cast):
    join(cast.next_group, cast.hanna, role="coordinator")
    with pytest.raises(NotFound):
        report_to_coordinate(cast.hanna, make_report(cast.group, cast.bram).pk)


def test_somebody_elses_report_is_not_ones_own(cast):
    report = make_report(cast.group, cast.bram)
    assert own_report(cast.bram, report.pk) == report
    with pytest.raises(NotFound):
        own_report(cast.anna, report.pk)
