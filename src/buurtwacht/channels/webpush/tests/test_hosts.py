# SPDX-License-Identifier: EUPL-1.2
"""A name that leads into our own network is refused at the moment of connecting, whatever it said before."""

import asyncio
import json
import socket

import pytest

from buurtwacht.channels.contract import make_message
from buurtwacht.channels.webpush import hosts
from buurtwacht.channels.webpush.channel import WebPushChannel
from buurtwacht.testing.peers.answering import Provider
from buurtwacht.testing.peers.subscriber import Subscriber


def names(monkeypatch: pytest.MonkeyPatch, **book: list[str]) -> None:
    """Names lead where this book says."""

    def look_up(host, port, *args, **kwargs):
        found = book.get(host.partition(".")[0], [])
        if not found:
            raise socket.gaierror
        family = {True: socket.AF_INET6, False: socket.AF_INET}
        return [(family[":" in each], socket.SOCK_STREAM, 6, "", (each, port)) for each in found]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


@pytest.mark.parametrize("inside", ["127.0.0.1", "10.1.2.3", "172.16.0.9", "::1", "fe80::1%eth0", "::ffff:192.168.0.1"])
def test_a_name_that_leads_inside_is_refused(monkeypatch, inside):
    names(monkeypatch, push=[inside])
    with pytest.raises(hosts.ForbiddenHost):
        asyncio.run(hosts.addresses_of("push.example", 443))


def test_only_the_public_addresses_of_a_name_are_used(monkeypatch):
    names(monkeypatch, push=["10.0.0.1", "93.184.215.14", "2606:4700::1111"])
    found = asyncio.run(hosts.addresses_of("push.example", 443))
    assert [place["host"] for place in found] == ["93.184.215.14", "2606:4700::1111"]


def test_nothing_reaches_a_server_inside(monkeypatch):
    """The address passed every check of its spelling; the name then turned out to be ours."""
    names(monkeypatch, push=["127.0.0.1"], localhost=["127.0.0.1"])
    subscriber = Subscriber("https://push.example/x")

    async def sent() -> object:
        channel = WebPushChannel()
        try:
            [outcome] = await channel.send_many([(make_message(), json.dumps(subscriber.info))])
            return outcome
        finally:
            await channel.close()

    with Provider() as inside:
        outcome = asyncio.run(sent())
        assert inside.asked == []
    assert not outcome.permanent
    assert "ForbiddenHost" in outcome.reason
