# SPDX-License-Identifier: EUPL-1.2
"""Nobody waits for ever."""

from buurtwacht.channels.answers import Answer
from buurtwacht.channels.webpush.http2 import connection as module
from buurtwacht.channels.webpush.http2 import frames
from buurtwacht.channels.webpush.http2.frames import Kind
from buurtwacht.testing.peers.wire import Story, headers, run


def test_who_says_nothing_is_asked_and_then_left(monkeypatch):
    def story():
        told = Story()
        clock = [100.0]
        monkeypatch.setattr(told.connection._loop, "time", lambda: clock[0])
        told.connection._heard_at = told.connection.streams[1].since = 100.0
        told.wire.frames()
        for moment, kinds in ((102, []), (104, [Kind.PING]), (105, [])):
            clock[0] = moment
            told.connection.sweep()
            assert told.wire.kinds() == kinds
        told.hear(frames.frame(Kind.PING, frames.ACK, 0, bytes(8)))  # somebody is there after all
        clock[0] = 107.5
        told.connection.sweep()
        assert not told.wire.is_aborted
        clock[0] = 109
        told.connection.sweep()
        clock[0] = 109.9
        told.connection.sweep()
        assert told.wire.kinds() == [Kind.PING]
        told.connection.streams[1].since = 109.9
        clock[0] = 112.5
        told.connection.sweep()
        assert told.wire.is_aborted

    run(story)


def test_an_answer_that_never_ends_counts_when_its_time_is_up(monkeypatch):
    def story():
        told = Story()
        told.hear(headers(flags=frames.END_HEADERS))
        monkeypatch.setattr(module, "ANSWER_SECONDS", 0)
        told.connection.sweep()
        assert told.found == [Answer(204)]
        assert Kind.RST_STREAM in told.wire.kinds()

    run(story)
