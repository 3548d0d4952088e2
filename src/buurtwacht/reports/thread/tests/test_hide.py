# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.live.models import Event
from buurtwacht.reports.content import Content
from buurtwacht.reports.entries import show
from buurtwacht.reports.tests.stories import make_report, told
from buurtwacht.reports.thread import access, services
from buurtwacht.reports.thread.queries import page_of, reports_for


def test_what_is_hidden_is_gone_for_the_group_and_the_reporter_reads_why(group, anna, bram, gerrit):
    report = make_report(group, bram)

    services.hide_report(report, by=anna, reason="looks_only")

    with pytest.raises(NotFound):
        access.reader_for(gerrit, report.pk)
    page = page_of(access.reader_for(bram, report.pk))
    assert page.hidden_because
    assert page.refusal


def test_open_screens_leave_the_page(group, anna, bram):
    report = make_report(group, bram)
    services.hide_report(report, by=anna, reason="accusation")
    last = Event.objects.filter(topic=f"report:{report.pk}:nl").order_by("id").last()
    assert 'hx-get="/meldingen/"' in last.body


def test_nobody_can_have_it_told_again(group, anna, bram):
    report = make_report(group, bram)
    services.add_supplement(report, by=anna, kind="sighting", content=Content(text="Loopt nu langs het park"))
    services.hide_report(report, by=anna, reason="accusation")

    kept = Event.objects.filter(topic__startswith=f"report:{report.pk}:").values_list("body", flat=True)
    assert not any("park" in body for body in kept)


def test_an_unknown_reason_is_no_reason(group, anna, bram):
    with pytest.raises(ValueError, match="not a valid"):
        services.hide_report(make_report(group, bram), by=anna, reason="zomaar")


@pytest.mark.parametrize("name", ["bram", "gerrit", "farid"])
def test_only_the_coordinator_hides(cast, name):
    with pytest.raises(NotFound):
        services.hide_report(make_report(cast.group, cast.bram), by=getattr(cast, name), reason="accusation")


def test_hiding_twice_says_so(group, anna, bram):
    report = make_report(group, bram)
    services.hide_report(report, by=anna, reason="accusation")
    with pytest.raises(DomainError):
        services.hide_report(report, by=anna, reason="accusation")


def test_in_a_list_nobody_reads_its_headline(group, anna, bram):
    report = make_report(group, bram)
    services.hide_report(report, by=anna, reason="accusation")

    for reader in (anna, bram):  # both open it: she judges it, he wrote it
        [item] = reports_for(reader).ended
        assert report.title not in item.title
        assert item.report == report


def test_the_reporter_reads_their_own_words_and_those_of_nobody_else(group, anna, bram):
    report = make_report(group, bram)
    services.add_supplement(report, by=anna, kind="sighting", content=Content(text="Loopt nu langs het park"))
    services.correct_report(report, by=anna, content=told(text="Man zoekt zijn kat", place="Lijsterstraat"))
    services.close_report(report, by=anna, reason="nothing_more", advice="Kijk uw poort na")
    services.hide_report(report, by=anna, reason="accusation")

    read = {
        name: repr(page_of(access.reader_for(person, report.pk))) for name, person in (("anna", anna), ("bram", bram))
    }
    for words in ("langs het park", "zoekt zijn kat", "Lijsterstraat", "poort na"):
        assert words in read["anna"], "she judges it"
        assert words not in read["bram"]


def test_no_screen_is_told_anything_of_it_afterwards(group, anna, bram):
    report = make_report(group, bram)
    services.hide_report(report, by=anna, reason="accusation")
    told = Event.objects.filter(topic__startswith=f"report:{report.pk}:").count()

    report.refresh_from_db()
    show(report.entries.get(sequence=1))
    assert Event.objects.filter(topic__startswith=f"report:{report.pk}:").count() == told
