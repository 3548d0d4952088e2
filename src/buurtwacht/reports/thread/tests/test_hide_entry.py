# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from buurtwacht.groups.models import Membership
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.live.models import Event
from buurtwacht.reports.chain import verify
from buurtwacht.reports.content import Content, PersonCard, own_words, read
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.personal_data import export_entries
from buurtwacht.reports.queries import thread_of
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread import access, rules, services
from buurtwacht.reports.thread.queries import page_of, reports_for
from buurtwacht.reports.thread.tests.threads import make_photo, sighting

WORDS = "Zoals die familie altijd doet"


@pytest.fixture
def report(cast):
    return make_report(cast.group, cast.bram)


@pytest.fixture
def said(report, cast):
    return sighting(report, cast.gerrit, WORDS)


def test_the_line_stays_with_who_hid_it_and_why(report, said, anna):
    services.hide_entry(said, by=anna, reason="accusation")
    with override("en"):
        newest = thread_of(report).lines[0]
    assert "Hidden by the coordinator" in newest.headline
    assert "accuses somebody" in newest.headline
    assert newest.is_hidden
    assert not newest.has_words


@pytest.mark.parametrize("name", ["anna", "bram", "gerrit"])
def test_the_words_are_on_no_page_and_in_no_list(report, said, cast, name):
    services.hide_entry(said, by=cast.anna, reason="accusation")
    person = getattr(cast, name)
    assert WORDS not in repr(page_of(access.reader_for(person, report.pk)))
    assert WORDS not in repr(reports_for(person))


def test_a_described_person_goes_from_the_card_too(report, cast):
    card = PersonCard(clothing="Paarse pantoffels")
    said = services.add_supplement(
        report, by=cast.gerrit, kind=Entry.Kind.PERSON, content=Content(behaviours=("hides",), persons=(card,))
    )
    assert "Paarse" in repr(page_of(access.reader_for(cast.bram, report.pk)))
    services.hide_entry(said, by=cast.anna, reason="looks_only")
    assert "Paarse" not in repr(page_of(access.reader_for(cast.bram, report.pk)))


def test_screens_show_the_trace_and_nobody_can_have_the_words_told_again(report, said, anna):
    services.hide_entry(said, by=anna, reason="accusation")
    events = Event.objects.filter(topic__startswith=f"report:{report.pk}:")
    assert not any(WORDS in event.body for event in events)
    assert any(event.name == "replace" and f"regel-{said.pk}" in event.body for event in events)


def test_its_photo_goes_too(report, said, cast):
    photo = make_photo(report)
    photo.entry = said
    photo.save()
    services.hide_entry(said, by=cast.anna, reason="neighbour_named")
    assert page_of(access.reader_for(cast.bram, report.pk)).photos == ()
    with pytest.raises(NotFound):
        access.photo_for(cast.anna, report.pk, photo.pk)


def test_only_its_writer_gets_the_words_with_their_own_data(report, said, cast):
    services.hide_entry(said, by=cast.anna, reason="accusation")
    assert WORDS in repr(export_entries(cast.gerrit.pk))
    assert WORDS not in repr(export_entries(cast.bram.pk) + export_entries(cast.anna.pk))


def test_the_chain_still_holds_and_a_hidden_word_cannot_be_changed(report, said, anna):
    services.hide_entry(said, by=anna, reason="accusation")
    verdict = verify(report.pk, report.entries.order_by("sequence"))
    assert (verdict.is_whole, verdict.hidden, verdict.erased) == (True, 1, 0)

    said.refresh_from_db()
    said.hidden_content = said.hidden_content | {"text": "Heel iets anders"}
    said.save(update_fields=["hidden_content"])
    assert verify(report.pk, report.entries.order_by("sequence")).broken == (said.sequence,)


def test_shown_again_it_stands_as_it_stood(report, said, anna):
    services.hide_entry(said, by=anna, reason="accusation")
    services.show_entry_again(said, by=anna)
    said.refresh_from_db()
    assert read(said).text == WORDS
    assert verify(report.pk, report.entries.order_by("sequence")).is_whole


def test_nobody_shows_their_own_words_again(report, cast):
    own = sighting(report, cast.anna, WORDS)
    services.hide_entry(own, by=cast.anna, reason="untrue")
    with pytest.raises(DomainError, match="eigen woorden"):
        services.show_entry_again(own, by=cast.anna)


def test_a_moderator_hides_too(report, said, cast):
    Membership.objects.filter(person=cast.bram).update(role=Membership.Role.MODERATOR)
    services.hide_entry(said, by=cast.bram, reason="hurts")
    said.refresh_from_db()
    assert said.hidden_reason == "hurts"


@pytest.mark.parametrize("name", ["bram", "farid", "dirk", "eva"])
def test_nobody_else_hides_or_shows_again(said, cast, name):
    with pytest.raises(NotFound):
        services.hide_entry(said, by=getattr(cast, name), reason="accusation")
    with pytest.raises(NotFound):
        services.show_entry_again(said, by=getattr(cast, name))


def test_hiding_the_telling_itself_hides_the_report(report, anna):
    services.hide_entry(report.entries.get(), by=anna, reason="looks_only")
    report.refresh_from_db()
    assert report.status == Report.Status.HIDDEN


def test_what_has_no_words_is_not_hidden(report, said, anna):
    services.hide_entry(said, by=anna, reason="accusation")
    with pytest.raises(DomainError, match="uit het zicht"):
        services.hide_entry(said, by=anna, reason="accusation")
    closing = services.close_report(report, by=anna, reason="nothing_more")
    Entry.objects.filter(pk=closing.pk).update(content=None, salt=None)
    with pytest.raises(DomainError, match="geen woorden"):
        services.hide_entry(closing, by=anna, reason="accusation")


def test_hidden_words_go_on_their_day_like_all_words(report, said, anna):
    services.hide_entry(said, by=anna, reason="accusation")
    services.close_report(report, by=anna, reason="nothing_more")
    Report.objects.filter(pk=report.pk).update(closed_at=timezone.now() - rules.WORDS_KEPT_FOR - timedelta(hours=1))
    services.erase_old_words(timezone.now())
    said.refresh_from_db()
    assert said.hidden_content is None
    assert verify(report.pk, report.entries.order_by("sequence")).is_whole


def test_who_wrote_it_takes_it_back(report, said, gerrit):
    services.take_back_entry(said, by=gerrit)
    services.take_back_entry(said, by=gerrit)
    with override("en"):
        assert "Taken back" in thread_of(report).lines[0].headline
    said.refresh_from_db()
    assert own_words(said).text == WORDS


def test_who_wrote_it_says_it_better(report, said, gerrit):
    new = services.change_entry(said, by=gerrit, content=Content(text="Man met grijze rugzak", place="Merelweg"))
    with override("en"):
        lines = thread_of(report).lines
    assert "grijze rugzak" in lines[0].headline
    assert "Changed" in lines[1].headline
    assert (new.kind, new.role) == (said.kind, said.role)


def test_words_that_harm_are_no_better_words(said, gerrit):
    with pytest.raises(DomainError):
        services.change_entry(said, by=gerrit, content=Content(text="Dit is de dief, wat een idioot"))
    said.refresh_from_db()
    assert said.hidden_at is None


def test_nobody_changes_what_another_said(said, cast):
    for service in (services.take_back_entry, lambda entry, by: services.change_entry(entry, by=by, content=Content())):
        with pytest.raises(NotFound):
            service(said, by=cast.bram)


def test_the_telling_itself_is_corrected_not_changed(report, bram):
    with pytest.raises(DomainError, match="hele melding"):
        services.take_back_entry(report.entries.get(), by=bram)
