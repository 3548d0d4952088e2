# SPDX-License-Identifier: EUPL-1.2
import socket
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurtwacht.lib.ids import new_id
from buurtwacht.live.hub.requests import Refusal, read_head
from buurtwacht.live.tokens import stream_token
from buurtwacht.testing.screens import PATIENCE, Screen


def test_a_request_is_read():
    request, length = read_head(b"POST /live/receipts?a=1&b=%C3%A9 HTTP/1.1\r\nHost: x\r\nContent-Length:  12 ")

    assert (request.method, request.path, request.query) == ("POST", "/live/receipts", {"a": "1", "b": "é"})
    assert (request.headers["host"], length, request.keeps_open) == ("x", 12, True)


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"GET / HTTP/2.0", 400),
        (b"GET  / HTTP/1.1", 400),
        (b"get / HTTP/1.1", 400),
        (b"GET http://x/ HTTP/1.1", 400),
        (b"GET / HTTP/1.1\r\nNo colon", 400),
        (b"GET / HTTP/1.1\r\n folded: line", 400),
        (b"GET / HTTP/1.1\r\nHost : x", 400),
        (b"GET / HTTP/1.1\r\nA: b\nContent-Length: 4", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: 4\r\nContent-Length: 5", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: +4", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: -4", 400),
        ("POST / HTTP/1.1\r\nContent-Length: ²".encode(), 400),
        (b"POST / HTTP/1.1\r\nContent-Length: 99999", 413),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked", 411),
    ],
)
def test_what_is_odd_is_refused(head, status):
    with pytest.raises(Refusal) as refusal:
        read_head(head)
    assert refusal.value.status == status


@given(st.binary(max_size=300) | st.binary(max_size=60).map(lambda rest: b"GET /live HTTP/1.1\r\n" + rest))
def test_any_bytes_are_a_request_or_a_refusal(head):
    try:
        request, length = read_head(head)
    except Refusal as refusal:
        status = refusal.status
    else:
        status = 200 if request.path.startswith("/") and 0 <= length <= 4096 else 500
    assert status < 500


def call(hub, *pieces: bytes, pause: float = 0.0) -> bytes:
    """Send these pieces, and read until the hub ends the connection."""
    with socket.create_connection(("127.0.0.1", hub.port), timeout=PATIENCE) as caller:
        for piece in pieces:
            caller.sendall(piece)
            time.sleep(pause)
        answer = b""
        while data := caller.recv(65536):
            answer += data
    return answer


LAST = b"GET /health HTTP/1.1\r\nConnection: close\r\n\r\n"


def test_requests_may_come_in_crumbs_and_in_heaps(hub):
    assert call(hub, *(bytes([byte]) for byte in LAST)).startswith(b"HTTP/1.1 200 OK")
    assert call(hub, b"GET /health HTTP/1.1\r\n\r\n" * 150 + LAST).count(b"Well.") == 151


@pytest.mark.parametrize(
    ("request_bytes", "status"),
    [
        (b"GET /nothing HTTP/1.1\r\n\r\n", b"404"),
        (b"POST /live HTTP/1.1\r\n\r\n", b"405"),
        (b"GET /live/receipts HTTP/1.1\r\n\r\n", b"405"),
        (b"\x16\x03\x01\x00\xa5" + b"\x00" * 90 + b"\r\n\r\n", b"400"),
        (b"GET /health HTTP/1.1\r\nX: " + b"y" * 9000, b"431"),
        (b"GET /" + b"y" * 20000, b"431"),
        (b"GET /live?token=x&after=-1 HTTP/1.1\r\n\r\n", b"401"),
    ],
)
def test_every_other_request_gets_a_status_and_a_sentence(hub, request_bytes, status):
    answer = call(hub, request_bytes)

    assert answer.split(b" ")[1] == status
    assert answer.endswith(b".")
    assert b"Traceback" not in answer


@pytest.mark.parametrize("place", ["-1", "x", "1e9", "9" * 20, "٣"])
def test_a_place_is_the_number_of_an_event(hub, topic, place):
    from urllib.parse import quote

    assert hub.ask(f"/live?token={stream_token(new_id(), [topic])}&after={quote(place)}")[0] == 400


def test_our_own_pages_may_ask_from_a_browser(hub, settings):
    answer = call(hub, b"OPTIONS /live/receipts HTTP/1.1\r\nOrigin: x\r\nConnection: close\r\n\r\n")

    assert answer.startswith(b"HTTP/1.1 204")
    assert f"Access-Control-Allow-Origin: {settings.SITE_URL}\r\n".encode() in answer
    assert b"Access-Control-Allow-Headers: content-type" in answer


def test_whoever_sends_in_drops_does_not_keep_a_place(start_hub):
    hub = start_hub(ask_seconds=1)
    start = time.monotonic()
    answer = call(hub, b"GET /health HTTP/1.1\r\nHost: ")

    assert answer.startswith(b"HTTP/1.1 408")
    assert time.monotonic() - start > 0.9
    assert hub.figure("late_total") == 1


def test_a_full_hub_says_so(start_hub, topic):
    hub = start_hub(most_connections=3)
    screens = [Screen(hub.port, stream_token(new_id(), [topic])) for _ in range(3)]
    assert [screen.status for screen in screens] == [200, 200, 200]

    answer = call(hub)
    assert answer.startswith(b"HTTP/1.1 503")
    assert b"Retry-After" in answer
    screens[0].socket.close()
    deadline = time.monotonic() + PATIENCE
    while (status := hub.ask("/health")[0]) != 200:
        assert time.monotonic() < deadline, status
        time.sleep(0.02)
    for screen in screens:
        screen.socket.close()


def test_figures_are_for_this_machine_only(hub):
    assert hub.ask("/metrics")[0] == 200
    assert hub.ask("/metrics", headers={"X-Forwarded-For": "192.0.2.1"})[0] == 404


def test_a_stream_does_not_listen_to_more_requests(open_screen, tell, topic):
    screen = open_screen(topic)
    assert screen.status == 200
    screen.socket.sendall(b"GET /health HTTP/1.1\r\n\r\n" * 3000)
    number = tell(topic)
    assert screen.next().id == number
