# SPDX-License-Identifier: EUPL-1.2
"""What a connection makes of what it hears."""

from buurtwacht.channels.answers import Answer
from buurtwacht.channels.webpush.http2 import frames
from buurtwacht.channels.webpush.http2.connection import Connection
from buurtwacht.channels.webpush.http2.frames import Kind
from buurtwacht.testing.peers.wire import SETTINGS, YES, Story, Wire, headers, run


def test_it_begins_with_the_preface_and_forbids_a_table_and_server_push():
    def story():
        wire = Wire()
        Connection("push.example", lambda: None, lambda *_: None).connection_made(wire)
        assert wire.written.startswith(frames.PREFACE)
        [(kind, _, _, payload)] = wire.frames()
        assert kind == Kind.SETTINGS
        assert dict(frames.settings_in(payload)) == {1: 0, 2: 0}

    run(story)


def test_settings_and_pings_are_answered():
    def story():
        told = Story(0)
        told.hear(SETTINGS, frames.frame(Kind.SETTINGS, frames.ACK, 0), frames.frame(Kind.PING, 0, 0, b"12345678"))
        told.hear(frames.frame(Kind.PING, frames.ACK, 0, b"12345678"))
        assert told.wire.frames() == [(Kind.SETTINGS, frames.ACK, 0, b""), (Kind.PING, frames.ACK, 0, b"12345678")]

    run(story)


def test_an_answer_in_pieces_of_one_byte_is_the_same_answer():
    def story():
        said = headers(flags=frames.END_HEADERS) + frames.frame(Kind.DATA, frames.END_STREAM, 1, b"thanks")
        return Story().hear(*(said[n : n + 1] for n in range(len(said))))

    assert run(story) == [Answer(204)]


def test_padding_priority_continuations_trailers_and_unknown_frames_change_nothing():
    def story():
        padded = b"\x03" + b"\0\0\0\0\0" + YES[:0] + b"\x48\x03" + b"pad"
        flags = frames.PADDED | frames.PRIORITY
        told = Story()
        told.hear(frames.frame(0xBE, 0, 1, b"?"), frames.frame(Kind.PRIORITY, 0, 1, bytes(5)))
        told.hear(headers(flags=flags, block=padded), frames.frame(Kind.CONTINUATION, 0, 1, b"2"))
        told.hear(frames.frame(Kind.CONTINUATION, frames.END_HEADERS, 1, b"01"))
        told.hear(frames.frame(Kind.DATA, 0, 1, b"thanks"), headers(block=b"\x00\x01a\x01b"))
        return told.found

    assert run(story) == [Answer(201)]


def test_after_go_away_what_was_seen_is_waited_for_and_the_rest_given_back():
    def story():
        told = Story(pushes=3)
        told.hear(frames.frame(Kind.GOAWAY, 0, 0, (3).to_bytes(4, "big") + bytes(4)))
        assert not told.connection.has_room
        assert len(told.connection.take_unanswered()) == 1
        told.hear(headers(1))
        assert not told.wire.is_closed
        told.hear(headers(3))
        assert told.wire.is_closed
        assert told.found == [Answer(204)] * 2

    run(story)
