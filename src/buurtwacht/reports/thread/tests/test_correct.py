# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.lib.ids import new_id
from buurtwacht.live.models import Event
from buurtwacht.reports import chain
from buurtwacht.reports.content import read
from buurtwacht.reports.models import Entry
from buurtwacht.reports.personal_data import export_reports
from buurtwacht.reports.queries import thread_of
from buurtwacht.reports.tests.stories import make_report, told
from buurtwacht.reports.thread import services
from buurtwacht.reports.thread.queries import told_last

from .threads import kinds, sighting

BETTER = told(text="Man kijkt in auto’s.", behaviours=("looks_inside",), place="Lijsterstraat")


def test_a_correction_takes_the_place_of_what_members_read(group, bram):
    report = make_report(group, bram)

    services.correct_report(report, by=bram, content=BETTER)

    report.refresh_from_db()
    assert (report.title, report.place) == ("Man kijkt in auto’s", "Lijsterstraat")
    assert report.behaviours == ["looks_inside"]
    assert thread_of(report).message.place == "Lijsterstraat"
    assert told_last(report).text == "Man kijkt in auto’s."


def test_what_was_wrong_is_erased_and_the_chain_still_holds(group, bram, gerrit):
    report = make_report(group, bram)
    sighting(report, gerrit)

    services.correct_report(report, by=bram, content=BETTER)

    first, second, third = report.entries.order_by("sequence")
    assert (first.content, first.salt) == (None, None)
    assert read(second).text == "Loopt richting Vogelpark."
    assert third.kind == Entry.Kind.CORRECTION
    verdict = chain.verify(report.pk, [first, second, third])
    assert (verdict.is_whole, verdict.erased) == (True, 1)


def test_a_second_correction_replaces_the_first(group, anna, bram):
    report = make_report(group, bram)
    services.correct_report(report, by=bram, content=BETTER)
    services.correct_report(report, by=anna, content=told(text="Man zoekt zijn kat."))
    kept = [read(entry).text for entry in report.entries.order_by("sequence") if entry.content]
    assert kept == ["Man zoekt zijn kat."]


def test_what_was_replaced_is_told_to_no_screen_any_more(group, anna, bram):
    report = make_report(group, bram)
    services.correct_report(report, by=bram, content=BETTER)
    services.correct_report(report, by=anna, content=told(text="Man zoekt zijn kat."))

    told_again = [event.body for event in Event.objects.filter(topic__startswith=f"report:{report.pk}:")]
    assert any("zoekt zijn kat" in body for body in told_again)
    assert not any("kijkt in auto" in body for body in told_again)


def test_what_somebody_else_corrected_is_no_word_of_the_reporter(group, anna, bram):
    report = make_report(group, bram)
    services.correct_report(report, by=bram, content=BETTER)
    assert export_reports(bram.pk)[0]["title"] == "Man kijkt in auto’s"

    services.correct_report(report, by=anna, content=told(text="Man zoekt zijn kat.", place="Vinkenlaan"))
    assert (export_reports(bram.pk)[0]["title"], export_reports(bram.pk)[0]["place"]) == ("", "")


def test_a_neighbour_does_not_correct_somebody_elses_report(group, bram, gerrit):
    with pytest.raises(DomainError):
        services.correct_report(make_report(group, bram), by=gerrit, content=BETTER)


def test_and_farid_hears_that_it_does_not_exist(cast):
    with pytest.raises(NotFound):
        services.correct_report(make_report(cast.group, cast.bram), by=cast.farid, content=BETTER)


def test_correcting_twice_by_one_form_corrects_once(group, bram):
    report, number = make_report(group, bram), new_id()
    for _time in range(2):
        services.correct_report(report, by=bram, content=BETTER, entry_id=number)
    assert kinds(report) == ["shared", "correction"]
