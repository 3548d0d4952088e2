# SPDX-License-Identifier: EUPL-1.2
import time
from datetime import timedelta

import pytest

from buurtwacht.lib.ids import new_id
from buurtwacht.live.models import Event
from buurtwacht.live.services import close_streams
from buurtwacht.live.tokens import receipt_token, stream_token, topics_token
from buurtwacht.testing.screens import Screen, Shown


def test_an_open_screen_hears_what_happens(open_screen, tell, topic):
    screen = open_screen(topic)
    assert screen.status == 200

    number = tell(topic, "<li id='a'>\r\n  Twee mensen\n</li>")
    assert screen.next() == Shown(number, "entry", topic, "<li id='a'>\n  Twee mensen\n</li>")


def test_it_is_quick(start_hub, tell, topic):
    """How soon that is, the bench measures. Here the hub would not look by itself before the test gave up."""
    hub = start_hub(poll_seconds=3600)
    with Screen(hub.port, stream_token(new_id(), [topic])) as screen:
        assert screen.status == 200
        for _ in range(20):
            number = tell(topic)
            assert screen.next().id == number


def test_the_next_group_along_hears_nothing(open_screen, tell, topic):
    screen, theirs = open_screen(topic), open_screen("group:next:nl")
    assert (screen.status, theirs.status) == (200, 200)

    tell(topic, "ours")
    tell("group:next:nl", "theirs")
    assert theirs.next().html == "theirs"


def test_one_screen_follows_many_topics_in_one_order(open_screen, tell, topic):
    screen = open_screen(topic, "person:1", "report:2:nl")
    assert screen.status == 200

    numbers = [tell(name) for name in (topic, "report:2:nl", "person:1", topic)]
    assert [event.id for event in screen.take(4)] == numbers


def test_who_comes_back_hears_what_was_missed_and_nothing_twice(open_screen, tell, topic):
    numbers = [tell(topic, str(turn)) for turn in range(5)]
    screen = open_screen(topic, after=numbers[1])

    assert [event.id for event in screen.take(3)] == numbers[2:]
    numbers.append(tell(topic))
    assert screen.next().id == numbers[-1]


def test_the_browsers_own_memory_goes_before_that_of_the_page(hub, tell, topic):
    numbers = [tell(topic) for _ in range(4)]
    token = stream_token(new_id(), [topic])
    with Screen(hub.port, token, numbers[0]) as old:
        assert old.next().id == numbers[1]
    status, text = hub.ask(f"/live/poll?token={token}&after={numbers[0]}", headers={"Last-Event-ID": str(numbers[2])})
    assert (status, text.count("event: entry")) == (200, 1)


def test_what_is_no_longer_in_memory_comes_out_of_the_database(start_hub, tell, topic):
    hub = start_hub(most_remembered=10)
    numbers = [tell(topic, f"<li>{turn}</li>") for turn in range(450)]

    with Screen(hub.port, stream_token(new_id(), [topic]), numbers[0]) as screen:
        assert [event.id for event in screen.take(449)] == numbers[1:]
        numbers.append(tell(topic))
        assert screen.next().id == numbers[-1]


@pytest.mark.parametrize("remembered", [5000, 5])
def test_a_large_past_is_replayed_at_the_pace_of_the_reader(start_hub, tell, topic, remembered):
    """Out of memory and out of the database; what is told meanwhile follows."""
    hub = start_hub(most_remembered=remembered)
    numbers = [tell(topic, "x" * 20_000) for _ in range(300)]
    hub.reach(numbers[-1])
    with Screen(hub.port, stream_token(new_id(), [topic]), numbers[0] - 1, buffer=4096) as screen:
        assert screen.status == 200
        time.sleep(0.5)
        late = [tell(topic, "late") for _ in range(3)]
        assert [event.id for event in screen.take(303)] == numbers + late
    assert hub.figure("slow_total") == 0


def test_a_page_from_before_the_last_day_is_loaded_again(start_hub, tell, topic):
    hub = start_hub(most_remembered=2)
    numbers = [tell(topic) for _ in range(5)]
    hub.reach(numbers[-1])
    Event.objects.filter(id__lt=numbers[2]).delete()

    with Screen(hub.port, stream_token(new_id(), [topic]), numbers[0]) as screen:
        assert screen.next().name == "reset"
        last = tell(topic)
        assert screen.next().id == last


def test_a_screen_that_has_seen_the_future_is_loaded_again(open_screen, tell, topic):
    """The future of another history: somebody put a backup back."""
    now = tell(topic)
    screen = open_screen(topic, after=now + 1000)

    assert screen.next().name == "reset"


def test_a_screen_that_another_hub_served_quicker_hears_nothing_twice(open_screen, tell, topic, hub):
    """Its last event is one that this hub still has to hear of: here, one that was never told."""
    from django.db import connection, transaction

    first = tell(topic)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT nextval('live_event_id_seq')")
        seen = cursor.fetchone()[0]
    screen = open_screen(topic, after=seen)
    assert screen.status == 200
    later = tell(topic)

    assert first < seen < later
    assert screen.next().id == later


def test_a_stale_token_ends_the_stream_with_a_word(start_hub, topic):
    hub = start_hub(beat_seconds=0.02)
    token = stream_token(new_id(), [topic], timedelta(seconds=4))  # it must still hold when the hub reads it
    with Screen(hub.port, token) as screen:
        assert screen.next().name == "expired"
        assert screen.is_ended()


@pytest.mark.parametrize(
    "token",
    [
        "",
        "x",
        stream_token(new_id(), ["group:1"])[:-3],
        stream_token(new_id(), ["group:1"], timedelta(seconds=-1)),
        topics_token(new_id(), ["group:1"]),
        receipt_token(new_id(), new_id(), new_id()),
        "%00%ff%c3",
    ],
    ids=["empty", "nonsense", "cut", "stale", "of a page", "of a delivery", "bytes"],
)
def test_a_token_that_opens_nothing_gets_a_sentence(hub, token):
    for path in ("/live", "/live/poll"):
        status, text = hub.ask(f"{path}?token={token}")
        assert status == 401
        assert text.startswith("This ")
        assert text.endswith(".")
        assert "Traceback" not in text


def test_streams_end_with_the_membership(hub, tell, topic):
    anna, bram = new_id(), new_id()
    before = stream_token(anna, [topic])
    with Screen(hub.port, before) as hers, Screen(hub.port, stream_token(bram, [topic])) as his:
        assert (hers.status, his.status) == (200, 200)
        close_streams(anna)
        assert hers.next().name == "closed"
        assert hers.is_ended()
        number = tell(topic)
        assert his.next().id == number
    status, text = hub.ask(f"/live?token={before}")
    assert status == 401
    assert "changed" in text


def test_an_ended_membership_outlives_the_hub(hub, topic):
    anna = new_id()
    before = stream_token(anna, [topic])
    close_streams(anna)
    hub.stop()
    hub.start()

    assert hub.ask(f"/live?token={before}")[0] == 401


def test_nobody_can_keep_the_hub_busy_alone(start_hub, topic):
    hub = start_hub(most_per_person=2)
    token = stream_token(new_id(), [topic])
    with Screen(hub.port, token) as first, Screen(hub.port, token) as second:
        assert (first.status, second.status) == (200, 200)
        assert hub.ask(f"/live?token={token}")[0] == 429
    with Screen(hub.port, stream_token(new_id(), [topic])) as other:
        assert other.status == 200


def test_a_row_that_no_key_opens_does_not_stop_the_rest(open_screen, tell, topic):
    from django.db import connection

    screen = open_screen(topic)
    assert screen.status == 200
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO live_event (topic, name, body, created_at) VALUES (%s, 'entry', %s, now())", [topic, b"x" * 40]
        )
    number = tell(topic)
    assert screen.next().id == number
