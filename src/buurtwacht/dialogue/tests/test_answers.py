# SPDX-License-Identifier: EUPL-1.2
"""Answers to an alert land in the report's thread, or stay between us and who wrote them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.alerts.models import Acknowledgement
from buurtwacht.delivery.models import Delivery, Intent
from buurtwacht.groups.models import HintCount
from buurtwacht.lib.clock import clock
from buurtwacht.reports.content import read
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread.services import close_report
from buurtwacht.reports.thread.tests.threads import doubtful, waiting
from buurtwacht.testing.cast import join, make_person

Kind = Entry.Kind


@pytest.fixture
def report(group, bram):
    return make_report(group, bram)


@pytest.fixture
def phone(telephone, gerrit, report):
    """Gerrit's, on which the alert has come in."""
    phone = telephone(gerrit)
    assert "voelt aan deuren" in phone.hears()
    return phone


def last(report: Report) -> Entry:
    return report.entries.order_by("sequence").last()


def kinds(report: Report) -> list[str]:
    return list(report.entries.order_by("sequence").values_list("kind", flat=True))


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("gezien", "seen"),
        ("Gezien 👍", "seen"),
        ("👍", "seen"),
        ("ok", "seen"),
        ("ik kijk mee", "watching"),
        ("we zijn met z'n tweeen", "two"),
        ("ben niet thuis", "cannot"),
    ],
)
def test_a_silent_answer_is_counted_and_rings_nobody(phone, report, gerrit, typed, answer):
    assert phone.says(typed)
    assert Acknowledgement.objects.get(report=report, person=gerrit).answer == answer
    assert kinds(report) == ["shared"]


def test_a_button_of_the_alert_is_an_answer(phone, report, gerrit):
    phone.says("", choice="watching")
    assert Acknowledgement.objects.get(report=report, person=gerrit).answer == "watching"


def test_what_somebody_sees_goes_into_the_thread(phone, report, gerrit):
    phone.says("Ik zie hem, loopt richting park")
    entry = last(report)
    assert entry.kind == Kind.SIGHTING
    assert entry.author == gerrit
    assert "richting park" in read(entry).text


def test_a_card_is_a_card(phone, report):
    phone.says("witte bestelbus, Ford, kenteken V-38-XB")
    entry = last(report)
    assert entry.kind == Kind.VEHICLE
    assert read(entry).vehicles[0].kind == "van"
    phone.says("zwarte jas en grijze rugzak, ongeveer 30 jaar")
    entry = last(report)
    assert entry.kind == Kind.PERSON
    assert read(entry).persons[0].age == "30"


def test_the_police_are_there(phone, report):
    phone.says("politie is er")
    report.refresh_from_db()
    assert report.police_on_site_at
    answer = phone.says("politie is er")
    assert "politie" in answer.lower()
    assert kinds(report) == ["shared", "police_on_site"]


def test_a_second_call_needs_something_new(phone, report):
    question = phone.says("ik heb ook gebeld")
    assert "112" in question
    phone.says("hij heeft een mes")
    assert last(report).kind == Kind.CALL
    assert "mes" in read(last(report)).text


def test_nothing_new_is_told_to_nobody(phone, report):
    phone.says("ook gebeld")
    phone.says("nee")
    assert kinds(report) == ["shared"]


def test_thanks_stay_with_us_unless_it_is_about_safety(phone, report):
    answer = phone.says("bedankt allemaal!")
    assert "1." in answer
    assert kinds(report) == ["shared"]
    phone.says("2")
    assert kinds(report) == ["shared"]


def test_what_we_do_not_understand_is_sent_on_when_they_say_so(phone, report):
    phone.says("het hek van de buren staat open")
    assert kinds(report) == ["shared"]
    phone.says("1")
    assert read(last(report)).text == "het hek van de buren staat open"


def test_words_that_harm_stay_here(phone, report):
    phone.says("kom allemaal naar de Merelweg, we pakken hem")
    assert kinds(report) == ["shared"]
    phone.says("ja")
    assert kinds(report) == ["shared"]


def test_the_reporter_ends_a_false_alarm(telephone, bram, report):
    phone = telephone(bram)
    phone.says("vals alarm, het was de krantenbezorger")
    report.refresh_from_db()
    assert report.is_live
    phone.says("1")
    report.refresh_from_db()
    assert report.close_reason == "false_alarm"


def test_a_neighbour_cannot_end_it(phone, report):
    phone.says("vals alarm")
    phone.says("1")
    report.refresh_from_db()
    assert report.is_live


def test_the_coordinator_closes(telephone, anna, report):
    phone = telephone(anna)
    phone.hears()
    phone.says("afsluiten")
    phone.says("1")
    report.refresh_from_db()
    assert report.close_reason == "police_dealt"


def test_the_coordinator_answers_a_question(telephone, group, bram, anna):
    group.overrides = {"doubt": "coordinator_first"}
    group.save()
    report = doubtful(group, bram)
    phone = telephone(anna)
    phone.hears()
    assert "1." in phone.says("ja")
    phone.says("1")
    assert last(report).kind == Kind.ADVICE


def test_the_coordinator_raises_an_alarm(telephone, group, bram, anna):
    group.overrides = {"raiser": "coordinator"}
    group.save()
    report = waiting(group, bram)
    phone = telephone(anna)
    phone.hears()
    phone.says("", choice="decide:raise")
    report.refresh_from_db()
    assert report.status == "open"


def test_after_the_end_there_is_a_kind_sentence(phone, report, anna):
    close_report(report, by=anna, reason="police_dealt")
    phone.hears()
    told = Delivery.objects.filter(contact_point_id=phone.point.pk).latest("created_at")
    answer = phone.says("gezien", answer_to=told.provider_id)
    assert "112" in answer
    assert not Acknowledgement.objects.exists()


def test_of_two_reports_we_ask_which_and_lose_nothing(phone, group, report, bram, cast):
    other = make_person("Noor")
    join(group, other)
    second = make_report(group, other)
    phone.hears()
    question = phone.says("loopt richting park")
    assert "2." in question
    phone.says("2")
    assert kinds(report) == ["shared", "sighting"]
    assert kinds(second) == ["shared"]


def test_an_answer_to_one_of_them_finds_it(phone, group, report, cast):
    other = make_person("Noor")
    join(group, other)
    make_report(group, other)
    alert = Delivery.objects.filter(contact_point_id=phone.point.pk).earliest("created_at")
    phone.says("loopt richting park", answer_to=alert.provider_id)
    assert kinds(report) == ["shared", "sighting"]


def test_whoever_answers_has_seen_it(phone, report):
    phone.says("ik kijk mee")
    assert Delivery.objects.get(contact_point_id=phone.point.pk, rung=0, priority=0, seen_at__isnull=False)


def test_heard_twice_is_added_once(phone, report):
    phone.says("loopt richting park", id="same")
    phone.says("loopt richting park", id="same")
    assert kinds(report) == ["shared", "sighting"]


def test_a_whole_new_report_is_no_answer(phone, group, report):
    time = clock(timezone.now(), group.tz)
    preview = phone.says(f"112 gebeld {time}, ruit ingeslagen Lijsterstraat")
    assert "2." in preview
    assert kinds(report) == ["shared"]


def test_somebody_of_another_group_reaches_no_thread(telephone, farid, report):
    phone = telephone(farid)
    phone.says("loopt richting park")
    phone.says("gezien")
    assert kinds(report) == ["shared"]
    assert not Acknowledgement.objects.exists()


def test_an_erased_message_gets_an_honest_answer(phone, report):
    phone.says("loopt richting park", id="gone")
    answer = phone.says("", id="gone", act="erased")
    assert answer
    assert kinds(report) == ["shared", "sighting"]


def test_where_each_message_costs_money_thanks_are_left_out(telephone, gerrit, report):
    phone = telephone(gerrit, "stamps")
    phone.hears()
    assert phone.says("gezien") == ""
    assert phone.says("loopt richting park") == ""
    assert phone.says("wat een gedoe zeg")
    assert Acknowledgement.objects.get(report=report).answer == "seen"
    assert kinds(report) == ["shared", "sighting"]


def two_reports(group, phone):
    other = make_person("Noor")
    join(group, other)
    second = make_report(group, other)
    phone.hears()
    return second


def test_a_whole_new_report_is_begun_also_when_two_others_go_on(phone, group, report):
    two_reports(group, phone)
    assert "112" in phone.says("help er loopt een man met bivakmuts door de tuin vn de buren Merelweg 12")


def test_what_is_new_after_all_is_not_typed_twice(phone, group, report):
    two_reports(group, phone)
    phone.says("loopt richting park")
    phone.says("3")
    assert "richting park" in phone.says("112 gebeld, Merelweg").lower()


def test_which_report_is_not_asked_for_ever(phone, group, report):
    two_reports(group, phone)
    phone.says("loopt richting park")
    answer = phone.says("ja gebeld")
    assert "Noor" not in answer
    assert "Over welke" not in answer
    assert kinds(report) == ["shared"]


def test_a_word_that_ends_things_becomes_no_report(phone, group, report):
    two_reports(group, phone)
    phone.says("annuleer")
    assert "nnuleer" not in phone.says("112 gebeld, man voelt aan deuren, Wezellaan")


def test_advice_in_a_conversation_is_counted_when_the_words_are_sent(phone, report, group):
    phone.says("de dief rent door de Merelweg, de klootzak")
    assert not HintCount.objects.exists()
    phone.says("Een man rent door de Merelweg.")

    assert last(report).kind == Kind.SIGHTING
    counted = {one.reason: (one.shown, one.changed, one.kept) for one in HintCount.objects.filter(group=group)}
    assert list(counted.values()) == [(1, 1, 0)]


def test_what_is_dropped_in_a_conversation_is_not_counted(phone, report):
    phone.says("wat een klootzak is dat")
    phone.says("", choice="drop")
    assert phone.says("Een man rent door de Merelweg.")

    assert last(report).kind == Kind.SIGHTING
    assert not HintCount.objects.exists()


@pytest.fixture
def two_told(telephone, gerrit, group, report):
    """Gerrit's telephone, on which each message costs money; the alert of `report` came in, then that of another."""
    phone = telephone(gerrit, "stamps")
    phone.hears()
    join(group, other := make_person("Noor"))
    second = make_report(group, other)
    phone.hears()
    return phone, second


def earlier(report, phone, **ago):
    """The alert of this report went to this telephone so long ago."""
    intents = Intent.objects.filter(subject_id__in=report.entries.values("pk"))
    told = Delivery.objects.filter(intent_id__in=list(intents.values_list("pk", flat=True)))
    assert told.filter(contact_point_id=phone.point.pk).update(handed_over_at=timezone.now() - timedelta(**ago))


def test_seen_counts_for_the_last_alert_where_asking_costs_money(two_told, report, gerrit):
    phone, second = two_told
    earlier(report, phone, minutes=30)
    assert phone.says("gezien") == ""
    assert Acknowledgement.objects.get(person=gerrit).report == second


def test_the_last_alert_is_the_one_that_went_to_that_number_last(two_told, report, gerrit):
    phone, second = two_told
    earlier(second, phone, minutes=30)
    phone.says("ik kijk mee")
    assert Acknowledgement.objects.get(person=gerrit).report == report


def test_two_alerts_that_came_together_are_asked_about_all_the_same(two_told, report, gerrit):
    phone, _second = two_told
    assert "2." in phone.says("gezien")
    assert not Acknowledgement.objects.exists()


def test_news_is_never_guessed(two_told, report):
    phone, _second = two_told
    earlier(report, phone, minutes=30)
    assert "2." in phone.says("loopt richting park")
    assert kinds(report) == ["shared"]


def test_where_asking_is_free_seen_is_asked_about(phone, group, report, gerrit):
    join(group, other := make_person("Noor"))
    make_report(group, other)
    phone.hears()
    earlier(report, phone, minutes=30)
    assert "2." in phone.says("gezien")
    assert not Acknowledgement.objects.exists()
