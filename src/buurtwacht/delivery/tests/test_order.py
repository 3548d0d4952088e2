# SPDX-License-Identifier: EUPL-1.2
"""A digest never delays an alarm, and a sender account has one owner."""

import asyncio
import time

import pytest

from buurtwacht.delivery.accounts import Bucket
from buurtwacht.delivery.breaker import FAILURES_TO_OPEN, FIRST_PAUSE, Breaker
from buurtwacht.delivery.models import Delivery, Intent
from buurtwacht.delivery.pool import SLOTS, Pool
from buurtwacht.delivery.rules import FIRST_WAIT, LONGEST_WAIT, may_start, wait_before_retry
from buurtwacht.lib.ids import new_id

from .conftest import ScriptedChannel, trouble


@pytest.mark.parametrize(
    ("priority", "busy", "allowed"),
    [
        (0, 7, True),
        (0, 8, False),
        (1, 5, True),
        (1, 6, False),
        (2, 3, True),
        (2, 4, False),
        (3, 1, True),
        (3, 2, False),
    ],
)
def test_places_are_kept_free_for_what_is_more_urgent(priority, busy, allowed):
    assert may_start(priority, busy=busy, slots=8) is allowed


@pytest.mark.parametrize("attempts", [1, 2, 5, 30])
@pytest.mark.parametrize("chance", [0.0, 0.5, 1.0])
def test_waits_double_and_never_march_in_step(attempts, chance):
    wait = wait_before_retry(attempts, retry_after=None, chance=chance).total_seconds()

    whole = min(FIRST_WAIT * 2 ** (attempts - 1), LONGEST_WAIT)
    assert wait == whole / 2 + chance * whole / 2


def test_an_alarm_overtakes_a_digest_that_fills_the_channel(crier):
    slow = crier.channels["log"]
    gate = asyncio.Event()
    sent = []

    async def send_many(batch):
        urgency = batch[0][0].urgency
        if urgency == "digest":
            await gate.wait()
        sent.append(urgency)
        return [await slow.send(*envelope) for envelope in batch]

    slow.send_many = send_many
    digest, alarm = Intent(id=new_id(), kind="x", priority=3), Intent(id=new_id(), kind="x", priority=0)

    async def story():
        pool = Pool(slow)
        waiting = [pool.send(digest, [_to(crier, "digest")], [0], None) for _ in range(SLOTS * 3)]
        await asyncio.sleep(0)
        await asyncio.wait_for(pool.send(alarm, [_to(crier, "alarm")], [0], None), 60)
        first = list(sent)
        gate.set()
        await asyncio.gather(*waiting)
        return first

    assert asyncio.run(story()) == ["alarm"]
    assert sent.count("digest") == SLOTS * 3


def _to(crier, urgency):
    from dataclasses import replace

    to = crier.tells(urgency)
    return replace(to, message=replace(to.message, urgency=urgency))


def test_only_the_owner_of_an_account_sends(crier):
    crier.channels["email"].per_second = 100.0
    crier.tells("mail", channel="email")
    intent = crier.promise()

    crier.deliver(owned=set())
    assert crier.sent("email") == []
    assert Delivery.objects.get(intent_id=intent.pk).state == Delivery.State.DUE_AGAIN
    assert Intent.objects.get(pk=intent.pk).done_at is not None

    crier.deliver(owned={"email"})
    assert crier.sent("email") == ["mail"]
    assert Delivery.objects.get(intent_id=intent.pk).attempts == 1


def test_a_bucket_keeps_the_pace():
    now, waits = [100.0], []

    async def sleep(seconds):
        waits.append(seconds)

    bucket = Bucket(10, clock=lambda: now[0], sleep=sleep)

    async def story():
        await bucket.take(10)  # one second's worth may go at once
        await bucket.take(5)
        await bucket.take(5)
        bucket.pause(30)
        await bucket.take(1)

    asyncio.run(story())
    assert waits == pytest.approx([0.5, 1.0, 30.1])


def test_a_channel_that_is_down_is_left_alone_and_probed():
    now = [0.0]
    breaker = Breaker(clock=lambda: now[0])
    breaker.note(worked=0, failed=FAILURES_TO_OPEN)
    assert not breaker.allows()

    now[0] += FIRST_PAUSE
    assert breaker.allows()
    assert not breaker.allows(), "one probe at a time"
    breaker.note(worked=0, failed=1)
    now[0] += FIRST_PAUSE
    assert not breaker.allows(), "the pause doubles"

    now[0] += FIRST_PAUSE
    assert breaker.allows()
    breaker.note(worked=1, failed=0)
    assert breaker.allows()
    assert breaker.allows()


def test_while_an_account_must_rest_alarms_do_not_wait_for_it(crier):
    channel = crier.channels["log"]
    channel.per_second = 400.0
    for number in range(400):
        person = new_id()
        crier.tells(f"a{number}", person_id=person)
        crier.tells(f"mail{number}", channel="email", person_id=person, rung=1)
    channel.answers = {f"a{number}": [trouble(retry_after=120)] for number in range(400)}
    began = time.monotonic()
    crier.promise()

    crier.deliver()

    assert len(crier.sent("email")) == 400
    assert len(channel.sent) < 400
    assert time.monotonic() - began < 60


def test_an_alarm_takes_the_mail_when_the_push_channel_is_down(crier):
    channel = ScriptedChannel()
    crier.channels["log"] = channel
    for number in range(200):
        person = new_id()
        crier.tells(f"a{number}", person_id=person)
        crier.tells(f"mail{number}", channel="email", person_id=person, rung=1)
        channel.answers[f"a{number}"] = [trouble(retry_after=120)]
    crier.promise()

    crier.deliver()

    assert len(crier.sent("email")) == 200
