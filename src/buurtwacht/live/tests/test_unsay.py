# SPDX-License-Identifier: EUPL-1.2
"""What was hidden or erased is not told again, whichever way somebody asks for it."""

import pytest
from django.db import transaction

from buurtwacht.lib.ids import new_id
from buurtwacht.live.models import Event
from buurtwacht.live.services import unsay
from buurtwacht.live.tokens import stream_token


def take_back(*topics: str) -> int:
    with transaction.atomic():
        return unsay(topics)


@pytest.mark.parametrize("most_remembered", [1000, 3], ids=["memory", "database"])
def test_who_comes_back_hears_only_what_came_after(start_hub, open_screen, tell, topic, most_remembered):
    hub = start_hub(most_remembered=most_remembered)
    first = tell(topic, "before")
    tell(topic, "a description")
    assert take_back(topic) == 2
    last = tell(topic, "hidden")
    for _ in range(5):
        tell("group:elsewhere:nl")
    hub.reach(last + 5)

    token = stream_token(new_id(), [topic])
    _status, text = hub.ask(f"/live/poll?token={token}&after={first}")
    assert "hidden" in text or "reset" in text  # reset: the page loads itself again
    assert "a description" not in text
    assert "before" not in text


def test_a_hub_that_starts_anew_does_not_find_it_either(start_hub, tell, topic):
    tell(topic, "a description")
    take_back(topic)
    last = tell(topic, "hidden")
    hub = start_hub()
    hub.reach(last)

    _status, text = hub.ask(f"/live/poll?token={stream_token(new_id(), [topic])}&after={last - 3}")
    assert "a description" not in text


def test_an_open_screen_goes_on_hearing(open_screen, tell, topic):
    screen = open_screen(topic)
    assert screen.status == 200
    tell(topic, "a description")
    heard = [screen.next().html]  # before it is taken back: what a hub has not read by then, it never tells
    take_back(topic)
    tell(topic, "hidden")

    assert [*heard, screen.next().html] == ["a description", "hidden"]


def test_other_topics_keep_what_they_told(tell, topic, transactional_db):
    tell("report:1:nl", "theirs")
    tell(topic, "ours")
    take_back(topic)

    assert list(Event.objects.filter(topic="report:1:nl").values_list("body", flat=True)) == ["theirs"]
    assert [event.name for event in Event.objects.filter(topic=topic)] == ["unsaid"]


def test_a_question_waits_when_all_that_was_missed_is_gone(start_hub, tell, topic):
    hub = start_hub(beat_seconds=0.05)
    first = tell(topic, "before")
    hub.reach(first)
    tell(topic, "a description")
    take_back(topic)
    hub.reach(first + 2)

    status, text = hub.ask(f"/live/poll?token={stream_token(new_id(), [topic])}&after={first}")
    assert (status, text) == (204, "")
