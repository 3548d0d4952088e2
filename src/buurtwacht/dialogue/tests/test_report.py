# SPDX-License-Identifier: EUPL-1.2
"""A report by text: call first, then a few questions, then exactly what neighbours will read."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from buurtwacht.dialogue.expiring import let_go
from buurtwacht.dialogue.hearing import take
from buurtwacht.dialogue.models import Conversation, Turn
from buurtwacht.groups.models import HintCount
from buurtwacht.lib.clock import clock
from buurtwacht.reports.content import read
from buurtwacht.reports.models import Report
from buurtwacht.testing.nasty import nasty_strings

ALL_AT_ONCE = "112 gebeld {time}, man voelt aan deuren Merelweg, donkere jas"


@pytest.fixture
def phone(telephone, bram):
    return telephone(bram)


def at_once(group) -> str:
    return ALL_AT_ONCE.format(time=clock(timezone.now(), group.tz))


def test_step_by_step_it_becomes_the_same_report_as_on_the_site(phone, bram):
    assert "112" in phone.says("melding")
    assert "1." in phone.says("ja gebeld")
    phone.says("1,3")
    phone.says("merelweg 12")
    preview = phone.says("1")
    assert "Merelweg 12" in preview
    assert "Bram, Merelweg" in preview
    assert not Report.objects.exists()
    phone.says("donkere jas")
    phone.says("1")
    report = Report.objects.get()
    assert report.reporter == bram
    assert report.status == "open"
    assert report.behaviours == ["tries_doors", "hides"]
    assert report.place == "Merelweg 12"
    assert report.location
    assert read(report.entries.get()).persons[0].clothing == "donkere jas"


def test_who_says_it_all_at_once_goes_straight_to_the_preview(phone, group):
    preview = phone.says(at_once(group))
    assert "Man voelt aan deuren" in preview
    assert "Donkere jas" in preview
    assert "1." in preview
    phone.says("1")
    report = Report.objects.get()
    assert clock(report.called_at, group.tz) in preview
    assert read(report.entries.get()).persons[0].sex == "man"


def test_the_group_hears_it_and_the_reporter_does_not(phone, telephone, anna, group):
    hers = telephone(anna)
    phone.says(at_once(group))
    phone.says("delen")
    alert = hers.gets()
    assert len(alert) == 1
    assert "voelt aan deuren" in alert[0].body
    assert phone.gets() == []


def test_nobody_shares_without_having_called(phone):
    phone.says("man voelt aan deuren in de Merelweg, ik zie hem nog")
    for line in (
        "1,2",
        "nee",
        "delen",
        "stuur maar",
        "iemand anders heeft vast wel gebeld",
        "ja straks",
        "112 bellen?",
    ):
        assert "112" in phone.says(line)
    assert not Report.objects.exists()


def test_danger_leaves_one_answer(phone):
    answer = phone.says("man met een mes op de Merelweg")
    assert "112" in answer
    assert "\n2." not in answer
    phone.says("gebeld")
    phone.says("1")
    assert read(Report.objects.get().entries.get()).danger == "weapon"


def test_three_questions_are_enough(phone):
    phone.says("112 gebeld")
    phone.says("weet niet")
    phone.says("weet niet")
    preview = phone.says("weet niet")
    assert "1." in preview
    phone.says("1")
    assert Report.objects.get().place


def test_what_is_over_goes_another_way(phone):
    phone.says("112 gebeld, gisteren ingebroken in de Merelweg")
    assert "0900" in phone.hears() or "0900" in phone.says("3")
    assert not Report.objects.exists()


def test_sharing_twice_shares_once(phone, group):
    phone.says(at_once(group))
    event = phone.hands_in("1")
    take(phone.kind, event)
    assert Report.objects.count() == 1


def test_a_neighbour_was_first(phone, telephone, gerrit, group):
    telephone(gerrit).says(at_once(group))
    other = telephone(gerrit, "buttons")
    other.says(at_once(group))
    other.says("delen")
    report = Report.objects.get()
    question = phone.says(at_once(group))
    assert "2." in question
    phone.says("1")
    assert Report.objects.count() == 1
    assert report.entries.count() == 2


def test_something_else_nearby_is_a_report_of_its_own(phone, telephone, gerrit, group):
    other = telephone(gerrit)
    other.says(at_once(group))
    other.says("delen")
    phone.says(at_once(group))
    phone.says("2")
    phone.says("delen")
    assert Report.objects.count() == 2


def test_words_that_harm_cannot_be_shared(phone):
    phone.says("112 gebeld, die dief Jan de Vries van nummer 14 voelt aan deuren Merelweg")
    phone.says("delen")
    phone.says("delen")
    assert not Report.objects.exists()


def test_silence_lets_go_and_says_so(phone):
    phone.says("112 gebeld, man voelt aan deuren Merelweg")
    with time_machine.travel(timezone.now() + timedelta(minutes=31)):
        assert let_go() == 1
        assert "112" in phone.hears()
    assert Conversation.objects.get().state == {}
    assert let_go() == 0


def test_a_location_is_a_place(phone):
    phone.says("112 gebeld")
    phone.says("5")
    phone.says(location=(52.0412, 5.6631))
    phone.says("1")
    phone.says("1")
    assert Report.objects.get().location["latitude"] == pytest.approx(52.0412)


def test_buttons_are_buttons_and_numbers_work_all_the_same(telephone, bram):
    phone = telephone(bram, "buttons")
    phone.hands_in("melding")
    [message] = phone.gets()
    assert [action.id for action in message.actions][:2] == ["called", "not_called"]
    assert "1." not in message.body
    assert message.said
    phone.hands_in("", choice="called")
    [message] = phone.gets()
    assert len(message.actions) == 8


def test_a_stale_share_button_shares_nothing(phone):
    phone.says("melding")
    phone.says("", choice="share")
    assert not Report.objects.exists()


def test_our_words_are_gone_once_they_were_sent(phone):
    phone.says("melding")
    phone.says("ja gebeld")
    assert Turn.objects.filter(said__isnull=False).count() == 1


def test_nasty_strings_break_no_conversation(phone, group):
    for text in nasty_strings()[::7]:
        phone.hands_in(text)
    assert not Report.objects.exists()
    phone.hands_in("stop")
    phone.hands_in(at_once(group))
    for text in nasty_strings()[3::9]:
        phone.hands_in(text)
        if not Conversation.objects.get().state:
            phone.hands_in(at_once(group))
    assert Turn.objects.exists()


def test_the_first_answer_can_be_given_by_its_number(phone):
    phone.says("hallo")
    assert "112 gebeld?" in phone.says("1")


def test_what_we_did_not_understand_is_kept(phone):
    phone.says("daar doet een persoon heel raar bij mijn groene poortje")
    assert "daar doet een persoon" in phone.says("ja, 112 gebeld Merelweg").lower()


def test_who_does_not_know_is_not_asked_twice(phone):
    phone.says("112 gebeld")
    where = phone.says("weet niet")
    assert "straat" in where
    phone.says("weet ik niet")
    assert "1." in phone.says("weet niet")
    assert "buren" in phone.says("1")


def test_no_to_sharing_is_no(phone):
    assert "Deel met" in phone.says("112 gebeld, man voelt aan deuren, Merelweg 12")
    assert "niets gedeeld" in phone.says("nee")


def test_yes_is_an_answer_to_do_you_see_something(phone):
    phone.says("hallo")
    assert "112 gebeld?" in phone.says("ja")


def test_the_advice_on_a_report_is_counted_when_it_is_shared(phone, group):
    preview = phone.says("112 gebeld, Poolse man voelt aan deuren in de Merelweg, ik zie hem nog")
    assert not HintCount.objects.exists()
    assert "Beter" in preview, preview
    phone.says("delen")

    assert Report.objects.count() == 1
    [counted] = HintCount.objects.filter(group=group)
    assert (counted.reason, counted.shown, counted.changed, counted.kept) == ("discrimination", 1, 0, 1)
