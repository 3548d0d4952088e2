# SPDX-License-Identifier: EUPL-1.2
import json
import socket
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.lib.ids import new_id
from buurtwacht.live.models import Receipt
from buurtwacht.live.tokens import receipt_token, stream_token
from buurtwacht.testing.hub import PATIENCE

PERSON, REPORT = new_id(), new_id()


def send(hub, token: str, kind: str = "seen", **more: object) -> tuple[int, str]:
    return hub.ask("/live/receipts", "POST", json.dumps({"token": token, "kind": kind, **more}))


def token_of(delivery_id) -> str:
    return receipt_token(delivery_id, PERSON, REPORT)


def test_a_receipt_is_stored_before_it_is_answered(hub):
    delivery = new_id()

    assert send(hub, token_of(delivery)) == (204, "")
    receipt = Receipt.objects.get()
    assert (receipt.delivery_id, receipt.person_id, receipt.report_id) == (delivery, PERSON, REPORT)
    assert (receipt.kind, receipt.answer, receipt.folded_at) == ("seen", "", None)


@pytest.mark.parametrize("answer", ["watching", "two", "cannot", "seen"])
def test_an_acknowledgement_says_what_the_neighbour_does(hub, answer):
    assert send(hub, token_of(new_id()), "acknowledged", answer=answer)[0] == 204
    assert Receipt.objects.get().answer == answer


def test_saying_it_twice_counts_once(hub):
    token = token_of(new_id())

    assert [send(hub, token, "shown")[0] for _ in range(3)] == [204, 204, 204]
    assert Receipt.objects.count() == 1


def test_an_answer_may_change_and_change_back(hub):
    token = token_of(new_id())
    for answer in ("watching", "cannot", "watching"):
        send(hub, token, "acknowledged", answer=answer)

    assert list(Receipt.objects.values_list("answer", flat=True)) == ["watching", "cannot", "watching"]


def test_a_phone_that_was_offline_says_when_it_was(hub):
    then = timezone.now() - timedelta(minutes=20)
    send(hub, token_of(new_id()), "shown", at=then.timestamp() * 1000)

    assert abs(Receipt.objects.get().at - then) < timedelta(seconds=1)


@pytest.mark.parametrize("ahead", [timedelta(hours=1), timedelta(days=-3)])
def test_a_clock_that_is_wrong_is_not_believed(hub, ahead):
    send(hub, token_of(new_id()), "shown", at=(timezone.now() + ahead).timestamp() * 1000)

    assert abs(Receipt.objects.get().at - timezone.now()) < timedelta(seconds=10)


ODD = ["", "{}", "[]", "null", "7", "{" * 2000, '{"token": 1}', '{"token": "x", "kind": "guessed"}', "\x00", '"token"']
INCOMPLETE = [{"kind": "acknowledged"}, {"kind": "acknowledged", "answer": "maybe"}, {"kind": ["seen"]}, {"kind": None}]


ODD_BODIES = ODD + [json.dumps({"token": token_of(new_id()), **told}) for told in INCOMPLETE]


@pytest.mark.parametrize("body", ODD_BODIES, ids=range(len(ODD_BODIES)))
def test_what_is_no_receipt_is_refused(hub, body):
    assert hub.ask("/live/receipts", "POST", body) == (400, "This is not a receipt.")
    assert not Receipt.objects.exists()


@pytest.mark.parametrize(
    "token",
    [
        token_of(new_id())[:-1],
        receipt_token(new_id(), PERSON, REPORT, timedelta(seconds=-1)),
        stream_token(PERSON, ["group:1"]),
        "é",
        "",
    ],
    ids=["cut", "stale", "of another kind", "strange", "empty"],
)
def test_a_token_that_is_not_ours_is_refused(hub, token):
    status, text = send(hub, token)

    assert (status, text[-1]) == (401, ".")
    assert not Receipt.objects.exists()


def test_a_flood_about_one_delivery_is_dammed(hub):
    token = token_of(new_id())
    answers = [send(hub, token, "acknowledged", answer="two")[0] for _ in range(40)]

    assert answers == [204] * 30 + [429] * 10
    assert send(hub, token_of(new_id()))[0] == 204


def test_many_on_one_connection_and_none_is_lost(hub):
    tokens = [token_of(new_id()) for _ in range(300)]
    with socket.create_connection(("127.0.0.1", hub.port), timeout=PATIENCE) as caller:
        for token in tokens:
            body = json.dumps({"token": token, "kind": "seen"})
            caller.sendall(f"POST /live/receipts HTTP/1.1\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode())
            assert caller.recv(1000).startswith(b"HTTP/1.1 204")
    assert Receipt.objects.count() == 300


def test_an_answered_receipt_survives_the_hub(hub):
    """Whatever was answered with 204 is in the database, also when the power goes straight after."""
    answered = 0
    for _ in range(50):
        answered += send(hub, token_of(new_id()))[0] == 204
    hub.kill()

    assert Receipt.objects.count() == answered == 50


def test_receipts_that_are_on_their_way_are_stored_before_the_hub_ends(hub):
    callers = []
    for _ in range(100):
        body = json.dumps({"token": token_of(new_id()), "kind": "seen"})
        caller = socket.create_connection(("127.0.0.1", hub.port), timeout=PATIENCE)
        caller.sendall(f"POST /live/receipts HTTP/1.1\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode())
        callers.append(caller)
    while hub.figure("callers") < 100:  # they are all inside; some may be stored already
        time.sleep(0.01)
    hub.stop()
    answers = [caller.recv(1000)[:12] for caller in callers]
    assert answers == [b"HTTP/1.1 204"] * 100
    assert Receipt.objects.count() == 100


def test_the_work_process_hears_a_bell(hub, django_db_blocker):
    import psycopg

    with psycopg.connect(hub.options.dsn, autocommit=True) as listening:
        listening.execute("LISTEN receipts")
        send(hub, token_of(new_id()))
        assert [bell.channel for bell in listening.notifies(timeout=30, stop_after=1)] == ["receipts"]
