# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.reports import chain
from buurtwacht.reports.content import Content
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry, Photo
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread import access, services
from buurtwacht.reports.thread.rules import Reading

from .threads import make_photo, sighting


@pytest.fixture
def closed(group, anna, bram, gerrit):
    report = make_report(group, bram)
    sighting(report, gerrit)
    make_photo(report, "police")
    services.close_report(report, by=anna, reason="police_dealt")
    return report


def ended(report, **ago):
    report.closed_at = timezone.now() - timedelta(**ago)
    report.save(update_fields=["closed_at"])


def test_for_a_day_members_read_all_and_then_title_and_outcome(closed, cast):
    ended(closed, hours=23)
    assert access.reader_for(cast.gerrit, closed.pk).reading is Reading.ALL
    ended(closed, hours=25)
    assert access.reader_for(cast.gerrit, closed.pk).reading is Reading.OUTCOME
    assert access.reader_for(cast.bram, closed.pk).reading is Reading.OUTCOME
    assert access.reader_for(cast.anna, closed.pk).reading is Reading.ALL


def test_the_page_of_a_day_later_shows_no_description(closed, cast, login):
    add_entry(closed, kind=Entry.Kind.OUTCOME, role="police", content=Content(text="Iemand is aangesproken."))
    ended(closed, hours=25)

    page = login(cast.gerrit).get(f"/meldingen/{closed.pk}/").content.decode()

    assert "Man voelt aan achterpoorten" in page
    assert "Iemand is aangesproken." in page
    for word in ("Vogelpark", "Donkere jas", "V-38", "Lijsterstraat"):
        assert word not in page


def test_given_a_report_closed_29_days_ago_the_coordinator_still_has_its_words(closed):
    ended(closed, days=29)
    assert services.erase_old_words(timezone.now()) == 0


def test_given_a_report_closed_31_days_ago_its_words_are_gone_and_the_chain_holds(closed):
    ended(closed, days=31)

    assert services.erase_old_words(timezone.now()) == 3

    closed.refresh_from_db()
    entries = list(closed.entries.order_by("sequence"))
    assert [entry.content for entry in entries] == [None, None, None]
    assert (closed.title, closed.place, closed.location) == ("", "", None)
    assert Photo.objects.get().image is None
    verdict = chain.verify(closed.pk, entries)
    assert (verdict.is_whole, verdict.erased) == (True, 3)
    assert services.erase_old_words(timezone.now()) == 0


def test_an_open_report_is_never_erased_by_the_clock(group, bram):
    report = make_report(group, bram, shared_at=timezone.now() - timedelta(days=90))
    services.erase_old_words(timezone.now())
    assert report.entries.get().content is not None


def test_photos_go_seven_days_after_the_police_have_them(closed, anna):
    entry = add_entry(closed, kind=Entry.Kind.HANDOVER, role="coordinator", author=anna, content=Content(), tell=False)
    assert services.erase_handed_over_photos(timezone.now()) == 0
    Entry.objects.filter(pk=entry.pk).update(at=timezone.now() - timedelta(days=8))
    assert services.erase_handed_over_photos(timezone.now()) == 1
    assert Photo.objects.get().image is None


def test_photos_that_nobody_asked_for_go_with_the_words(closed):
    assert services.erase_handed_over_photos(timezone.now() + timedelta(days=20)) == 0
    ended(closed, days=31)
    services.erase_old_words(timezone.now())
    assert Photo.objects.get().erased_at is not None
