# SPDX-License-Identifier: EUPL-1.2
import asyncio

from buurtwacht.channels.base import Channel, DeliveryFailed, Message, Receipt
from buurtwacht.channels.contract import make_message


class OddChannel(Channel):
    """Does with a message what its address says."""

    kind = "odd"
    label = "Odd"
    at_once = 2

    def __init__(self) -> None:
        self.under_way = 0
        self.most_under_way = 0

    async def send(self, message: Message, address: str) -> Receipt:
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        await asyncio.sleep(0)
        self.under_way -= 1
        if address == "refused":
            raise DeliveryFailed("no", permanent=True)
        if address == "broken":
            raise ZeroDivisionError
        return Receipt(address)


def test_outcomes_stand_in_the_order_of_the_batch():
    channel = OddChannel()
    addresses = ["a", "refused", "b", "broken", "c"]
    outcomes = asyncio.run(channel.send_many([(make_message(), address) for address in addresses]))

    assert [outcomes[index] for index in (0, 2, 4)] == [Receipt("a"), Receipt("b"), Receipt("c")]
    assert outcomes[1].permanent
    assert channel.most_under_way == 2


def test_a_bug_costs_one_message_a_retry():
    [broken, fine] = asyncio.run(OddChannel().send_many([(make_message(), "broken"), (make_message(), "a")]))
    assert isinstance(broken, DeliveryFailed)
    assert not broken.permanent
    assert "ZeroDivisionError" in broken.reason
    assert fine == Receipt("a")
