# SPDX-License-Identifier: EUPL-1.2
import threading
import time
from datetime import timedelta

import pytest
from django.db import connection, transaction

from buurtwacht.lib.ids import new_id
from buurtwacht.live.models import Event
from buurtwacht.live.services import News, close_streams, forget_old_events, publish, publish_all


def test_an_event_is_kept_for_screens_that_come_later(db):
    number = publish("group:123:nl", "entry", "<li id='a'>Hallo</li>")

    kept = Event.objects.get(pk=number)
    assert (kept.topic, kept.name, kept.body) == ("group:123:nl", "entry", "<li id='a'>Hallo</li>")


def test_several_events_go_together_in_their_order(db):
    news = [News(f"group:{number}:nl", "entry", f"nr {number}") for number in (3, 1, 2)]

    numbers = publish_all(news)
    kept = Event.objects.order_by("id").values_list("id", "topic", "body")
    assert list(kept) == [(number, one.topic, one.html) for number, one in zip(numbers, news, strict=True)]
    assert publish_all([]) == []


def test_what_was_told_cannot_be_read_in_the_database(db):
    publish("group:123:nl", "entry", "A man tries car doors.")

    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM live_event")
        assert b"car doors" not in bytes(cursor.fetchone()[0])


@pytest.mark.django_db(transaction=True)
def test_telling_outside_a_transaction_is_a_mistake():
    with pytest.raises(transaction.TransactionManagementError):
        publish("group:123:nl", "entry", "")


@pytest.mark.parametrize(("topic", "event"), [("group", "entry"), ("group:1\n", "entry"), ("group:1", "Entry now")])
def test_a_topic_and_an_event_cannot_break_out_of_their_line(db, topic, event):
    with pytest.raises(ValueError, match="topic"):
        publish(topic, event, "")


@pytest.mark.django_db(transaction=True)
def test_ids_come_in_the_order_of_the_commits():
    """A publisher that takes long must not appear behind one that started later and finished first."""
    first_holds, order = threading.Event(), []

    def slow() -> None:
        with transaction.atomic():
            order.append(publish("group:1", "entry", "slow"))
            first_holds.set()
            time.sleep(0.2)
            assert Event.objects.count() == 1
        connection.close()

    def quick() -> None:
        first_holds.wait()
        with transaction.atomic():
            order.append(publish("group:1", "entry", "quick"))
            assert set(Event.objects.values_list("id", flat=True)) == set(order)
        connection.close()

    threads = [threading.Thread(target=slow), threading.Thread(target=quick)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert order == sorted(order)
    assert len(order) == 2


def test_yesterdays_events_are_gone_but_the_place_they_reached_is_kept(db, time_machine):
    time_machine.move_to("2026-11-20 21:00:00+00:00")
    publish("group:1", "entry", "old")
    newest = publish("group:1", "entry", "newest")
    time_machine.shift(timedelta(hours=25))

    assert forget_old_events() == 1
    assert list(Event.objects.values_list("id", flat=True)) == [newest]


def test_events_of_today_stay(db, time_machine):
    time_machine.move_to("2026-11-20 21:00:00+00:00")
    publish("group:1", "entry", "old")
    time_machine.shift(timedelta(hours=20))
    kept = [publish("group:1", "entry", "b"), publish("group:1", "entry", "c")]
    time_machine.shift(timedelta(hours=5))

    assert forget_old_events() == 1
    assert list(Event.objects.values_list("id", flat=True)) == kept


def test_nothing_to_forget(db):
    assert forget_old_events() == 0


def test_the_end_of_a_membership_is_an_event_of_that_person(db):
    person_id = new_id()
    close_streams(person_id)

    assert Event.objects.get().topic == f"person:{person_id}"


@pytest.mark.django_db(transaction=True)
def test_many_publishers_at_once_never_commit_out_of_order():
    """Somebody who looks all the time never sees a smaller id appear after a larger one."""
    stop, seen, late = threading.Event(), set(), []

    def publish_much() -> None:
        for _ in range(60):
            with transaction.atomic():
                publish_all([News("group:1", "entry", "x")] * 2)
        connection.close()

    def look() -> None:
        while not stop.is_set():
            now = set(Event.objects.values_list("id", flat=True))
            late.extend(number for number in now - seen if seen and number < max(seen))
            seen.update(now)
        connection.close()

    looking = threading.Thread(target=look)
    publishers = [threading.Thread(target=publish_much) for _ in range(4)]
    for thread in (looking, *publishers):
        thread.start()
    for thread in publishers:
        thread.join()
    stop.set()
    looking.join()
    assert late == []
    assert Event.objects.count() == 480
