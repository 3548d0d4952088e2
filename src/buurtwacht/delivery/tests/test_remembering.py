# SPDX-License-Identifier: EUPL-1.2
"""The notebook of the channels: the same in memory as in the database."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from buurtwacht.channels.inbound import Heard, Notice
from buurtwacht.channels.notebook import Notebook, Trouble, notebook
from buurtwacht.delivery.inbox.noting import remember, take_note
from buurtwacht.delivery.personal_data import forget_windows
from buurtwacht.delivery.remembering.book import DatabaseNotebook, troubles
from buurtwacht.delivery.remembering.models import ChannelTrouble, TalkWindow

ANNA, BAS, CEM = "+31612345678", "+32470123456", "NL.123"


@pytest.fixture(params=[Notebook, DatabaseNotebook], ids=["memory", "database"])
def book(request, db):
    return request.param()


def test_the_last_word_counts(book):
    now = timezone.now()
    book.note_heard("pigeon", [ANNA, CEM], now)
    book.note_heard("pigeon", [ANNA], now - timedelta(hours=1))
    book.note_heard("another", [BAS], now)
    assert book.last_heard("pigeon", [ANNA, BAS, CEM]) == {ANNA: now, CEM: now}


def test_who_turns_out_to_be_silent_is_forgotten(book):
    book.note_heard("pigeon", [ANNA], timezone.now())
    book.note_silent("pigeon", ANNA)
    book.note_silent("pigeon", BAS)
    assert book.last_heard("pigeon", [ANNA, BAS]) == {}


def test_each_counts_once_a_day_and_only_so_many_fit(book):
    now = timezone.now()
    assert book.begin("pigeon", [ANNA, ANNA, BAS], most=2, now=now) == {ANNA: True, BAS: True}
    assert book.begin("pigeon", [CEM, BAS], most=2, now=now) == {BAS: False}
    assert book.begun_since("pigeon", now - timedelta(hours=24)) == 2
    assert book.begun_since("another", now - timedelta(hours=24)) == 0
    tomorrow = now + timedelta(hours=24, seconds=1)
    assert book.begin("pigeon", [CEM, BAS], most=1, now=tomorrow) == {CEM: True}


def test_what_did_not_go_does_not_count(book):
    now = timezone.now()
    book.begin("pigeon", [ANNA, BAS], most=2, now=now)
    book.take_back("pigeon", [ANNA])
    assert book.begin("pigeon", [CEM], most=2, now=now) == {CEM: True}


def test_counting_leaves_alone_who_spoke(book):
    now = timezone.now()
    book.note_heard("pigeon", [ANNA], now)
    book.begin("pigeon", [ANNA], most=1, now=now)
    assert book.last_heard("pigeon", [ANNA]) == {ANNA: now}


def test_a_trouble_is_told_once_and_taken_back():
    book = Notebook()
    for trouble in (Trouble("1", "a"), Trouble("1", "a"), Trouble("2", "a"), Trouble("1", "b")):
        book.note_trouble("pigeon", trouble)
    book.note_trouble("pigeon", Trouble("", "a", is_over=True))
    assert list(book.told) == [("pigeon", "1", "b")]


def test_a_trouble_in_the_database(db):
    book = DatabaseNotebook()
    for trouble in (Trouble("1", "a"), Trouble("1", "a"), Trouble("2", "a"), Trouble("1", "b")):
        book.note_trouble("pigeon", trouble)
    assert len(troubles("pigeon")) == 3
    book.note_trouble("pigeon", Trouble("2", "a", is_over=True))
    assert {(one.code, one.about) for one in troubles("pigeon")} == {("1", "a"), ("1", "b")}
    book.note_trouble("pigeon", Trouble("", "a", is_over=True))
    assert [(one.code, one.about) for one in troubles()] == [("1", "b")]
    assert troubles("another") == []


def test_the_program_uses_the_database(db):
    assert isinstance(notebook(), DatabaseNotebook)


def test_no_address_can_be_read(db):
    DatabaseNotebook().note_heard("pigeon", [ANNA], timezone.now())
    with connection.cursor() as cursor:
        cursor.execute("SELECT mark FROM delivery_talkwindow")
        assert "612345678" not in cursor.fetchone()[0]


def test_asking_for_many_is_one_query(db, django_assert_num_queries):
    with django_assert_num_queries(1):
        DatabaseNotebook().last_heard("pigeon", [f"+316{number:08}" for number in range(250)])


def test_what_is_said_to_us_alone_is_remembered_and_nothing_else(db):
    now = timezone.now()
    remember("pigeon", Heard(id="1", sender=ANNA, other_sender=CEM, at=now))
    remember("pigeon", Heard(id="2", sender=BAS, at=now, room="roof"))
    remember("pigeon", Heard(id="3", sender=BAS, at=now, act="erased"))
    assert notebook().last_heard("pigeon", [ANNA, BAS, CEM]).keys() == {ANNA, CEM}
    take_note("pigeon", Notice(at=now, silent=ANNA, trouble=Trouble("131047", "window")))
    assert notebook().last_heard("pigeon", [ANNA, CEM]).keys() == {CEM}
    assert [one.code for one in troubles("pigeon")] == ["131047"]


def test_windows_are_forgotten_after_two_days_and_troubles_after_a_month(db):
    now = timezone.now()
    book = DatabaseNotebook()
    book.note_heard("pigeon", [ANNA], now)
    book.note_trouble("pigeon", Trouble("1"))
    assert forget_windows(now + timedelta(days=1)) == 0
    assert forget_windows(now + timedelta(days=2, minutes=1)) == 1
    assert ChannelTrouble.objects.exists()
    forget_windows(now + timedelta(days=31))
    assert not ChannelTrouble.objects.exists()
    assert not TalkWindow.objects.exists()
