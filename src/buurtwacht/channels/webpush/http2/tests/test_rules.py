# SPDX-License-Identifier: EUPL-1.2
"""Who breaks the rules is left, and no push is forgotten."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from buurtwacht.channels.webpush.http2 import frames
from buurtwacht.channels.webpush.http2.frames import Error, Kind
from buurtwacht.testing.peers.wire import YES, Story, headers, run


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (b"\x00\x40\x01" + bytes(6), Error.FRAME_SIZE_ERROR),  # one byte more than we allow
        (frames.frame(Kind.PUSH_PROMISE, 4, 1, bytes(4)), Error.PROTOCOL_ERROR),
        (frames.frame(Kind.CONTINUATION, 4, 1, YES), Error.PROTOCOL_ERROR),
        (headers(flags=0) + frames.frame(Kind.PING, 0, 0, bytes(8)), Error.PROTOCOL_ERROR),
        (headers(flags=frames.PADDED, block=b"\xff"), Error.PROTOCOL_ERROR),
        (frames.frame(Kind.SETTINGS, 0, 0, bytes(5)), Error.FRAME_SIZE_ERROR),
        (frames.settings(INITIAL_WINDOW_SIZE=2**31), Error.FLOW_CONTROL_ERROR),
        (frames.frame(Kind.WINDOW_UPDATE, 0, 0, b"\x7f\xff\xff\xff"), Error.FLOW_CONTROL_ERROR),
        (frames.frame(Kind.RST_STREAM, 0, 1, b"\0"), Error.FRAME_SIZE_ERROR),
        (headers(block=b"\xff\xff\xff\xff"), Error.COMPRESSION_ERROR),
    ],
)
def test_who_breaks_the_rules_is_told_so_and_left(said, code):
    def story():
        told = Story()
        told.hear(said)
        kind, _, _, payload = told.wire.frames()[-1]
        assert (kind, payload[4:]) == (Kind.GOAWAY, code.to_bytes(4, "big"))
        assert told.wire.is_closed
        told.connection.connection_lost(None)
        assert len(told.lost) == 1
        assert told.found == []

    run(story)


@given(data=some.binary(max_size=300), cuts=some.lists(some.integers(0, 300), max_size=4))
def test_any_bytes_end_in_one_outcome_for_each_push(data, cuts):
    def story():
        told = Story(pushes=3)
        edges = [0, *sorted(cuts), len(data)]
        for start, end in pairwise(edges):
            if not told.wire.is_closed:
                told.hear(data[start:end])
        told.connection.connection_lost(None)
        assert len(told.found) + len(told.lost) == 3
        assert len({id(push) for push in told.lost}) == len(told.lost)

    run(story)


def test_who_keeps_us_writing_and_never_reads_is_left():
    def story():
        told = Story()
        told.wire.unread = 2_000_000
        told.hear(frames.frame(Kind.PING, 0, 0, bytes(8)))
        assert told.wire.is_aborted

    run(story)
