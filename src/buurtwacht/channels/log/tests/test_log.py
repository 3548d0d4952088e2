# SPDX-License-Identifier: EUPL-1.2
import asyncio

from buurtwacht.channels.contract import LINK, ChannelContract, make_message
from buurtwacht.channels.log.channel import LogChannel, forget_all, received


class TestLog(ChannelContract):
    channel = LogChannel
    address = "log:anna@voorbeeld.example"

    def test_it_keeps_what_was_sent_for_who_asks(self):
        forget_all()
        asyncio.run(LogChannel().send(make_message(), self.address))
        assert [message.url for message in received(self.address)] == [LINK]
        assert received("log:farid@voorbeeld.example") == []

    def test_it_writes_no_words_anywhere(self, capsys, caplog):
        asyncio.run(LogChannel().send(make_message(), self.address))
        assert capsys.readouterr().out == ""
        assert caplog.text == ""
