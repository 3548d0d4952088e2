# SPDX-License-Identifier: EUPL-1.2
"""What people say in Signal, from the daemon's stream to what is heard."""

import asyncio
import base64
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from buurtwacht.channels.contract import TAKEN_IN_AT, ReceiverContract
from buurtwacht.channels.inbound import Media, Progress, Raw
from buurtwacht.channels.signal.channel import SignalChannel
from buurtwacht.channels.signal.receiver import SignalReceiver
from buurtwacht.channels.signal.stream import events_in
from buurtwacht.testing.peers.signal import GROUP, SignalDaemon

ANNA, NUMBER = "7ccae375-cd51-4c82-8b1e-7be3280aa485", "+31612345678"
MOMENT = int((TAKEN_IN_AT - timedelta(minutes=1)).timestamp() * 1000)


def envelope(**more):
    return {"source": NUMBER, "sourceNumber": NUMBER, "sourceUuid": ANNA, "timestamp": MOMENT} | more


def words(text="Hallo", **more):
    return envelope(dataMessage={"timestamp": MOMENT, "message": text} | more)


def raw(found, wrapped=True):
    body = {"envelope": found, "account": "+31600000000"} if wrapped else found
    return Raw(body=json.dumps(body).encode(), rest="events", at=TAKEN_IN_AT)


def heard(found):
    return list(SignalReceiver().read(raw(found)))


class TestSignalReceiver(ReceiverContract):
    receiver = SignalReceiver
    genuine = raw(words())
    forged = raw(words())

    def test_what_the_provider_sent_is_kept_and_read(self) -> None:
        """Nobody knocks: what comes in, we fetched ourselves."""
        assert list(self.receiver().read(replace(self.genuine, at=TAKEN_IN_AT)))


def test_what_a_person_says():
    [said] = heard(words())
    assert (said.id, said.sender, said.text) == (f"{ANNA}:{MOMENT}", ANNA, "Hallo")
    assert said.other_sender == ""  # a number gets another owner, and would make them the one who had it
    assert (said.room, said.kind, said.act) == ("", "signal", "said")
    assert said.at == datetime.fromtimestamp(MOMENT / 1000, UTC)


def test_what_is_said_in_a_group_as_an_answer():
    [said] = heard(words(groupInfo={"groupId": GROUP, "type": "DELIVER"}, quote={"id": 1799999999999}))
    assert (said.room, said.kind, said.sender_kind, said.answer_to) == (
        GROUP,
        "signal_group",
        "signal",
        "1799999999999",
    )


def test_what_is_changed_and_erased():
    later = {"timestamp": MOMENT + 5, "message": "Hallo buurt"}
    [changed] = heard(envelope(editMessage={"targetSentTimestamp": MOMENT, "dataMessage": later}))
    assert (changed.act, changed.id, changed.text) == ("changed", f"{ANNA}:{MOMENT}", "Hallo buurt")
    [erased] = heard(words("", remoteDelete={"timestamp": MOMENT - 9}))
    assert (erased.act, erased.id, erased.text) == ("erased", f"{ANNA}:{MOMENT - 9}", "")


@pytest.mark.parametrize(("flag", "state"), [("isDelivery", "shown"), ("isRead", "seen"), ("isViewed", "seen")])
def test_what_became_of_what_we_sent(flag, state):
    found = heard(envelope(receiptMessage={"when": MOMENT, flag: True, "timestamps": [5, 6]}))
    at = datetime.fromtimestamp(MOMENT / 1000, UTC)
    assert found == [Progress(state=state, at=at, provider_id=name, told_by=ANNA) for name in ("5", "6")]


def test_a_photo_is_fetched_from_the_daemon(settings):
    photo = {"id": "abc.jpg", "contentType": "image/jpeg", "size": 3}
    [said] = heard(words(None, attachments=[photo], groupInfo={"groupId": GROUP}))
    assert said.media == (Media(kind="photo", reference=f"{GROUP} abc.jpg"),)
    with SignalDaemon() as daemon:
        settings.SIGNAL_URL, settings.SIGNAL_ACCOUNT = daemon.url, ""
        daemon.attachments["abc.jpg"] = base64.b64encode(b"jpg").decode()
        assert SignalReceiver().fetch(said.media[0]) == b"jpg"


@pytest.mark.parametrize(
    "found",
    [
        {"envelope": words()},
        {"params": {"envelope": words()}},
        {"params": {"subscription": 0, "result": {"envelope": words()}}},
    ],
)
def test_however_deep_it_is_wrapped(found):
    [said] = SignalReceiver().read(raw(found, wrapped=False))
    assert said.text == "Hallo"


@pytest.mark.parametrize(
    "found",
    [
        envelope(typingMessage={"action": "STARTED"}),
        envelope(syncMessage={"sentMessage": {"message": "van onszelf"}}),
        words(""),
        words("zonder moment", timestamp=None),
        words("vreemd moment", timestamp=10**30),
        {"dataMessage": {"timestamp": MOMENT, "message": "van niemand"}},
        envelope(dataMessage={"timestamp": MOMENT, "reaction": {"emoji": "👍"}}),
    ],
)
def test_what_we_do_not_understand_is_left_out(found):
    assert heard(found) == []


def test_what_the_daemon_kept_for_more_than_a_week_is_not_news():
    old = MOMENT - 8 * 24 * 3600 * 1000
    assert heard(words("Oud", timestamp=old)) == []


def test_what_was_said_while_we_were_away_comes_first_and_then_we_go_on_where_we_were(settings):
    """Cut off after each event: the next time we ask for what comes after it."""
    taken = []

    async def until(channel, count):
        enough = asyncio.Event()

        async def take_in(raw):
            taken.append(json.loads(raw.body)["envelope"]["dataMessage"]["message"])
            if len(taken) >= count:
                enough.set()

        listening = asyncio.create_task(channel.listen(take_in))
        await asyncio.wait_for(enough.wait(), 20)
        await asyncio.sleep(0)
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)

    with SignalDaemon() as daemon:
        settings.SIGNAL_URL = daemon.url
        daemon.tell(words("eerst"))
        daemon.tell(words("tweede"))
        channel = SignalChannel()
        asyncio.run(until(channel, 2))
        daemon.tell(words("derde"))
        asyncio.run(until(channel, 3))

    assert taken == ["eerst", "tweede", "derde"]
    assert daemon.asked_after == ["0", "2"]


def test_what_is_not_on_disk_is_asked_for_again(settings):
    async def full(raw):
        raise OSError("the disk is full")

    with SignalDaemon() as daemon:
        settings.SIGNAL_URL = daemon.url
        daemon.tell(words("bewaar dit"))
        channel = SignalChannel()
        for _twice in range(2):
            with pytest.raises(OSError, match="full"):
                asyncio.run(channel.listen(full))
    assert daemon.asked_after == ["0", "0"]


def test_the_fields_of_a_stream():
    async def lines():
        for line in b': hello\r\nid: 7\ndata: {"a":\ndata: 1}\n\n\nevent:x\n\nid:8\ndata:z\n\n'.splitlines(
            keepends=True
        ):
            yield line

    async def all_of():
        return [(told.id, told.data) async for told in events_in(lines())]

    assert asyncio.run(all_of()) == [("7", b'{"a":\n1}'), ("8", b"z")]
