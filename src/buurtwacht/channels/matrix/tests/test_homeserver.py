# SPDX-License-Identifier: EUPL-1.2
"""With a real homeserver: what we say reaches apps, and what people say reaches us."""

import asyncio
import json
from uuid import uuid4

import pytest

from buurtwacht.channels.base import DeliveryFailed, Receipt
from buurtwacht.channels.contract import LINK, make_message
from buurtwacht.channels.inbound import Heard
from buurtwacht.channels.matrix import rooms
from buurtwacht.channels.matrix.channel import MatrixChannel
from buurtwacht.channels.matrix.checking import findings
from buurtwacht.channels.matrix.homeserver import Homeserver
from buurtwacht.channels.matrix.room_channel import MatrixRoomChannel
from buurtwacht.lib.ids import new_id

pytestmark = pytest.mark.peer


def use(channel, work):
    async def whole():
        try:
            return await work(channel)
        finally:
            await channel.close()

    return asyncio.run(whole())


def tell(message, address, channel=MatrixRoomChannel):
    return use(channel(), lambda it: it.send_many([(message, address)]))[0]


def alert(**changes):
    return make_message(reference=str(new_id()), **changes)


@pytest.fixture
def room(homeserver):
    """A room of a group, with Anna in it."""
    made = use(Homeserver(), lambda it: rooms.make_room(it, "Vogelbuurt", invite=[homeserver.anna.id]))
    homeserver.anna.join(made)
    homeserver.anna.catch_up()
    return made


def words_of(events):
    return [event.text for event in events if isinstance(event, Heard)]


def test_an_alert_reaches_a_member_in_the_room(homeserver, room):
    message = alert()
    outcome = tell(message, room)

    [shown] = homeserver.anna.new_in(room)
    assert outcome == Receipt(shown["event_id"])
    content = shown["content"]
    assert (content["msgtype"], content["m.mentions"]) == ("m.text", {"room": True})
    assert "112 gebeld 21:14" in content["body"]
    assert LINK in content["body"]
    assert f'<a href="{LINK}">' in content["formatted_body"]
    assert content["org.buurtwacht"]["reference"] == message.reference


def test_telling_the_same_twice_is_one_event(homeserver, room):
    message = alert()
    first, second = tell(message, room), tell(message, room)
    tell(alert(title="Het vervolg"), room)

    assert first == second
    shown = homeserver.anna.new_in(room)
    while not any("Het vervolg" in one["content"]["body"] for one in shown):
        shown += homeserver.anna.new_in(room)
    assert len(shown) == 2


def test_what_members_say_comes_to_us(homeserver, room):
    """An answer, an answer in a thread, a change and an erasure; our own words do not come back."""
    sent = tell(alert(), room).provider_id
    anna = homeserver.anna
    reply = anna.say(room, "Ik zie hem ook", **{"m.relates_to": {"m.in_reply_to": {"event_id": sent}}})
    thread = {"rel_type": "m.thread", "event_id": sent, "is_falling_back": True, "m.in_reply_to": {"event_id": reply}}
    in_thread = anna.say(room, "Hij gaat weg", **{"m.relates_to": thread})
    change = {"m.new_content": {"msgtype": "m.text", "body": "Hij gaat naar links"}}
    anna.say(
        room, "* Hij gaat naar links", **change, **{"m.relates_to": {"rel_type": "m.replace", "event_id": in_thread}}
    )
    anna.erase(room, reply)

    heard = homeserver.webhook.heard(lambda event: event.act == "erased" and event.id == reply)
    mine = [event for event in heard if event.room == room]
    assert {(event.kind, event.sender_kind, event.sender) for event in mine} == {("matrix_room", "matrix", anna.id)}
    assert [(event.act, event.id, event.text, event.answer_to) for event in mine] == [
        ("said", reply, "Ik zie hem ook", sent),
        ("said", in_thread, "Hij gaat weg", sent),
        ("changed", in_thread, "Hij gaat naar links", ""),
        ("erased", reply, "", ""),
    ]


def test_an_answer_of_ours_hangs_under_what_was_said(homeserver, room):
    question = homeserver.anna.say(room, "Is het veilig?")
    homeserver.anna.catch_up()
    tell(alert(said=True, body="De politie is er.", answers=question, urgency="update"), room)

    [shown] = homeserver.anna.new_in(room)
    assert shown["content"]["body"] == "De politie is er."
    assert shown["content"]["m.relates_to"] == {"m.in_reply_to": {"event_id": question}}
    assert shown["content"]["m.mentions"] == {}


def test_only_the_bot_calls_the_whole_room_and_in_an_alarm_room_only_it_writes(homeserver):
    make = lambda it: rooms.make_room(it, "Alleen alarm", invite=[homeserver.anna.id], alarm_only=True)  # noqa: E731
    made = use(Homeserver(), make)
    homeserver.anna.join(made)
    with pytest.raises(AssertionError, match="M_FORBIDDEN"):
        homeserver.anna.say(made, "Hallo allemaal")
    levels = homeserver.anna.call("GET", f"/rooms/{made}/state/m.room.power_levels")
    assert levels["notifications"]["room"] == 100
    use(Homeserver(), lambda it: rooms.trust(it, made, homeserver.anna.id))
    assert homeserver.anna.say(made, "Ik ben de coördinator")


def test_the_same_is_handed_to_us_until_we_have_it(homeserver, room):
    homeserver.webhook.troubles.extend([503])
    homeserver.anna.say(room, "Bewaar dit")
    heard = homeserver.webhook.heard(lambda event: event.text == "Bewaar dit")
    assert words_of(heard).count("Bewaar dit") == 1
    assert not homeserver.webhook.troubles


def test_ghosts_of_a_bridge_are_people_of_that_room(homeserver, room):
    """Thirty neighbours in a WhatsApp group that a bridge mirrors: their ids are those of mautrix-whatsapp."""
    from buurtwacht.channels.matrix.tests.conftest import BRIDGE_TOKEN
    from buurtwacht.testing.peers.synapse import Person

    names = [f"whatsapp_316000000{number:02}" for number in range(30)]
    bridge = Person(homeserver.synapse.url, BRIDGE_TOKEN, "@whatsappbot:buurt.example")
    use(Homeserver(), lambda it: rooms.invite(it, room, bridge.id))
    bridge.join(room)
    levels = use(Homeserver(), lambda it: rooms.trust(it, room, bridge.id))
    assert levels is None
    for name in names:
        bridge.call("POST", "/register", {"type": "m.login.application_service", "username": name})
        ghost = f"@{name}:buurt.example"
        bridge.call("POST", f"/rooms/{room}/invite", {"user_id": ghost})
        speaker = Person(homeserver.synapse.url, BRIDGE_TOKEN, ghost, speaks_as=ghost)
        speaker.join(room)
        speaker.say(room, f"Bericht van {name}", **{"fi.mau.double_puppet_source": "mautrix-whatsapp"})

    heard = homeserver.webhook.heard(lambda event: event.text == f"Bericht van {names[-1]}")
    spoken = [event for event in heard if event.text.startswith("Bericht van")]
    assert [event.sender for event in spoken] == [f"@{name}:buurt.example" for name in names]
    assert {event.sender_kind for event in spoken} == {"matrix"}
    assert {event.room for event in spoken} == {room}


def test_a_person_is_invited_to_a_conversation_of_two(homeserver):
    bram = homeserver.bram
    outcome = tell(alert(), bram.id, MatrixChannel)
    assert isinstance(outcome, Receipt)
    [room] = bram.invitations(seconds=20)
    bram.join(room)
    bram.say(room, "Ik ben er")

    heard = homeserver.webhook.heard(lambda event: event.text == "Ik ben er")
    [said] = [event for event in heard if event.text == "Ik ben er"]
    assert (said.room, said.kind, said.sender) == ("", "matrix", bram.id)
    again = tell(alert(), bram.id, MatrixChannel)  # another process, which knows nothing yet
    assert again.provider_id in [event["event_id"] for event in bram.new_in(room)]
    bram.call("POST", f"/rooms/{room}/leave", {})
    assert homeserver.webhook.heard(lambda event: event.act == "left" and event.sender == bram.id)


def test_we_answer_who_invites_us_and_hear_what_was_written_before(homeserver):
    carla = homeserver.synapse.person(f"carla{uuid4().hex[:8]}")
    room = carla.make_room(preset="trusted_private_chat", is_direct=True, invite=["@buurtwacht:buurt.example"])
    carla.say(room, "START-7K2M9Q")

    heard = homeserver.webhook.heard(lambda event: event.text == "START-7K2M9Q")
    [said] = {event.id: event for event in heard if event.text == "START-7K2M9Q"}.values()
    assert (said.sender, said.room, said.kind) == (carla.id, "", "matrix")
    outcome = tell(alert(), carla.id, MatrixChannel)
    assert outcome.provider_id in [event["event_id"] for event in carla.new_in(room)]


def test_who_left_and_came_back_is_reached_in_the_new_conversation(homeserver):
    carla = homeserver.synapse.person(f"carla{uuid4().hex[:8]}")
    wanted = {"preset": "trusted_private_chat", "is_direct": True, "invite": ["@buurtwacht:buurt.example"]}
    channel = MatrixChannel()
    for words in ("eerst", "opnieuw"):
        room = carla.make_room(**wanted)
        carla.say(room, words)
        homeserver.webhook.heard(lambda event, words=words: event.text == words)
        told = use(channel, lambda it: it.send(alert(), carla.id))
        assert told.provider_id in [event["event_id"] for event in carla.new_in(room)]
        carla.call("POST", f"/rooms/{room}/leave", {})


def test_an_invitation_that_is_taken_back_changes_nothing(homeserver):
    carla = homeserver.synapse.person(f"carla{uuid4().hex[:8]}")
    wanted = {"preset": "trusted_private_chat", "is_direct": True, "invite": ["@buurtwacht:buurt.example"]}
    room = carla.make_room(**wanted)
    carla.say(room, "hallo")
    homeserver.webhook.heard(lambda event: event.text == "hallo")
    homeserver.webhook.forget()

    other = carla.make_room(**wanted | {"preset": "private_chat"})
    carla.call("POST", f"/rooms/{other}/kick", {"user_id": "@buurtwacht:buurt.example"})
    homeserver.webhook.heard_anything()
    outcome = tell(alert(), carla.id, MatrixChannel)
    assert outcome.provider_id in [event["event_id"] for event in carla.new_in(room)]


def test_we_come_into_the_room_of_a_group(homeserver):
    carla = homeserver.synapse.person(f"carla{uuid4().hex[:8]}")
    room = carla.make_room(preset="private_chat", name="Vogelbuurt", invite=["@buurtwacht:buurt.example"])
    members = f"/rooms/{room}/joined_members"
    homeserver.webhook.read_until(lambda: len(carla.call("GET", members)["joined"]) == 2)
    carla.say(room, "!koppel KAMER-7K2M9Q")

    heard = homeserver.webhook.heard(lambda event: event.text.startswith("!koppel"))
    assert (heard[-1].room, heard[-1].kind, heard[-1].sender_kind) == (room, "matrix_room", "matrix")


def test_we_stay_out_of_a_room_in_which_we_have_no_business(homeserver):
    homeserver.wants_rooms = False
    carla = homeserver.synapse.person(f"carla{uuid4().hex[:8]}")
    room = carla.make_room(preset="private_chat", name="Iets anders", invite=["@buurtwacht:buurt.example"])
    state = f"/rooms/{room}/state/m.room.member/@buurtwacht:buurt.example"
    homeserver.webhook.read_until(lambda: carla.call("GET", state)["membership"] == "leave")
    assert list(carla.call("GET", f"/rooms/{room}/joined_members")["joined"]) == [carla.id]


def test_where_we_are_is_told_without_conversations_and_rooms_of_our_own(homeserver, room):
    carla = homeserver.synapse.person(f"carla{uuid4().hex[:8]}")
    invited = carla.make_room(preset="private_chat", invite=["@buurtwacht:buurt.example"])
    members = f"/rooms/{invited}/joined_members"
    homeserver.webhook.read_until(lambda: len(carla.call("GET", members)["joined"]) == 2)
    inside = asyncio.run(MatrixRoomChannel().rooms_inside())
    assert invited in inside
    assert room not in inside
    asyncio.run(MatrixRoomChannel().leave_room(invited))
    assert invited not in asyncio.run(MatrixRoomChannel().rooms_inside())


def test_who_writes_to_us_encrypted_is_asked_into_a_room_that_we_can_read(homeserver):
    dora = homeserver.synapse.person(f"dora{uuid4().hex[:8]}")
    secret = {"type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}
    dora.make_room(
        preset="trusted_private_chat", is_direct=True, invite=["@buurtwacht:buurt.example"], initial_state=[secret]
    )
    homeserver.webhook.read_until(dora.invitations)
    [ours] = dora.invitations()
    dora.join(ours)
    assert "niet versleuteld" in dora.new_in(ours)[0]["content"]["body"]


def test_a_room_that_does_not_exist_or_put_us_out_is_gone(homeserver, room):
    nowhere = tell(alert(), "!bestaatniet:buurt.example")
    assert isinstance(nowhere, DeliveryFailed)
    assert nowhere.gone

    use(Homeserver(), lambda it: rooms.trust(it, room, homeserver.anna.id))
    use(Homeserver(), lambda it: rooms.leave(it, room))
    put_out = tell(alert(), room)
    assert isinstance(put_out, DeliveryFailed)
    assert put_out.gone


def test_we_go_out_of_a_room_that_was_closed(homeserver, room):
    assert asyncio.run(MatrixRoomChannel().leave_room(room))
    members = homeserver.anna.call("GET", f"/rooms/{room}/joined_members")["joined"]
    assert list(members) == [homeserver.anna.id]


def test_a_wrong_token_of_ours_closes_no_room(homeserver, room, settings):
    settings.MATRIX_AS_TOKEN = "x" * 40
    refused = tell(alert(), room)
    assert isinstance(refused, DeliveryFailed)
    assert not refused.permanent
    assert not refused.gone
    [answers, knows] = asyncio.run(findings())
    assert (answers.is_fine, knows.is_fine) == (True, False)


def test_check_finds_that_both_reach_each_other(homeserver):
    found = asyncio.run(findings())
    assert [one.is_fine for one in found] == [True, True, True], found


def test_a_homeserver_that_went_away_and_came_back(homeserver, room):
    homeserver.synapse.stop()
    away = tell(alert(), room)
    homeserver.synapse.start()
    back = tell(alert(title="Weer terug"), room)

    assert isinstance(away, DeliveryFailed)
    assert not away.permanent
    assert isinstance(back, Receipt)
    assert any("Weer terug" in event["content"]["body"] for event in homeserver.anna.new_in(room))


def test_the_site_keeps_what_the_homeserver_sends(homeserver, room, db, client, settings):
    """The very transaction of the homeserver, through our own pages to what is heard."""
    from buurtwacht.delivery.inbox import hearing
    from buurtwacht.delivery.inbox.handling import handle_incoming

    settings.CHANNELS = [
        "buurtwacht.channels.matrix.channel.MatrixChannel",
        "buurtwacht.channels.matrix.room_channel.MatrixRoomChannel",
    ]
    homeserver.anna.say(room, "Hallo buurt")
    homeserver.webhook.heard(lambda event: event.text == "Hallo buurt")
    raw = homeserver.webhook.kept[-1]
    heard = []
    ear = lambda kind, event: heard.append((kind, event))  # noqa: E731
    hearing._ears.append(ear)
    try:
        for _twice in range(2):
            answer = client.put(
                f"/kanaal/matrix/{raw.rest}",
                raw.body,
                content_type="application/json",
                headers={"authorization": raw.headers["authorization"]},
            )
            assert (answer.status_code, json.loads(answer.content)) == (200, {})
        handle_incoming()
    finally:
        hearing._ears.remove(ear)
    assert [(kind, event.text) for kind, event in heard if event.text] == [("matrix_room", "Hallo buurt")]
