# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.delivery.models import Intent
from buurtwacht.lib.errors import DomainError
from buurtwacht.live.models import Event
from buurtwacht.reports.content import Content
from buurtwacht.reports.tests.stories import make_report, told
from buurtwacht.reports.thread import services

from .threads import doubtful, kinds


def test_the_first_who_calls_leads(group, bram, gerrit):
    report = make_report(group, bram, content=told(called_at=None), called_at=None)

    services.call_made(report, by=gerrit)

    report.refresh_from_db()
    assert report.caller == gerrit
    assert report.called_at is not None


def test_who_calls_after_that_has_something_new_to_tell(group, bram, gerrit):
    report = make_report(group, bram, caller=bram)

    with pytest.raises(DomainError, match="112"):
        services.call_made(report, by=gerrit)
    services.call_made(report, by=gerrit, content=Content(text="Hij loopt nu richting het park."))

    report.refresh_from_db()
    assert report.caller == bram
    assert kinds(report) == ["shared", "call"]


def test_a_call_ends_the_doubt_and_the_group_hears_an_alarm(group, bram):
    report = doubtful(group, bram)

    entry = services.call_made(report, by=bram)

    report.refresh_from_db()
    assert (report.status, report.doubt_until) == ("open", None)
    assert report.shown_at is not None
    assert Intent.objects.get(subject_id=entry.pk).priority == 0
    assert Event.objects.filter(topic=f"group:{group.pk}:nl").exists()


def test_calling_does_not_raise_the_alarm_where_the_coordinator_does(db):
    from buurtwacht.testing.cast import gather

    cast = gather("be-bin")
    report = make_report(cast.group, cast.bram, status="waiting")
    services.call_made(report, by=cast.bram, content=Content(text="Er is een tweede man bij."))
    report.refresh_from_db()
    assert (report.status, report.shown_at) == ("waiting", None)


def test_a_second_call_without_the_news_is_refused_in_the_number_of_the_country(db):
    from buurtwacht.testing.cast import gather

    cast = gather("be")
    with pytest.raises(DomainError, match="101"):
        services.call_made(make_report(cast.group, cast.bram), by=cast.gerrit)
