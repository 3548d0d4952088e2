# SPDX-License-Identifier: EUPL-1.2
import threading
import time

from buurtwacht.lib.ids import new_id
from buurtwacht.live.models import Event
from buurtwacht.live.services import close_streams
from buurtwacht.live.tokens import stream_token
from buurtwacht.testing.screens import PATIENCE, Shown, read_event


def events(text: str) -> list[Shown]:
    blocks = (read_event(block.encode()) for block in text.split("\n\n"))
    return [block for block in blocks if block]


def test_what_was_missed_comes_at_once(hub, tell, topic):
    numbers = [tell(topic, str(turn)) for turn in range(3)]
    hub.reach(numbers[-1])
    token = stream_token(new_id(), [topic])

    status, text = hub.ask(f"/live/poll?token={token}&after={numbers[0]}")
    assert status == 200
    assert events(text) == [Shown(numbers[1], "entry", topic, "1"), Shown(numbers[2], "entry", topic, "2")]


def test_a_question_waits_for_the_next_event(hub, tell, tell_from_a_thread, topic):
    place = tell(topic)
    start = time.monotonic()
    threading.Timer(0.3, tell_from_a_thread, [topic, "news"]).start()

    status, text = hub.ask(f"/live/poll?token={stream_token(new_id(), [topic])}&after={place}")
    assert status == 200
    assert [event.html for event in events(text)] == ["news"]
    assert time.monotonic() - start > 0.2


def test_when_nothing_happens_the_answer_is_that(start_hub, tell, topic):
    hub = start_hub(beat_seconds=0.02)

    assert hub.ask(f"/live/poll?token={stream_token(new_id(), [topic])}&after={tell(topic)}") == (204, "")


def test_a_long_past_comes_in_pieces_without_a_hole(start_hub, tell, topic):
    hub = start_hub(most_remembered=10, beat_seconds=0.02)
    numbers = [tell(topic) for _ in range(430)]
    token, place, seen = stream_token(new_id(), [topic]), numbers[0] - 1, []
    while True:
        status, text = hub.ask(f"/live/poll?token={token}&after={place}")
        if status == 204:
            break
        seen += [event.id for event in events(text)]
        place = seen[-1]
    assert seen == numbers


def test_a_large_past_comes_in_pieces_too(hub, tell, topic):
    first = tell(topic)
    for _ in range(30):
        tell(topic, "x" * 20_000)
    _, text = hub.ask(f"/live/poll?token={stream_token(new_id(), [topic])}&after={first}")

    assert 0 < len(events(text)) < 30


def test_a_place_that_is_forgotten(start_hub, tell, topic):
    hub = start_hub(most_remembered=2)
    numbers = [tell(topic) for _ in range(5)]
    hub.reach(numbers[-1])
    Event.objects.filter(id__lt=numbers[2]).delete()

    _, text = hub.ask(f"/live/poll?token={stream_token(new_id(), [topic])}&after={numbers[0]}")
    assert "event: reset" in text


def test_a_waiting_question_ends_with_the_membership(hub, tell, topic):
    anna, answers = new_id(), []
    path = f"/live/poll?token={stream_token(anna, [topic])}&after={tell(topic)}"
    asking = threading.Thread(target=lambda: answers.append(hub.ask(path)))
    asking.start()
    while hub.figure("subscribers") != 1:
        time.sleep(0.01)
    close_streams(anna)
    asking.join(PATIENCE)

    assert "event: closed" in answers[0][1]
