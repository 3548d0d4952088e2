# SPDX-License-Identifier: EUPL-1.2
"""Rooms on other networks: attached by a code that is typed there, or by their id; seen and closed on one page."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from buurtwacht.channels.base import DeliveryFailed
from buurtwacht.channels.expecting import is_expected
from buurtwacht.channels.log.channel import LogChannel
from buurtwacht.groups import personal_data
from buurtwacht.groups.models import ChatRoom, Membership, RoomCode
from buurtwacht.groups.queries import room_at, rooms_of
from buurtwacht.groups.room_words import fresh_code, room_code_in
from buurtwacht.groups.services import (
    begin_room,
    end_membership,
    finish_room,
    mark_rooms_gone,
    move_room,
    open_room,
)
from buurtwacht.groups.strange_rooms import leave_strange_rooms
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.codes import fresh as start_code
from buurtwacht.privacy.declare import declarations
from buurtwacht.testing.cast import join, make_group, make_person


class SquareChannel(LogChannel):
    kind = "square"
    label = "Plein"
    reaches = "room"

    makes_rooms = True

    def how_to_attach(self) -> str:
        return "Nodig ons uit op het plein."

    async def leave_room(self, address):
        if address == "weg":
            raise DeliveryFailed("503", permanent=False)
        return address == "7"

    async def make_room(self, name, *, invite, alarm_only):
        if invite == "niemand":
            raise DomainError("Wie is dat?")
        if invite == "weg":
            raise DeliveryFailed("503", permanent=False)
        return f"{name} van {invite}, {alarm_only}"


LOG = "buurtwacht.channels.log.channel.LogChannel"


@pytest.fixture(autouse=True)
def square(settings):
    """An installation with one network that has rooms."""
    settings.CHANNELS = [LOG, f"{__name__}.SquareChannel"]


def test_a_code_that_is_typed_in_a_room_attaches_it(group, anna):
    waiting = begin_room(group, "square", by=anna)

    room = finish_room("square", f"!koppel {waiting.code.lower()}", " 7 ")

    assert room_at("square", "7") == room
    assert (room.group, room.opened_by) == (group, anna)
    assert not RoomCode.objects.exists()
    assert Line.objects.filter(action="room.opened", subject_id=room.pk, by_id=anna.pk).exists()
    assert Line.objects.filter(action="room.awaited", subject_id=group.pk).exists()


def test_the_code_itself_is_nowhere_on_record(group, anna):
    code = begin_room(group, "square", by=anna).code
    kept = RoomCode.objects.get()
    assert code not in "".join(str(value) for value in vars(kept).values())
    assert code not in str(list(Line.objects.values_list("facts", flat=True)))


def test_a_code_works_once_and_the_newest_only(group, anna):
    old, new = (begin_room(group, "square", by=anna).code for _twice in range(2))
    with pytest.raises(DomainError, match="do not know this code"):
        finish_room("square", old, "7")
    finish_room("square", new, "7")
    with pytest.raises(DomainError, match="do not know this code"):
        finish_room("square", new, "8")


def test_a_code_is_for_its_own_network_and_for_a_day(group, anna, settings):
    code = begin_room(group, "square", by=anna).code
    with pytest.raises(DomainError):
        finish_room("log", code, "7")
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)), pytest.raises(DomainError):
        finish_room("square", code, "7")
    assert not rooms_of(group).exists()


def test_who_no_longer_coordinates_attaches_nothing(group, anna):
    code = begin_room(group, "square", by=anna).code
    Membership.objects.filter(person=anna).update(role="member")
    with pytest.raises(DomainError, match="do not know this code"):
        finish_room("square", code, "7")


def test_guessing_is_stopped_also_for_the_right_code(group, anna):
    right = begin_room(group, "square", by=anna).code
    for _guess in range(5):
        with pytest.raises(DomainError, match="do not know this code"):
            finish_room("square", fresh_code(), "9")
    with pytest.raises(DomainError, match="Too many"):
        finish_room("square", right, "9")
    assert finish_room("square", right, "7")


def test_a_room_of_another_group_is_not_taken(group, anna):
    elsewhere, other = make_group(group.organisation, "Andere buurt"), make_person("Ria")
    join(elsewhere, other, role="coordinator")
    open_room(elsewhere, "square", "7", by=other)
    code = begin_room(group, "square", by=anna).code
    with pytest.raises(DomainError, match="Another group"):
        finish_room("square", code, "7")
    assert room_at("square", "7").group == elsewhere
    assert not RoomCode.objects.exists()  # whoever read it there cannot use it elsewhere
    with pytest.raises(DomainError, match="do not know this code"):
        finish_room("square", code, "8")


def test_we_have_business_where_a_code_is_waited_for_and_in_rooms_of_groups(group, anna):
    assert not is_expected("square", "7")
    code = begin_room(group, "square", by=anna).code
    assert is_expected("square", "7")
    assert not is_expected("log", "7")
    finish_room("square", code, "7")
    assert is_expected("square", "7")
    assert not is_expected("square", "8")


def test_we_go_out_of_rooms_that_are_no_groups(group, anna, monkeypatch):
    left = []

    async def inside(_channel):
        return ["7", "8"]

    async def leave(_channel, address):
        left.append(address)
        return True

    monkeypatch.setattr(SquareChannel, "rooms_inside", inside)
    monkeypatch.setattr(SquareChannel, "leave_room", leave)
    open_room(group, "square", "7", by=anna)
    assert leave_strange_rooms() == 1
    begin_room(group, "square", by=anna)
    assert leave_strange_rooms() == 0
    assert left == ["8"]


def test_a_network_without_rooms_gives_no_code(group, anna):
    for channel in ("log", "nowhere"):
        with pytest.raises(DomainError):
            begin_room(group, channel, by=anna)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("!koppel KAMER-7K2M9Q", "KAMER-7K2M9Q"),
        ("/koppel@buurtbot kamer 7k2m9q graag", "KAMER-7K2M9Q"),
        ("kamer–7K2M9Q", "KAMER-7K2M9Q"),
        ("De kamer is leeg", ""),
        ("KAMER-7K2M9QX", ""),
        ("", ""),
    ],
)
def test_where_a_code_is_in_what_somebody_typed(text, code):
    assert room_code_in(text) == code


def test_the_two_kinds_of_code_are_never_mistaken_for_each_other():
    assert room_code_in(start_code()) == ""
    assert room_code_in(fresh_code()) != ""


def test_members_hear_that_alerts_are_read_elsewhere_too(group, anna, bram, received):
    with time_machine.travel((timezone.now() + timedelta(days=1)).replace(hour=12), tick=False):  # at night it waits
        open_room(group, "square", "7", by=anna)
        [told] = [message for message in received(bram) if "elders" in message.title]
    assert "Plein" in told.body


def test_the_page_shows_the_code_until_it_is_used(login, group, anna):
    page, client = reverse("desk_rooms", args=[group.slug]), login(anna)
    assert "Koppel een ruimte" in client.get(page).content.decode()

    client.post(reverse("room_begin", args=[group.slug]), {"channel": "square"})
    shown = client.get(page).content.decode()
    assert "Nodig ons uit op het plein." in shown
    code = room_code_in(shown)
    assert f"!koppel {code}" in shown
    assert code not in login(anna).get(page).content.decode()  # another device of hers did not ask for it

    finish_room("square", code, "7")
    after = client.get(page).content.decode()
    assert code not in after
    assert "hoort haar alarmen hier" in after


def test_a_room_is_attached_by_its_id_and_closed(login, group, anna):
    page, client = reverse("desk_rooms", args=[group.slug]), login(anna)
    client.post(page, {"channel": "square", "address": "7"})
    room = ChatRoom.objects.get()
    client.post(reverse("room_close", args=[group.slug, room.pk]))
    assert not ChatRoom.objects.exists()
    assert Line.objects.filter(action="room.closed", by_id=anna.pk).exists()


@pytest.mark.parametrize(("address", "says"), [("7", "eruit"), ("8", "ook uit"), ("weg", "ook uit")])
def test_closing_says_whether_we_are_out_of_the_room(login, group, anna, address, says):
    room = open_room(group, "square", address, by=anna)
    answer = login(anna).post(reverse("room_close", args=[group.slug, room.pk]), follow=True)
    assert says in answer.content.decode()
    assert not ChatRoom.objects.exists()


def test_a_refusal_stands_on_the_page_and_nothing_is_lost(login, group, anna):
    elsewhere, other = make_group(group.organisation, "Andere buurt"), make_person("Ria")
    join(elsewhere, other, role="coordinator")
    open_room(elsewhere, "square", "7", by=other)
    answer = login(anna).post(reverse("desk_rooms", args=[group.slug]), {"channel": "square", "address": "7"})
    assert "andere groep" in answer.content.decode()
    assert 'value="7"' in answer.content.decode()


def test_a_room_that_was_closed_to_us_is_named(login, group, anna):
    mark_rooms_gone([open_room(group, "square", "7", by=anna).pk])
    shown = login(anna).get(reverse("desk_rooms", args=[group.slug])).content.decode()
    assert "voor ons gesloten" in shown
    assert "Koppel een ruimte" in shown


def test_nobody_else_closes_a_room(login, group, anna, bram, farid):
    room = open_room(group, "square", "7", by=anna)
    for person in (bram, farid):
        assert login(person).post(reverse("room_close", args=[group.slug, room.pk])).status_code == 404
    assert ChatRoom.objects.exists()


def test_without_networks_the_page_says_so(login, group, anna, settings):
    settings.CHANNELS = [LOG]
    shown = login(anna).get(reverse("desk_rooms", args=[group.slug])).content.decode()
    assert "geen netwerk met ruimtes" in shown


def test_a_code_goes_with_who_asked_for_it_and_after_its_day(group, anna):
    begin_room(group, "square", by=anna)
    assert personal_data.rooms.export_codes(anna.pk)[0]["channel"] == "square"
    [declared] = [one for one in declarations() if one.model == "groups.RoomCode"]
    assert declared.forget(timezone.now()) == 0
    assert declared.forget(timezone.now() + timedelta(days=2)) == 1
    begin_room(group, "square", by=anna)
    assert declared.erase(anna.pk) == 1


def test_a_room_outlives_the_membership_of_who_opened_it(group, anna):
    room = open_room(group, "square", "7", by=anna)
    for membership in Membership.objects.filter(person=anna):
        membership.role = "member"
        membership.save(update_fields=["role"])
        end_membership(membership, reason="left", by=anna)
    assert list(rooms_of(group)) == [room]


def test_we_make_a_room_and_the_group_hears_its_alerts_there(login, group, anna):
    page = reverse("room_new", args=[group.slug, "square"])
    assert "Maak een ruimte" in login(anna).get(page).content.decode()
    answer = login(anna).post(page, {"invite": "anna", "alarm_only": "on"})
    assert answer.status_code == 302
    assert ChatRoom.objects.get().address == "Vogelbuurt van anna, True"


@pytest.mark.parametrize(("invite", "words"), [("niemand", "Wie is dat?"), ("weg", "geen ruimte gemaakt"), ("", "")])
def test_what_the_other_network_refuses_stands_on_the_page(login, group, anna, invite, words):
    answer = login(anna).post(reverse("room_new", args=[group.slug, "square"]), {"invite": invite})
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert not ChatRoom.objects.exists()


def test_no_second_room_is_made_beside_an_open_one(login, group, anna):
    open_room(group, "square", "7", by=anna)
    answer = login(anna).post(reverse("room_new", args=[group.slug, "square"]), {"invite": "anna"})
    assert answer.status_code == 302
    assert ChatRoom.objects.get().address == "7"


def test_a_room_that_moves_never_becomes_the_room_of_another_group(group, anna):
    theirs = open_room(make_group(group.organisation, "Andere buurt"), "square", "2", by=anna)
    ours = open_room(group, "square", "1", by=anna)
    move_room("square", "1", "2")
    assert room_at("square", "2") == theirs
    ours.refresh_from_db()
    assert ours.gone_at
    move_room("square", "2", "3")
    assert room_at("square", "3") == theirs


def test_a_room_that_is_gone_does_not_come_back_beside_a_newer_one(group, anna):
    old = open_room(group, "square", "1", by=anna)
    mark_rooms_gone([old.pk])
    newer = open_room(group, "square", "2", by=anna)
    move_room("square", "1", "3")
    assert list(rooms_of(group)) == [newer]
