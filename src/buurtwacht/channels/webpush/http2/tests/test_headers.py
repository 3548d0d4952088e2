# SPDX-License-Identifier: EUPL-1.2
"""Our HPACK beside the `hpack` library."""

import contextlib

import hpack
import pytest
from hypothesis import given
from hypothesis import strategies as some

from buurtwacht.channels.webpush.http2.frames import Broken
from buurtwacht.channels.webpush.http2.header_encoder import HeaderEncoder, integer
from buurtwacht.channels.webpush.http2.header_reader import HeaderReader

names = some.sampled_from([b"authorization", b"ttl", b"urgency", b"topic"])
values = some.binary(min_size=0, max_size=600)
requests = some.lists(some.lists(some.tuples(names, values), max_size=6).map(tuple), min_size=1, max_size=12)


@given(requests=requests, sizes=some.lists(some.integers(0, 5000), max_size=12))
def test_a_peer_reads_what_we_mean_whatever_table_it_allows(requests, sizes):
    encoder, peer = HeaderEncoder("push.example"), hpack.Decoder()
    allowed = 4096
    for number, fields in enumerate(requests):
        if number < len(sizes):
            encoder.shrink(sizes[number])
            allowed = min(allowed, sizes[number])
            peer.max_allowed_table_size = allowed
        block = encoder.block(b"/s/1", fields, 17)
        assert list(peer.decode(block, raw=True)) == [
            (b":method", b"POST"),
            (b":scheme", b"https"),
            (b":path", b"/s/1"),
            (b":authority", b"push.example"),
            *fields,
            (b"content-length", b"17"),
        ]


def test_headers_that_come_back_cost_next_to_nothing():
    encoder = HeaderEncoder("push.example")
    fields = ((b"authorization", b"vapid t=" + b"x" * 300), (b"ttl", b"900"), (b"urgency", b"high"))
    first, second = (len(encoder.block(b"/s", fields, 600)) for _ in range(2))
    assert first > 300
    assert second < 25


def test_the_path_is_never_put_in_a_table():
    """Whoever knows a path may send to that browser, so nobody on the way may index it (RFC 7541, section 7.1.3)."""
    found = hpack.Decoder().decode(HeaderEncoder("push.example").block(b"/secret", (), 1), raw=True)
    [path] = [pair for pair in found if pair[0] == b":path"]
    assert not path.indexable


@given(value=some.integers(0, 2**40), bits=some.integers(1, 8))
def test_numbers_are_written_as_the_library_writes_them(value, bits):
    assert integer(value, bits, 0) == bytes(hpack.hpack.encode_integer(value, bits))


@pytest.mark.parametrize("huffman", [True, False])
@pytest.mark.parametrize("status", [200, 201, 202, 204, 206, 301, 400, 404, 410, 413, 429, 500, 503])
def test_a_status_is_read_however_it_is_written(status, huffman):
    encoder = hpack.Encoder()
    encoder.header_table_size = 0
    reader = HeaderReader()
    for _ in range(2):
        block = encoder.encode(
            [(b":status", b"%d" % status), (b"retry-after", b"7"), (b"date", b"now")], huffman=huffman
        )
        answer = reader.answer(block)
        assert answer.status == status
        if status > 204:
            assert answer.headers["retry-after"] == "7"


def test_a_peer_that_uses_a_table_all_the_same_has_broken_the_rules():
    encoder = hpack.Encoder()
    reader = HeaderReader()
    blocks = [encoder.encode([(b":status", b"429"), (b"retry-after", b"7")]) for _ in range(2)]
    assert reader.answer(blocks[0]).status == 429
    with pytest.raises(Broken):
        reader.answer(blocks[1])


@given(block=some.binary(max_size=200))
def test_rubbish_is_rubbish_and_nothing_worse(block):
    with contextlib.suppress(Broken):
        assert HeaderReader().answer(block).status >= 0
