# SPDX-License-Identifier: EUPL-1.2
"""How much Meta lets us say: to one person, and to new people in a day."""

import asyncio
import heapq
from datetime import timedelta

import pytest
import time_machine
from django.db import OperationalError
from django.utils import timezone

from buurtwacht.channels.base import DeliveryFailed, Receipt
from buurtwacht.channels.contract import make_message
from buurtwacht.channels.notebook import Notebook, keep_in
from buurtwacht.channels.whatsapp.pace import Pace
from buurtwacht.channels.whatsapp.pairs import BURST, EVERY, KEPT_FOR_ALARMS, Pairs
from buurtwacht.channels.whatsapp.together import MOST, Together, merged

from .conftest import NUMBER, run

NUMBERS = [f"+316123456{number:02}" for number in range(10, 30)]


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


# One person


def test_most_of_a_burst_goes_at_once_and_the_rest_of_it_is_for_alarms():
    clock = Clock()
    pairs = Pairs(clock)
    for _ in range(BURST - KEPT_FOR_ALARMS):
        assert pairs.wait(NUMBER) == 0
        pairs.count(NUMBER)
    assert pairs.wait(NUMBER) == EVERY
    assert pairs.wait("+32470123456") == 0
    clock.now += EVERY
    assert pairs.wait(NUMBER) == 0


def test_alarms_never_wait(channel, anna, meta):
    for _ in range(BURST - 1):
        channel.pairs.count(NUMBER)
    outcomes = run(channel, channel.send_many([(make_message(), NUMBER)]))
    assert isinstance(outcomes[0], Receipt)


def test_readers_who_have_waited_long_enough_are_forgotten(monkeypatch):
    monkeypatch.setattr("buurtwacht.channels.whatsapp.pairs.MOST_KNOWN", 10)
    clock = Clock()
    pairs = Pairs(clock)
    for number in NUMBERS[:10]:
        pairs.count(number)
    clock.now += 60
    pairs.count(NUMBER)
    assert list(pairs._due) == [NUMBER]


def test_a_chatty_hour_goes_as_one_message_and_everybody_gets_the_receipt(channel, anna, meta, book):
    anna.says("Hallo")
    book.note_heard("whatsapp", [NUMBER], timezone.now())
    for _ in range(BURST - KEPT_FOR_ALARMS):
        channel.pairs.count(NUMBER)
    channel._together._wait = lambda address: 0.01
    updates = [
        (
            make_message(
                urgency="update", title=f"Aanvulling 21:{n}", body="Er is nieuws", actions=(), reference=f"r{n}"
            ),
            NUMBER,
        )
        for n in range(10, 15)
    ]
    outcomes = run(channel, channel.send_many(updates))
    [message] = anna.inbox
    assert {outcome.provider_id for outcome in outcomes} == {message.id}
    assert message.request["biz_opaque_callback_data"] == "r10,r11,r12,r13,r14"
    assert message.text.startswith("5 berichten\nAanvulling 21:10. Er is nieuws.\n\nAanvulling 21:11")
    assert message.text.count("https://") == 1


def test_what_waits_fails_together(channel, anna, meta, book):
    meta.fails(131000)
    channel.pairs.wait = lambda address: 1.0
    channel._together._wait = lambda address: 0.01
    updates = [(make_message(urgency="update"), NUMBER)] * 2
    outcomes = run(channel, channel.send_many(updates))
    assert [outcome.reason for outcome in outcomes] == ["131000: trouble on their side"] * 2


def test_nobody_waits_longer_than_a_job_may_take():
    async def send(message, address):
        raise AssertionError("this is too early")

    together = Together(lambda address: 21.0, send)
    with pytest.raises(DeliveryFailed) as refused:
        asyncio.run(together.send(make_message(urgency="update"), NUMBER))
    assert not refused.value.permanent


def test_more_than_fit_in_one_go_in_two():
    sent = []

    async def send(message, address):
        sent.append(message)
        return Receipt(str(len(sent)))

    async def many():
        together = Together(lambda address: 0.0, send)
        return await asyncio.gather(*(together.send(make_message(reference=str(n)), NUMBER) for n in range(MOST + 3)))

    receipts = asyncio.run(many())
    assert [len(message.reference.split(",")) for message in sent] == [MOST, 3]
    assert len(receipts) == MOST + 3


def test_one_message_stays_as_it_is():
    message = make_message()
    assert merged([message]) is message


# A second


class World:
    """Time that passes only when everybody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.sleepers: list[tuple[float, int, asyncio.Future[None]]] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        waiting = asyncio.get_running_loop().create_future()
        heapq.heappush(self.sleepers, (self.now + seconds, id(waiting), waiting))
        await waiting

    async def run(self, work) -> None:
        task = asyncio.ensure_future(work)
        while not task.done():
            for _ in range(5):
                await asyncio.sleep(0)
            if self.sleepers:
                self.now, _, waiting = heapq.heappop(self.sleepers)
                waiting.set_result(None)
        await task


def test_in_no_second_more_goes_than_meta_takes():
    world, sent = World(), []
    pace = Pace(80, world, world.sleep)

    async def one() -> None:
        await pace.turn(is_alarm=True)
        sent.append(world.now)

    async def many() -> None:
        await asyncio.gather(*(one() for _ in range(250)))

    asyncio.run(world.run(many()))
    assert all(sum(at <= other < at + 1 for other in sent) <= 80 for at in sent)
    assert max(sent) < 4


def test_nothing_passes_an_alarm_that_waits():
    world, order = World(), []
    pace = Pace(2, world, world.sleep)  # one at a time

    async def one(name: str, is_alarm: bool) -> None:
        await pace.turn(is_alarm=is_alarm)
        order.append(name)

    async def many() -> None:
        await one("first", False)
        await asyncio.gather(*(one(f"news {number}", False) for number in range(3)), one("alarm", True))

    asyncio.run(world.run(many()))
    assert order[:2] == ["first", "alarm"]


def test_without_a_limit_nobody_waits():
    async def many() -> None:
        pace = Pace(None)
        for _ in range(500):
            await pace.turn(is_alarm=False)

    asyncio.run(many())


# New people


def test_new_people_are_counted_beforehand_and_the_rest_is_refused_at_once(channel, meta, book, settings):
    settings.WHATSAPP_DAILY_LIMIT = 5
    for number in NUMBERS:
        meta.user(number)
    outcomes = run(channel, channel.send_many([(make_message(), number) for number in NUMBERS[:8]]))
    assert [isinstance(outcome, Receipt) for outcome in outcomes] == [True] * 5 + [False] * 3
    assert {(outcome.reason, outcome.permanent) for outcome in outcomes[5:]} == {("daily limit", True)}
    assert len(meta.sent) == 5
    assert ("whatsapp", "daily_limit", "") in book.told
    [allowance] = channel.allowances()
    assert (allowance.left, allowance.of) == (0, 5)


def test_who_was_written_to_today_is_not_counted_again(channel, meta, settings, send, anna):
    settings.WHATSAPP_DAILY_LIMIT = 1
    assert isinstance(send(), Receipt)
    assert isinstance(send(), Receipt)
    assert isinstance(send(to="+32470123456"), DeliveryFailed)


def test_tomorrow_there_is_room_again(channel, meta, settings, send, anna, book):
    settings.WHATSAPP_DAILY_LIMIT = 1
    send()
    meta.user("+32470123456")
    assert isinstance(send(to="+32470123456"), DeliveryFailed)
    assert book.told
    with time_machine.travel(timezone.now() + timedelta(hours=24, minutes=1)):
        assert isinstance(send(to="+32470123456"), Receipt)
    assert not book.told


def test_the_last_of_the_day_is_for_alarms(channel, meta, settings, send):
    settings.WHATSAPP_DAILY_LIMIT = 10
    for number in NUMBERS:
        meta.user(number)
    news = [send(to=number, urgency="update") for number in NUMBERS[:9]]
    assert [isinstance(outcome, Receipt) for outcome in news] == [True] * 8 + [False]
    assert [isinstance(send(to=number), Receipt) for number in NUMBERS[9:12]] == [True, True, False]


def test_within_the_window_nobody_counts(channel, meta, settings, send, anna, book):
    settings.WHATSAPP_DAILY_LIMIT = 1
    meta.user("+32470123456")
    send(to="+32470123456")
    anna.says("Hallo")
    book.note_heard("whatsapp", [NUMBER], timezone.now())
    assert isinstance(send(), Receipt)


def test_who_got_nothing_does_not_count(channel, meta, settings, send, anna):
    settings.WHATSAPP_DAILY_LIMIT = 1
    meta.fails(131000, times=1)
    assert isinstance(send(to="+32470123456"), DeliveryFailed)
    assert isinstance(send(), Receipt)


def test_without_a_limit_everybody_may(channel, meta, settings, send, anna):
    settings.WHATSAPP_DAILY_LIMIT = 0
    assert isinstance(send(), Receipt)
    assert channel.allowances() == []


def test_metas_own_count_wins(channel, meta, settings, send, anna):
    meta.limits.daily_users = 1
    meta.user("+32470123456")
    send()
    assert send(to="+32470123456").reason == "131064: daily limit"
    assert send(to="+32470999999").reason == "daily limit"  # not even asked
    assert isinstance(send(), Receipt)  # who was written to today, still may be
    assert channel.allowances()[0].left == 0


def test_a_notebook_that_is_away_stops_no_alarm(channel, meta, send, anna):
    class Away(Notebook):
        def last_heard(self, *_: object) -> dict[str, object]:
            raise OperationalError("gone")

        def begin(self, *_: object, **__: object) -> dict[str, bool]:
            raise OperationalError("gone")

        def begun_since(self, *_: object) -> int:
            raise OperationalError("gone")

        def note_trouble(self, *_: object) -> None:
            raise OperationalError("gone")

    keep_in(Away())
    assert isinstance(send(), Receipt)
    meta.fails(190)
    assert not send().permanent
