# SPDX-License-Identifier: EUPL-1.2
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from buurtwacht.delivery.models import Intent
from buurtwacht.journal.models import Line
from buurtwacht.live.models import Event
from buurtwacht.reports import chain
from buurtwacht.reports.content import Content, read
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry
from buurtwacht.testing.cast import gather
from buurtwacht.testing.chance import without_chance

from .stories import make_report, told

Kind, Role = Entry.Kind, Entry.Role


def sighting(report, by, text="Loopt richting Vogelpark."):
    return add_entry(report, kind=Kind.SIGHTING, role=Role.MEMBER, author=by, content=Content(text=text))


def test_entries_stand_in_one_unbroken_chain(group, anna, bram):
    report = make_report(group, bram)
    for number in range(3):
        sighting(report, anna, f"Regel {number}")

    entries = list(report.entries.all())
    assert [entry.sequence for entry in entries] == [1, 2, 3, 4]
    assert chain.verify(report.pk, entries).is_whole


def test_words_do_not_lie_readable_in_the_database(group, bram):
    report = make_report(group, bram)
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM reports_entry")
        [kept] = cursor.fetchone()
    assert b"achterpoorten" not in bytes(kept)
    assert read(report.entries.get()).text == "Man voelt aan achterpoorten."


def test_a_first_report_is_told_as_an_alarm_and_news_as_an_update(group, anna, bram):
    report = make_report(group, bram)
    news = sighting(report, anna)

    first = Intent.objects.get(subject_id=report.entries.first().pk)
    second = Intent.objects.get(subject_id=news.pk)
    assert (first.kind, first.priority, second.priority) == ("report.entry", 0, 1)
    assert first.valid_until <= timezone.now() + timedelta(hours=1)


def test_the_journal_knows_who_did_what_but_not_what_was_said(group, anna, bram):
    report = make_report(group, bram)
    news = sighting(report, anna)

    line = Line.objects.get(action="report.supplemented", subject_id=report.pk)
    assert line.by_id == anna.pk
    assert line.facts == {"entry": str(news.pk)}


def test_news_makes_a_report_fresh_again(group, anna, bram):
    report = make_report(group, bram, last_news_at=timezone.now() - timedelta(hours=1))
    sighting(report, anna)
    report.refresh_from_db()
    assert timezone.now() - report.last_news_at < timedelta(seconds=10)


def test_open_screens_get_the_entry_in_every_language_of_the_group(group, anna, bram):
    anna.language = "fr"
    anna.save(update_fields=["language"])
    report = make_report(group, bram)

    topics = {event.topic: event.body for event in Event.objects.all()}
    assert set(topics) == {
        f"{kind}:{pk}:{lang}" for kind, pk in (("group", group.pk), ("report", report.pk)) for lang in ("nl", "fr")
    }
    assert "Bram, Merelweg" in topics[f"report:{report.pk}:nl"]


def test_the_topic_of_the_group_says_that_something_happened_and_not_what(group, bram):
    """What is hidden later must not be there to be read again."""
    make_report(group, bram)

    told = without_chance(Event.objects.get(topic=f"group:{group.pk}:nl").body)
    assert "Er is nieuws in uw buurt." in told
    for word in ("Bram", "Merelweg", "poort", "112"):
        assert word not in told


def test_what_waits_for_the_coordinator_is_not_shown_to_the_group(group, bram):
    report = make_report(group, bram, status="waiting")
    assert {event.topic for event in Event.objects.all()} == {f"report:{report.pk}:nl"}


def test_a_plate_for_the_police_is_not_on_any_screen(db):
    cast = gather("be")
    report = make_report(cast.group, cast.bram)
    add_entry(report, kind=Kind.VEHICLE, role=Role.MEMBER, author=cast.anna, content=Content(vehicles=told().vehicles))

    bodies = " ".join(event.body for event in Event.objects.all())
    assert "V-38" not in bodies
    assert "politie" in bodies or "police" in bodies


def test_nothing_is_told_when_asked_not_to(group, anna, bram):
    report = make_report(group, bram)
    entry = add_entry(report, kind=Kind.HANDOVER, role=Role.COORDINATOR, author=anna, content=Content(), tell=False)
    assert not Intent.objects.filter(subject_id=entry.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_neighbours_who_write_at_the_same_moment_each_get_their_place():
    cast = gather()
    report = make_report(cast.group, cast.bram)

    def write(number):
        try:
            return sighting(report, cast.anna, f"Regel {number}").sequence
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        taken = sorted(threads.map(write, range(12)))

    assert taken == list(range(2, 14))
    assert chain.verify(report.pk, report.entries.order_by("sequence")).is_whole
