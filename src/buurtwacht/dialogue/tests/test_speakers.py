# SPDX-License-Identifier: EUPL-1.2
"""Who is it that speaks: members, strangers, somebody with a code, somebody in a room, a machine."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.alerts.models import Acknowledgement
from buurtwacht.channels.inbound import Heard, Media, Moved
from buurtwacht.delivery.models import Delivery
from buurtwacht.delivery.now import deliver_now
from buurtwacht.dialogue import saying
from buurtwacht.dialogue.hearing import take
from buurtwacht.dialogue.models import Conversation, Turn
from buurtwacht.dialogue.tests.telephones import Telephone
from buurtwacht.groups.models import ChatRoom
from buurtwacht.groups.services import open_room
from buurtwacht.lib.limits import Limit
from buurtwacht.people.models import ContactPoint
from buurtwacht.people.services import begin_connecting
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.testing.cast import join, make_group


@pytest.fixture
def stranger(cast) -> Telephone:
    return Telephone("telegraph:nobody@voorbeeld.example")


@pytest.fixture
def room(group, anna) -> ChatRoom:
    return open_room(group, "telegraph_room", "room-1", by=anna)


def test_a_stranger_gets_one_kind_answer_a_day(stranger):
    answer = stranger.says("112 gebeld, man voelt aan deuren Merelweg")
    assert "112" in answer
    assert stranger.says("hallo?") == ""
    assert not Report.objects.exists()
    assert not Conversation.objects.exists()
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        assert "112" in stranger.says("hallo?")


def test_many_strangers_run_up_no_bill(cast):
    telephones = [Telephone(f"stamps:{number}", "stamps") for number in range(24)]
    assert sum(bool(phone.says("hallo")) for phone in telephones) == 20


def test_a_code_connects_and_welcomes(stranger, bram):
    code = begin_connecting(bram, "telegraph").code
    assert "Bram" in stranger.says(f"Hallo {code}")
    assert "112" in stranger.says("melding")
    assert ContactPoint.objects.get(channel="telegraph").person == bram


def test_nobody_runs_up_a_bill_with_wrong_codes(cast):
    answers = [Telephone(f"stamps:{number}@x.example", "stamps").says("START-222222") for number in range(25)]
    assert all(answers[:20])
    assert not any(answers[20:])


def test_nobody_runs_up_a_bill_all_day_long(telephone, bram, monkeypatch):
    monkeypatch.setattr(saying, "PAID_TURNS", Limit("test.paid_turns", 2, 60))
    phone = telephone(bram, "stamps")
    assert [bool(phone.says("melding")) for _time in range(4)] == [True, True, False, False]


def test_a_wrong_code_says_so(stranger):
    assert stranger.says("START-222222")
    assert not ContactPoint.objects.filter(channel="telegraph").exists()


@pytest.mark.parametrize("word", ["STOP", "afmelden", "Stoppen", "uit", "ARRET", "unsubscribe", "stopp"])
def test_stop_ends_messages_and_start_begins_again(telephone, bram, anna, group, word):
    phone = telephone(bram)
    assert "START" in phone.says(word)
    phone.point.refresh_from_db()
    assert not phone.point.is_on
    make_report(group, anna)
    assert phone.gets() == []
    assert phone.says("START")
    phone.point.refresh_from_db()
    assert phone.point.is_on


def test_stop_in_the_middle_ends_the_telling_first(telephone, bram):
    phone = telephone(bram)
    phone.says("112 gebeld, man voelt aan deuren Merelweg")
    assert "STOP" in phone.says("stop")
    phone.point.refresh_from_db()
    assert phone.point.is_on
    assert Conversation.objects.get().state == {}
    phone.says("stop")
    phone.point.refresh_from_db()
    assert not phone.point.is_on


def test_who_stopped_can_still_report(telephone, bram):
    phone = telephone(bram)
    phone.says("stop")
    assert "1." in phone.says("112 gebeld, man voelt aan deuren Merelweg")


def test_who_blocked_us_is_left_alone(telephone, bram):
    phone = telephone(bram)
    assert phone.says("", act="left") == ""
    phone.point.refresh_from_db()
    assert not phone.point.is_on


def test_ten_answers_in_ten_minutes_are_enough(telephone, bram):
    phone = telephone(bram)
    assert sum(bool(phone.says("hoi")) for _again in range(14)) == 10


def test_who_is_telling_something_gets_more_room_but_not_all_night(telephone, bram):
    phone = telephone(bram)
    assert sum(bool(phone.says("melding")) for _again in range(34)) == 30


def test_in_two_groups_one_chooses_once(telephone, bram, cast):
    cast.group.overrides = {"most_groups_per_person": 2}
    join(cast.next_group, bram)
    phone = telephone(bram)
    question = phone.says("112 gebeld, man voelt aan deuren Merelweg, donkere jas")
    assert "Bloemenbuurt" in question
    assert "Merelweg" in phone.says("1")
    phone.says("1")
    report = Report.objects.get()
    assert report.group == cast.next_group
    assert report.behaviours == ["tries_doors"]


def test_without_a_group_there_is_a_way(telephone, chantal):
    assert "http" in telephone(chantal).says("melding")


def test_a_reply_address_names_the_reader(telephone, gerrit, group, bram):
    report = make_report(group, bram)
    phone = telephone(gerrit, "email")
    phone.gets()
    delivery = Delivery.objects.get(contact_point_id=phone.point.pk)
    elsewhere = Telephone("other@voorbeeld.example", "email")
    elsewhere.hands_in("loopt richting park", token=str(delivery.pk))
    entry = report.entries.order_by("sequence").last()
    assert entry.author == gerrit
    assert elsewhere.gets() == []
    assert Turn.objects.get().contact_point == phone.point  # the answer goes to the address that we know


def test_who_takes_an_address_over_does_not_go_on_as_who_had_it(telephone, bram, gerrit):
    phone = telephone(bram)
    assert phone.says("melding")
    code = begin_connecting(gerrit, "telegraph").code
    assert "Gerrit" in phone.says(code)
    phone.says("112 gebeld, man voelt aan deuren, Merelweg 12")
    assert [row.person for row in Conversation.objects.all()] == [gerrit]


def test_who_was_suspended_speaks_by_no_reply_address(telephone, gerrit, group, bram):
    report = make_report(group, bram)
    phone = telephone(gerrit, "email")
    phone.gets()
    given = Delivery.objects.get(contact_point_id=phone.point.pk)
    gerrit.is_active = False
    gerrit.save(update_fields=["is_active"])
    elsewhere = Telephone("gerrit@voorbeeld.example", "email")
    elsewhere.says("De man loopt nu richting Wezellaan", token=str(given.pk))
    assert not Entry.objects.filter(report=report, author=gerrit).exists()
    assert not Turn.objects.exists()


def test_where_senders_are_proven_a_message_of_somebody_else_makes_nobody_them(
    telephone, gerrit, group, bram, stranger
):
    report = make_report(group, bram)
    phone = telephone(gerrit)
    phone.gets()
    given = Delivery.objects.get(contact_point_id=phone.point.pk)
    stranger.says("De man loopt nu richting Wezellaan", token=str(given.pk))
    assert not Entry.objects.filter(report=report, author=gerrit).exists()
    assert not Turn.objects.filter(person=gerrit).exists()


def test_an_address_that_moved_is_still_theirs(telephone, bram):
    phone = telephone(bram)
    take("telegraph", Moved(old=phone.address, new="telegraph:new", at=timezone.now()))
    assert "112" in Telephone("telegraph:new").says("melding")


def test_in_a_room_news_is_taken_and_small_talk_is_left(telephone, room, group, bram, gerrit):
    report = make_report(group, bram)
    phone = telephone(gerrit)
    phone.hears()
    for text in ("wat een gedoe zeg", "bedankt!", "loopt richting park"):
        event = Heard(
            id=text, sender=phone.address, text=text, at=timezone.now(), room="room-1", sender_kind="telegraph"
        )
        take("telegraph_room", event)
    assert [entry.kind for entry in report.entries.order_by("sequence")] == [Entry.Kind.SHARED, Entry.Kind.SIGHTING]
    assert len(phone.gets()) == 1


def under(told, **changes):
    """A thumb under this message, or another sign."""
    facts = {"id": "r1", "sender": "", "at": timezone.now(), "act": "reacted", "choice": "seen", "answer_to": told}
    return Heard(**facts | {"room": "room-1", "sender_kind": "telegraph"} | changes)


def test_a_thumb_under_an_alert_in_a_room_is_seen_and_answered_by_nobody(telephone, room, group, bram, gerrit):
    report, phone = make_report(group, bram), telephone(gerrit)
    alarm = told_in_the_room(room)
    phone.hears()
    for event in (
        under(alarm, sender="stranger"),
        under("elsewhere", sender=phone.address),
        under(alarm, sender=phone.address, choice="laughs"),
    ):
        take("telegraph_room", event)
        assert not Acknowledgement.objects.exists()

    take("telegraph_room", under(alarm, sender=phone.address))
    assert Acknowledgement.objects.get(report=report).person == gerrit
    assert phone.hears() == ""


def test_a_thumb_takes_nothing_back_that_was_said_in_words(telephone, room, group, bram, gerrit):
    make_report(group, bram)
    alarm, phone = told_in_the_room(room), telephone(gerrit)
    phone.says("ik kijk mee")
    take("telegraph_room", under(alarm, sender=phone.address))
    assert Acknowledgement.objects.get().answer == "watching"


def told_in_the_room(room) -> str:
    """The provider's name of the alarm there."""
    deliver_now()
    return Delivery.objects.get(contact_point_id=room.pk, priority=0).provider_id


def test_in_a_room_a_stranger_gets_one_hint(room):
    there = Telephone("room-1")
    for number in range(3):
        event = Heard(id=str(number), sender="x", text="hoi", at=timezone.now(), room="room-1", sender_kind="telegraph")
        take("telegraph_room", event)
    assert len(there.gets()) == 1


def test_a_room_of_nobody_is_not_answered(cast):
    event = Heard(id="1", sender="x", text="hoi", at=timezone.now(), room="elsewhere", sender_kind="telegraph")
    take("telegraph_room", event)
    assert not Turn.objects.exists()


def test_voice_messages_are_asked_to_be_typed(telephone, bram):
    assert telephone(bram).says("", media=(Media(kind="voice", content=b"ogg"),))


def test_every_language_speaks(telephone, bram, group):
    for language, word in (("fr", "Appelez"), ("de", "Rufen"), ("en", "Call"), ("nl-be", "Bel")):
        bram.language = language
        bram.save()
        phone = telephone(bram, "buttons") if language == "fr" else Telephone(f"buttons:{bram.email}", "buttons")
        assert word in phone.says("help"), language


def test_in_belgium_it_is_another_number(telephone, farid, cast):
    organisation = cast.organisation
    group = make_group(organisation, "Dorp", preset="be")
    farid.memberships.update(left_at=timezone.now())
    join(group, farid)
    assert "101" in telephone(farid).says("melding")


def test_a_question_hears_where_to_ask_it_and_nothing_else_does(telephone, bram):
    phone = telephone(bram)
    assert "/mijn/vragen/" in phone.says("Wanneer is de volgende bijeenkomst?")
    assert "/mijn/vragen/" not in phone.says("hallo")
