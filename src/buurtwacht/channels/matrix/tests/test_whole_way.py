# SPDX-License-Identifier: EUPL-1.2
"""From a code that is typed in a real room, to an alert in a member's app, and what that member says back."""

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from buurtwacht.alerts.models import Acknowledgement
from buurtwacht.channels.matrix import rooms
from buurtwacht.channels.matrix.homeserver import Homeserver
from buurtwacht.channels.matrix.tests.test_homeserver import use
from buurtwacht.delivery.inbox.handling import handle_incoming
from buurtwacht.delivery.models import Delivery, Incoming, Intent
from buurtwacht.delivery.now import deliver_now
from buurtwacht.groups.models import ChatRoom
from buurtwacht.groups.services import begin_room, open_room
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.people.models import ContactPoint
from buurtwacht.people.services import begin_connecting
from buurtwacht.reports.content import Content
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.hiding import HideReason
from buurtwacht.reports.models import Entry
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread.services import hide_entry, show_entry_again
from buurtwacht.testing.cast import add_contact_point

pytestmark = pytest.mark.peer


@pytest.fixture(autouse=True)
def both_channels(settings, homeserver):
    settings.CHANNELS = [
        "buurtwacht.channels.log.channel.LogChannel",
        "buurtwacht.channels.matrix.channel.MatrixChannel",
        "buurtwacht.channels.matrix.room_channel.MatrixRoomChannel",
    ]


@pytest.fixture
def tells(homeserver):
    """Everything that the homeserver handed over comes to our site, and what follows from it is done."""
    done = []

    def hand_over():
        client = Client()
        for raw in homeserver.webhook.kept[len(done) :]:
            done.append(raw)
            token = {"authorization": raw.headers["authorization"]}
            answer = client.put(f"/kanaal/matrix/{raw.rest}", raw.body, content_type="application/json", headers=token)
            assert answer.status_code == 200
        while Incoming.objects.filter(due_at__lte=timezone.now()).exists():
            handle_incoming()
        handle_due_lines()
        deliver_now()

    return hand_over


@pytest.fixture
def room(homeserver):
    made = use(Homeserver(), lambda it: rooms.make_room(it, "Vogelbuurt", invite=[homeserver.anna.id]))
    homeserver.anna.join(made)
    homeserver.anna.catch_up()
    return made


def test_a_code_in_the_room_attaches_it_and_we_say_so_there(homeserver, room, tells, group, anna):
    code = begin_room(group, "matrix_room", by=anna).code
    said = homeserver.anna.say(room, f"!koppel {code}")
    homeserver.webhook.heard(lambda event: event.id == said)
    tells()

    assert ChatRoom.objects.get().address == room
    [answer] = homeserver.anna.new_in(room)
    assert "Vogelbuurt" in answer["content"]["body"]
    assert answer["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == said


def test_an_alarm_is_read_in_the_room_once_for_all(homeserver, room, tells, group, anna, bram):
    chat_room = open_room(group, "matrix_room", room, by=anna)
    report = make_report(group, bram)
    tells()

    [alarm] = [one for one in homeserver.anna.new_in(room) if one["content"]["m.mentions"]]
    delivery = Delivery.objects.get(contact_point_id=chat_room.pk, priority=0)
    assert delivery.state == Delivery.State.HANDED_OVER
    assert delivery.provider_id == alarm["event_id"]
    assert alarm["content"]["org.buurtwacht"]["reference"] == str(delivery.pk)
    assert str(report.pk) in alarm["content"]["body"]

    add_contact_point(anna, "matrix", homeserver.anna.id)
    said = homeserver.anna.react(room, alarm["event_id"], "👍")
    homeserver.webhook.heard(lambda event: event.id == said)
    tells()
    assert Acknowledgement.objects.get(report=report).answer == "seen"
    assert not Intent.objects.filter(kind="dialogue.turn").exists()  # nobody answers a thumb


def test_what_is_hidden_is_forgotten_in_the_room_and_shown_again_it_is_said_again(
    homeserver, room, tells, group, anna, bram
):
    open_room(group, "matrix_room", room, by=anna)
    report = make_report(group, bram)
    with transaction.atomic():
        words = Content(text="Hij loopt daar.", place="Zwaluwstraat")
        entry = add_entry(report, kind=Entry.Kind.SIGHTING, role=Entry.Role.MEMBER, author=bram, content=words)
    tells()
    told = Delivery.objects.get(intent_id=Intent.objects.get(subject_id=entry.pk).pk, channel="matrix_room")
    read = lambda: homeserver.anna.call("GET", f"/rooms/{room}/event/{told.provider_id}")  # noqa: E731
    assert "waluwstraat" in read()["content"]["body"]

    hide_entry(entry, by=anna, reason=HideReason.NOT_FOR_HERE)
    tells()
    forgotten = read()
    assert forgotten["content"] == {}
    assert forgotten["unsigned"]["redacted_because"]["sender"] == "@buurtwacht:buurt.example"

    homeserver.anna.catch_up()
    entry.refresh_from_db()
    show_entry_again(entry, by=anna)
    tells()
    assert any("waluwstraat" in one["content"].get("body", "") for one in homeserver.anna.new_in(room))


def test_a_room_that_put_us_out_is_given_up(homeserver, room, tells, group, anna, bram):
    open_room(group, "matrix_room", room, by=anna)
    use(Homeserver(), lambda it: rooms.leave(it, room))
    make_report(group, bram)
    tells()
    tells()

    assert ChatRoom.objects.get().gone_at is not None
    assert Line.objects.filter(action="room.gone").exists()


def test_a_member_connects_a_conversation_and_is_reached_there(homeserver, tells, group, anna):
    code = begin_connecting(anna, "matrix").code
    eva = homeserver.synapse.person(f"eva{timezone.now():%H%M%S%f}")
    room = eva.make_room(preset="trusted_private_chat", is_direct=True, invite=["@buurtwacht:buurt.example"])
    eva.say(room, code)
    homeserver.webhook.heard(lambda event: code in event.text)
    tells()

    point = ContactPoint.objects.get(channel="matrix")
    assert (point.person, point.address) == (anna, eva.id)
    assert point.verified_at
    assert "Anna" in eva.new_in(room)[-1]["content"]["body"]
