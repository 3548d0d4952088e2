# SPDX-License-Identifier: EUPL-1.2
"""A person connects a channel: a code from the page, sent from the channel itself."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.channels.base import Channel
from buurtwacht.channels.registry import channels
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError
from buurtwacht.people import codes
from buurtwacht.people.models import Connecting, ContactPoint
from buurtwacht.people.personal_data import forget_connecting
from buurtwacht.people.queries import person_at
from buurtwacht.people.services import (
    add_contact_point,
    begin_connecting,
    connect,
    erase_person,
    finish_connecting,
    move_address,
    start_channel,
    stop_channel,
    switch_contact_point,
    use_number,
)


class Chat(Channel):
    kind, label = "telegram", "Telegram"


class Texts(Channel):
    kind, label = "sms", "Text message"


@pytest.fixture(autouse=True)
def these_channels(monkeypatch):
    for channel in (Chat(), Texts()):
        monkeypatch.setitem(channels(), channel.kind, channel)


def refused(code="START-222222", address="7", channel="telegram"):
    with pytest.raises(DomainError) as refusal:
        finish_connecting(channel, code, address)
    return str(refusal.value)


def test_a_code_connects_and_says_when_and_how_they_agreed(bram):
    connecting = begin_connecting(bram, "telegram")
    assert codes.code_in(connecting.code) == connecting.code
    assert connecting.code not in str(Connecting.objects.values())
    point = finish_connecting("telegram", connecting.code, "7", other="bram@app")
    assert (point.person, point.address, point.other_address) == (bram, "7", "bram@app")
    assert point.verified_at
    assert (point.agreed_how, abs(timezone.now() - point.agreed_at) < timedelta(minutes=1)) == ("code", True)
    [line] = Line.objects.filter(action="contact_point.connected")
    assert line.facts == {"person": str(bram.pk), "channel": "telegram", "how": "code"}
    assert "bram@app" not in str(Line.objects.values_list("facts", flat=True))


def test_a_code_works_once(bram):
    code = begin_connecting(bram, "telegram").code
    finish_connecting("telegram", code, "7")
    assert "START" not in refused(code, "8")
    assert person_at("telegram", "8") is None


def test_a_newer_code_ends_the_older_one(bram):
    older = begin_connecting(bram, "telegram").code
    newer = begin_connecting(bram, "telegram").code
    refused(older)
    assert finish_connecting("telegram", newer, "7").person == bram


def test_a_code_is_for_one_channel_and_one_day(bram):
    code = begin_connecting(bram, "telegram").code
    refused(code, "+31612345678", "sms")
    with time_machine.travel(timezone.now() + timedelta(hours=24, minutes=1)):
        refused(code)
        assert forget_connecting(timezone.now()) == 1


def test_a_channel_that_is_not_here_cannot_be_connected(bram):
    with pytest.raises(DomainError):
        begin_connecting(bram, "pigeon")


@pytest.mark.parametrize(
    "written",
    ["start-7k2m9q", "START 7K2M9Q", "Hallo, START-7K2M9Q graag.", "start7k2m9q", "/start START–7K2M9Q"],
)
def test_a_code_is_found_among_words(written):
    assert codes.code_in(written) == "START-7K2M9Q"


@pytest.mark.parametrize("written", ["", "START", "START-7K2M9", "START-7K2M9QQ", "START-0O1IL8", "RESTART-7K2M9Q"])
def test_what_is_no_code_is_none(written):
    assert codes.code_in(written) == ""


def test_after_five_wrong_codes_an_address_waits_an_hour(bram):
    code = begin_connecting(bram, "telegram").code
    for _time in range(5):
        assert "deze code" in refused()
    assert "uur" in refused(code)
    assert finish_connecting("telegram", code, "another address").person == bram
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        again = begin_connecting(bram, "telegram").code
        assert finish_connecting("telegram", again, "7").person == bram


def test_who_sends_the_code_takes_the_address_over_with_nothing_of_who_had_it(bram, farid):
    old = connect(farid, "telegram", "7", "farid@app", how="code")
    ContactPoint.objects.filter(pk=old.pk).update(step=2, proven_at=timezone.now())
    point = finish_connecting("telegram", begin_connecting(bram, "telegram").code, "7")
    assert point.person == bram
    assert list(ContactPoint.objects.filter(channel="telegram")) == [point]
    assert point.pk != old.pk  # what hangs on the old one, such as reply addresses, is nobody's now
    assert (point.step, point.proven_at, point.other_address) == (None, None, "")


def test_a_text_message_can_be_forged_and_takes_nothing_away(bram, farid):
    add_contact_point(farid, "sms", "+31612345678", verified=True)
    refused(begin_connecting(bram, "sms").code, "+31612345678", "sms")
    assert person_at("sms", "+31612345678").person == farid


def test_a_number_from_a_forged_text_message_takes_no_other_way_away(bram, farid):
    connect(farid, "telegram", "+31612345678", how="code")
    finish_connecting("sms", begin_connecting(bram, "sms").code, "+31612345678")
    with pytest.raises(DomainError):
        use_number(bram, "telegram", "+31612345678")
    assert person_at("telegram", "+31612345678").person == farid


def test_an_address_is_found_by_either_of_its_names(bram):
    point = connect(bram, "telegram", "31612345678", "NL.123", how="code")
    assert person_at("telegram", "31612345678") == point
    assert person_at("telegram", "31612345678", "NL.123") == point
    assert person_at("telegram", "another number", "NL.123") == point
    assert person_at("telegram", "NL.123") == point


def test_a_number_with_another_account_has_changed_hands(bram):
    connect(bram, "telegram", "31612345678", "NL.123", how="code")
    assert person_at("telegram", "31612345678", "NL.999") is None


def test_an_address_that_was_only_claimed_is_nobodys(bram):
    add_contact_point(bram, "telegram", "7")
    assert person_at("telegram", "7") is None


def test_somebody_with_a_new_number_keeps_one_way(bram):
    first = connect(bram, "telegram", "7", "NL.123", how="code")
    second = connect(bram, "telegram", "8", "NL.123", how="code")
    assert not ContactPoint.objects.filter(pk=first.pk).exists()
    assert person_at("telegram", "7", "NL.123") == second


def test_an_address_that_moved_takes_its_owner_along(bram, farid):
    point = connect(bram, "telegram", "7", how="code")
    connect(farid, "telegram", "8", how="code")
    assert move_address("telegram", "7", "8", "NL.123") == point
    assert person_at("telegram", "8").person == bram
    assert person_at("telegram", "7") is None
    assert person_at("telegram", "x", "NL.123") == point
    assert move_address("telegram", "7", "9") is None


def test_stop_and_start_say_who_and_when(bram):
    point = stop_channel(connect(bram, "telegram", "7", how="code"))
    assert (point.is_on, point.stopped_at is None) == (False, False)
    assert person_at("telegram", "7") == point
    assert Line.objects.get(action="contact_point.stopped").by_id == bram.pk
    start_channel(point)
    point.refresh_from_db()
    assert (point.is_on, point.stopped_at, point.agreed_how) == (True, None, "message")


def test_switching_on_after_a_stop_is_a_new_yes(bram):
    point = stop_channel(connect(bram, "telegram", "7", how="code"))
    switch_contact_point(point, on=True, by=bram)
    point.refresh_from_db()
    assert (point.stopped_at, point.agreed_how) == (None, "page")


def test_erasing_somebody_ends_their_code_too(bram):
    code = begin_connecting(bram, "telegram").code
    connect(bram, "telegram", "7", "NL.123", how="code")
    erase_person(bram)
    refused(code)
    assert person_at("telegram", "7") is None
    assert not Connecting.objects.exists()
