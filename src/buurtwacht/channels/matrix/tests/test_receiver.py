# SPDX-License-Identifier: EUPL-1.2
"""What a homeserver hands us: whose it is, and what it says."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from buurtwacht.channels.contract import ReceiverContract
from buurtwacht.channels.inbound import Heard, Media, Moved, Raw, Refused
from buurtwacht.channels.matrix.events import heard_in, moved_in, without_quote
from buurtwacht.channels.matrix.receiver import MatrixReceiver
from buurtwacht.testing.peers.answering import Provider, answer

TOKEN = "h" * 40
ROOM, ANNA = "!kamer:buurt.example", "@anna:buurt.example"
AT = 1_800_000_000_000


def event(content=None, **changes):
    found = {
        "type": "m.room.message",
        "event_id": "$1",
        "room_id": ROOM,
        "sender": ANNA,
        "origin_server_ts": AT,
        "content": content if content is not None else {"msgtype": "m.text", "body": "Hallo"},
    }
    return found | changes


def transaction(*events, **changes):
    body = json.dumps({"events": events}).encode()
    path = "_matrix/app/v1/transactions/17"
    return replace(Raw(body=body, method="PUT", rest=path, headers={"authorization": f"Bearer {TOKEN}"}), **changes)


@pytest.fixture(autouse=True)
def no_direct_rooms(matrix):
    """A homeserver that knows no conversations of two."""
    with Provider(answer(404, {"errcode": "M_NOT_FOUND"})) as provider:
        matrix.MATRIX_URL = provider.url
        yield provider


class TestMatrixReceiver(ReceiverContract):
    receiver = MatrixReceiver
    genuine = transaction(event())
    forged = transaction(event(), headers={"authorization": f"Bearer {'x' * 40}"})


@pytest.mark.parametrize(
    "path", ["_matrix/app/v1/transactions/1", "transactions/1", "_matrix/app/unstable/transactions/a%2Fb"]
)
def test_old_and_new_addresses_are_taken(path):
    reply = MatrixReceiver().greet(transaction(rest=path))
    assert (reply.status, reply.body, reply.keep) == (200, b"{}", True)


def test_the_token_may_stand_where_old_homeservers_put_it():
    assert MatrixReceiver().greet(transaction(headers={}, query=f"access_token={TOKEN}")).keep


@pytest.mark.parametrize("headers", [{}, {"authorization": TOKEN}, {"authorization": "Basic " + TOKEN}])
def test_without_the_token_nothing_is_taken(headers):
    with pytest.raises(Refused):
        MatrixReceiver().greet(transaction(headers=headers))


def test_without_a_token_in_the_settings_nobody_comes_in(matrix):
    matrix.MATRIX_HS_TOKEN = ""
    with pytest.raises(Refused):
        MatrixReceiver().greet(transaction(headers={"authorization": "Bearer "}))


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "_matrix/app/v1/users/%40buurtwacht%3Abuurt.example", 200),
        ("GET", "users/@buurt_x:buurt.example", 404),
        ("GET", "_matrix/app/v1/rooms/%23buurt_x%3Abuurt.example", 404),
        ("POST", "_matrix/app/v1/ping", 200),
        ("GET", "_matrix/app/v1/thirdparty/location", 404),
        ("PUT", "", 404),
    ],
)
def test_what_else_a_homeserver_asks_is_answered_and_not_kept(method, path, status):
    reply = MatrixReceiver().greet(transaction(method=method, rest=path))
    assert (reply.status, reply.keep) == (status, False)
    assert isinstance(json.loads(reply.body), dict)


def test_what_is_said_in_a_room():
    [heard] = MatrixReceiver().read(transaction(event()))
    at = datetime.fromtimestamp(AT / 1000, UTC)
    assert heard == Heard(
        id="$1", sender=ANNA, at=at, text="Hallo", room=ROOM, kind="matrix_room", sender_kind="matrix"
    )


def test_what_is_said_to_us_alone(no_direct_rooms):
    no_direct_rooms.answers.appendleft(answer(200, {"with": "x"}))
    [heard] = MatrixReceiver().read(transaction(event()))
    assert (heard.room, heard.kind, heard.sender_kind) == ("", "matrix", "")


def test_a_homeserver_that_does_not_say_which_room_it_is_makes_us_wait(no_direct_rooms):
    no_direct_rooms.answers.appendleft(answer(502))
    with pytest.raises(Exception, match="502"):
        list(MatrixReceiver().read(transaction(event())))


@pytest.mark.parametrize("sender", ["@buurtwacht:buurt.example", "@buurt_x:buurt.example", "anna", ""])
def test_we_do_not_hear_ourselves(sender):
    assert heard_in(event(sender=sender)) is None


@pytest.mark.parametrize(
    "content",
    [
        {"msgtype": "m.notice", "body": "Ik ben een robot"},
        {"msgtype": "m.text", "body": "  "},
        {"msgtype": "m.text"},
        {"msgtype": "m.image", "body": "x.jpg", "file": {"url": "mxc://b/x"}},
        {"msgtype": "m.location", "body": "daar", "geo_uri": "geo:999,5"},
        {"msgtype": "m.key.verification.request", "body": "x"},
        {"m.relates_to": {"rel_type": "m.replace"}},
        {},
        "Hallo",
    ],
)
def test_what_we_do_not_understand_is_left_out(content):
    assert heard_in(event(content)) is None


def test_a_photo_with_and_without_words():
    photo = {"msgtype": "m.image", "body": "IMG_1.jpg", "url": "mxc://buurt.example/abc"}
    media = (Media(kind="photo", reference="mxc://buurt.example/abc"),)
    assert (heard_in(event(photo)).media, heard_in(event(photo)).text) == (media, "")
    with_words = photo | {"filename": "IMG_1.jpg", "body": "Deze bus"}
    assert heard_in(event(with_words)).text == "Deze bus"


def test_a_place():
    shared = {"msgtype": "m.location", "body": "hier", "geo_uri": "geo:52.0412,5.6631;u=35"}
    assert heard_in(event(shared)).location == (52.0412, 5.6631)


def reaction(key, **changes):
    relation = {"rel_type": "m.annotation", "event_id": "$alarm", "key": key} | changes
    return event({"m.relates_to": relation}, type="m.reaction")


@pytest.mark.parametrize("key", ["👍", "👍🏽", "👍️", "✅", "✔️", "👀"])
def test_a_thumb_a_check_mark_and_eyes_say_seen(key):
    heard = heard_in(reaction(key))
    assert (heard.act, heard.choice, heard.answer_to, heard.text) == ("reacted", "seen", "$alarm", "")
    assert (heard.sender, heard.room) == (ANNA, ROOM)


@pytest.mark.parametrize(
    ("key", "changes"),
    [("😂", {}), ("", {}), ("👎", {}), (5, {}), ("👍", {"event_id": ""}), ("👍", {"rel_type": "m.thread"})],
)
def test_other_signs_say_nothing(key, changes):
    assert heard_in(reaction(key, **changes)) is None


def test_a_redaction_names_what_is_erased_in_old_and_new_rooms():
    for found in (event({}, redacts="$8"), event({"redacts": "$8"})):
        heard = heard_in(found | {"type": "m.room.redaction"})
        assert (heard.act, heard.id) == ("erased", "$8")


def test_who_leaves_a_room_of_a_group_is_not_done_with_us():
    left = event({"membership": "leave"}, type="m.room.member", state_key=ANNA)
    assert heard_in(left).act == "left"
    assert list(MatrixReceiver().read(transaction(left))) == []


def test_a_room_that_was_replaced():
    found = event({"replacement_room": "!nieuw:buurt.example"}, type="m.room.tombstone", state_key="")
    [moved] = MatrixReceiver().read(transaction(found))
    assert moved == moved_in(found)
    assert isinstance(moved, Moved)
    assert (moved.old, moved.new, moved.kind) == (ROOM, "!nieuw:buurt.example", "matrix_room")


def test_any_member_can_write_that_a_room_was_replaced_and_only_its_state_counts():
    written = event({"replacement_room": "!elders:evil.example"}, type="m.room.tombstone")
    assert moved_in({name: value for name, value in written.items() if name != "state_key"}) is None
    assert moved_in(written | {"state_key": "anything"}) is None


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("> <@bram:b.nl> Ziet u hem?\n> Ja?\n\nIk zie hem", "Ik zie hem"),
        ("> citaat van mezelf", "> citaat van mezelf"),
        ("Gewoon", "Gewoon"),
    ],
)
def test_the_quote_before_an_answer_is_left_out(body, words):
    assert without_quote(body) == words


@pytest.mark.parametrize("at", [None, -5, 10**30, "nu", True])
def test_a_strange_moment_breaks_nothing(at):
    assert heard_in(event(origin_server_ts=at)).at.tzinfo is UTC
