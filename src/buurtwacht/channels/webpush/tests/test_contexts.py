# SPDX-License-Identifier: EUPL-1.2
import asyncio
import json
import os

import pytest

from buurtwacht.channels.webpush import contexts as module
from buurtwacht.channels.webpush.contexts import Contexts
from buurtwacht.channels.webpush.encryption import seal
from buurtwacht.channels.webpush.subscription import Subscription, Unusable
from buurtwacht.testing.peers.subscriber import Subscriber


def subscribers(count: int) -> list[Subscriber]:
    return [Subscriber(f"https://push.example/s/{number}") for number in range(count)]


def prepared(contexts: Contexts, found: list[Subscription]) -> Contexts:
    asyncio.run(contexts.prepare(found))
    return contexts


def test_a_prepared_context_opens_only_for_its_own_subscriber():
    [anna, bram] = subscribers(2)
    contexts = prepared(Contexts(), [Subscription(each.address) for each in (anna, bram)])
    assert Subscription(anna.address) in contexts
    body = seal(contexts.take(Subscription(anna.address)), b'{"for": "anna"}')
    assert anna.read(body) == {"for": "anna"}
    with pytest.raises(Exception, match=r"[Dd]ecrypt"):
        bram.read(body)


def test_a_context_is_used_once():
    [anna] = subscribers(1)
    subscription = Subscription(anna.address)
    contexts = prepared(Contexts(), [subscription])
    first, second = contexts.take(subscription), contexts.take(subscription)
    assert first != second
    assert first[:16] != second[:16]
    assert subscription not in contexts


def test_what_was_used_is_replaced_when_nothing_else_is_going_on():
    [anna] = subscribers(1)
    subscription = Subscription(anna.address)
    busy = True

    async def story() -> list[bool]:
        contexts = Contexts(is_busy=lambda: busy)
        used = contexts.take(subscription)
        contexts.refill()
        await asyncio.sleep(module.PAUSE_SECONDS * 4)
        while_busy = subscription in contexts
        nonlocal_idle()
        async with asyncio.timeout(30):
            while subscription not in contexts:
                await asyncio.sleep(module.PAUSE_SECONDS)
        return [while_busy, contexts.take(subscription) != used]

    def nonlocal_idle() -> None:
        nonlocal busy
        busy = False

    assert asyncio.run(story()) == [False, True]


def test_there_are_never_more_than_we_have_room_for(monkeypatch):
    monkeypatch.setattr(module, "MOST_READY", 3)
    found = [Subscription(each.address) for each in subscribers(5)]
    contexts = Contexts()
    for subscription in found:
        prepared(contexts, [subscription])
    assert [subscription in contexts for subscription in found] == [False, False, True, True, True]


def test_a_child_process_starts_without_contexts():
    [anna] = subscribers(1)
    subscription = Subscription(anna.address)
    contexts = prepared(Contexts(), [subscription])
    child = os.fork()
    if not child:
        os._exit(1 if subscription in contexts else 0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert subscription in contexts


def test_a_key_that_is_no_key_stops_nobody_else():
    [anna, broken] = subscribers(2)
    broken.info["keys"]["p256dh"] = "BP" + "A" * 85
    wrong = Subscription(json.dumps(broken.info))
    right = Subscription(anna.address)
    contexts = prepared(Contexts(), [wrong, right])
    assert right in contexts
    with pytest.raises(Unusable):
        contexts.take(wrong)
