# SPDX-License-Identifier: EUPL-1.2
"""The same conversation with a centre that others wrote: the server of the package `smpp34`."""

import asyncio
import socket

import smpp34

from buurtwacht.channels.base import Receipt
from buurtwacht.channels.contract import LINK, make_message
from buurtwacht.channels.inbound import Raw
from buurtwacht.channels.sms.channel import SmsChannel, SmsReceiver

from .conftest import AT, NUMBER


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


async def conversation(port: int) -> tuple[list[object], list[bytes], list[Raw], list[bool]]:
    server = smpp34.Server("127.0.0.1", port, system_id="other")
    await server.start()
    channel, taken = SmsChannel(), []

    async def take_in(raw: Raw) -> None:
        taken.append(raw)

    listening = asyncio.create_task(channel.listen(take_in))
    esme = await asyncio.wait_for(server.next(), 60)
    sending = asyncio.create_task(channel.send_many([(make_message(body="Er wordt aan deuren gevoeld. " * 6), NUMBER)]))
    data = []
    for name in ("11", "12"):
        event = await asyncio.wait_for(server.next(), 60)
        data.append(event.short_message)
        event.accept(name)
        if event.registered_delivery:
            break
    answers = [
        await esme.deliver_sm("3655", b"Ik kijk mee", source_addr="31612345678"),
        await esme.deliver_sm("3655", f"id:{name} stat:DELIVRD".encode(), source_addr="31612345678", esm_class=4),
    ]
    outcomes = await sending
    listening.cancel()
    await asyncio.gather(listening, return_exceptions=True)
    await server.stop()
    return outcomes, data, taken, [answer.is_success for answer in answers]


def test_a_centre_of_others_understands_us_and_we_it(settings):
    settings.SMPP_PORT = free_port()

    outcomes, data, taken, answered = asyncio.run(conversation(settings.SMPP_PORT))

    assert outcomes == [Receipt("12")]
    assert LINK.encode() in b"".join(piece[6:] for piece in data)
    assert answered == [True, True]
    said, became = [
        event for raw in taken for event in SmsReceiver().read(Raw(body=raw.body, headers=raw.headers, at=AT))
    ]
    assert (said.sender, said.text) == (NUMBER, "Ik kijk mee")
    assert (became.state, became.provider_id) == ("shown", "12")
