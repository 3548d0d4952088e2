# SPDX-License-Identifier: EUPL-1.2
"""Flow control (RFC 9113, section 5.2): what we may send, and when."""

from buurtwacht.channels.base import DeliveryFailed
from buurtwacht.channels.webpush.http2 import frames
from buurtwacht.channels.webpush.http2.frames import Kind
from buurtwacht.channels.webpush.push import Push
from buurtwacht.testing.peers.wire import Story, headers, run


def test_a_window_that_shrinks_below_zero_is_waited_for():
    def story():
        told = Story(pushes=0, settings=frames.settings(INITIAL_WINDOW_SIZE=3))
        told.connection.send(Push(b"/s", (), b"0123456789", told.found.append))
        told.connection.flush()
        assert [frame[3] for frame in told.wire.frames() if frame[0] == Kind.DATA] == [b"012"]
        told.hear(frames.settings(INITIAL_WINDOW_SIZE=1))  # now two below zero
        told.hear(frames.frame(Kind.WINDOW_UPDATE, 0, 1, (4).to_bytes(4, "big")))
        assert [frame[3] for frame in told.wire.frames() if frame[0] == Kind.DATA] == [b"34"]
        told.hear(frames.frame(Kind.WINDOW_UPDATE, 0, 1, (100).to_bytes(4, "big")))
        [(_, flags, _, rest)] = [frame for frame in told.wire.frames() if frame[0] == Kind.DATA]
        assert (flags, rest) == (frames.END_STREAM, b"56789")

    run(story)


def test_the_window_of_the_connection_is_never_overdrawn():
    def story():
        told = Story(pushes=0)
        sent = 0
        while told.connection.has_room:
            told.connection.send(Push(b"/s", (), b"x" * 4096, told.found.append))
            told.hear(headers(stream=2 * sent + 1))
            sent += 1
        assert sent == frames.DEFAULT_WINDOW // 4096
        told.hear(frames.frame(Kind.WINDOW_UPDATE, 0, 0, (8192).to_bytes(4, "big")))
        assert told.connection.has_room

    run(story)


def test_the_unsent_rest_of_a_stream_gives_its_window_back():
    def story():
        told = Story(pushes=0, settings=frames.settings(INITIAL_WINDOW_SIZE=3))
        told.connection.send(Push(b"/s", (), b"0123456789", told.found.append))
        told.hear(frames.frame(Kind.RST_STREAM, 0, 1, (2).to_bytes(4, "big")))
        assert told.connection.window == frames.DEFAULT_WINDOW - 3
        [failure] = told.found
        assert isinstance(failure, DeliveryFailed)

    run(story)
