# SPDX-License-Identifier: EUPL-1.2
"""The coordinator's pages about the test: figures, names for who promised, a test by hand, and the certificate."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from buurtwacht.alerts.models import TestAlarm
from buurtwacht.alerts.proof.calendar import next_due
from buurtwacht.alerts.proof.certificate import TEMPLATE, data_of, number_of
from buurtwacht.alerts.proof.missed import missed_by, way_in_words
from buurtwacht.alerts.proof.queries import outcome_of
from buurtwacht.alerts.proof.resolvers import help_who_was_missed
from buurtwacht.alerts.proof.services import LASTS, end_due_tests, start_due_tests, start_test
from buurtwacht.channels.log.channel import forget_all
from buurtwacht.delivery.models import Delivery, Intent
from buurtwacht.delivery.now import deliver_now
from buurtwacht.delivery.services import SHOWN, take_receipts
from buurtwacht.enrolment.signing.mark import written
from buurtwacht.enrolment.signing.services import sign_confidentiality
from buurtwacht.groups.desk_registry import links_for, meters_of, tasks_for
from buurtwacht.journal.models import Line
from buurtwacht.lib.pdf import pdf_from
from buurtwacht.people.models import ContactPoint
from buurtwacht.people.services import record_proof
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.testing.cast import add_contact_point

PAGE = "/bureau/vogelbuurt/proefalarm/"
BY_DAY = "2026-12-05T11:30:00+01:00"


@pytest.fixture(autouse=True)
def by_day(time_machine):
    time_machine.move_to(BY_DAY, tick=False)
    forget_all()


@pytest.fixture
def hold(group, time_machine):
    """Holds a test that everybody but these persons sees, and lets it end; returns it."""

    def held(*missed, is_loud=False):
        test = start_test(group, is_loud=is_loud)
        deliver_now()
        told = Delivery.objects.filter(channel="log", priority=2, created_at__gte=test.at)
        shown = told.exclude(person_id__in=[person.pk for person in missed])
        time_machine.shift(timedelta(seconds=2))
        take_receipts((pk, SHOWN, timezone.now()) for pk in shown.values_list("pk", flat=True))
        time_machine.shift(LASTS)
        assert end_due_tests() == 1
        test.refresh_from_db()
        return test

    return held


@pytest.fixture
def promised(anna, group):
    sign_confidentiality(group, anna, written(strokes="", name="Anna", place="Ede"))


def content(client, path=PAGE):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_before_the_first_test_the_page_says_when_it_comes(login, anna):
    shown = content(login(anna))
    assert "Er is nog geen proef gehouden" in shown
    assert "zaterdag 5 december" in shown


def test_figures_of_the_last_test(login, anna, bram, hold):
    test = hold(bram)
    shown = content(login(anna))
    assert f"{test.proven} van {test.told} telefoons lieten het zien" in shown
    assert f"{test.percent} %" in shown
    assert "2 seconden" in shown


def test_names_are_for_who_promised_to_keep_things_private(login, anna, bram, hold):
    hold(bram)
    shown = content(login(anna))
    assert "Bram" not in shown
    assert "/bureau/vogelbuurt/vertrouwelijk/" in shown
    assert not Line.objects.filter(action="members.viewed").exists()


def test_who_sees_names_leaves_a_line(login, anna, bram, hold, promised):
    hold(bram)
    shown = content(login(anna))
    assert "Bram, Merelweg" in shown
    assert bram.email not in shown
    [line] = Line.objects.filter(action="members.viewed")
    assert (line.by_id, line.facts["count"]) == (anna.pk, 1)


def test_missed_twice_in_a_row_is_said(group, bram, gerrit, hold, time_machine):
    hold(bram, gerrit)
    time_machine.shift(timedelta(days=28))
    test = hold(bram)
    [one] = missed_by(test)
    assert (one.membership.person, one.twice) == (bram, True)


def test_missed_once_is_not_twice(bram, gerrit, hold, time_machine):
    hold(gerrit)
    time_machine.shift(timedelta(days=28))
    [one] = missed_by(hold(bram))
    assert (one.membership.person, one.twice) == (bram, False)


def test_who_mended_the_phone_is_missed_no_more(group, anna, bram, hold):
    test = hold(bram)
    [task] = [task for task in tasks_for(group, anna) if task.kind == "test_missed"]
    assert task.title == "1 buur zag de proef niet"
    record_proof(ContactPoint.objects.get(person=bram, channel="log").pk)
    assert missed_by(test) == []
    assert not [task for task in tasks_for(group, anna) if task.kind == "test_missed"]


def test_the_task_goes_by_itself_after_two_weeks(group, anna, bram, hold, time_machine):
    hold(bram)
    time_machine.shift(timedelta(days=15))
    assert not [task for task in tasks_for(group, anna) if task.kind == "test_missed"]


def test_the_desk_has_a_link_and_a_meter(group, anna, bram, hold):
    assert "Proefalarm" in [link.label for link in links_for(group, anna)]
    assert "Telefoons die bewezen werken" not in [meter.label for meter in meters_of(group)]
    test = hold(bram)
    [meter] = [meter for meter in meters_of(group) if meter.label == "Telefoons die bewezen werken"]
    assert meter.value == test.proven


@pytest.mark.parametrize(
    ("channel", "label", "words"),
    [
        ("webpush", "Safari op iPhone", "Berichten op een iPhone"),
        ("webpush", "Safari sur iPad", "Berichten op een iPad"),
        ("webpush", "Chrome op Android", "Berichten op een Android-telefoon"),
        ("webpush", "Firefox auf Windows", "Berichten op een computer"),
        ("webpush", "Onbekend apparaat", "Berichten op een apparaat"),
        ("sms", "", "Sms"),
    ],
)
def test_a_way_is_said_in_words(channel, label, words):
    assert way_in_words(channel, label, "Sms") == words


def test_a_test_by_hand_shows_what_neighbours_see_and_asks_how(login, anna):
    client = login(anna)
    shown = content(client, f"{PAGE}nu/")
    assert "U hoeft niets te doen" in shown
    assert "met geluid" in shown
    refused = client.post(f"{PAGE}nu/")
    assert refused.status_code == 400
    assert "Kies met of zonder geluid" in refused.content.decode()
    assert not TestAlarm.objects.exists()


@pytest.mark.parametrize(("sound", "is_loud"), [("silent", False), ("loud", True)])
def test_a_test_by_hand_goes_out(login, anna, sound, is_loud):
    assert login(anna).post(f"{PAGE}nu/", {"sound": sound}).url == PAGE
    test = TestAlarm.objects.get()
    assert (test.is_loud, test.asked_by) == (is_loud, anna)


def test_a_second_one_on_the_same_day_is_refused_on_both_pages(login, anna, hold):
    hold()
    client = login(anna)
    assert "Een keer per dag is genoeg" in content(client)
    assert 'name="sound"' not in content(client, f"{PAGE}nu/")
    assert client.post(f"{PAGE}nu/", {"sound": "silent"}).status_code == 400


def test_nobody_is_woken_by_hand(login, anna, time_machine):
    time_machine.move_to("2026-12-05T21:00:00+01:00")
    client = login(anna)
    assert "tussen 09:00 en 21:00" in content(client)
    assert client.post(f"{PAGE}nu/", {"sound": "loud"}).status_code == 400
    assert not TestAlarm.objects.exists()


def test_during_a_report_there_is_no_test_by_hand(login, anna, bram, group):
    make_report(group, bram)
    assert login(anna).post(f"{PAGE}nu/", {"sound": "silent"}).status_code == 400


def test_what_goes_on_moves_and_then_says_that_it_ended(login, anna, group, time_machine):
    test = start_test(group, is_loud=False)
    deliver_now()
    client = login(anna)
    part = client.get(PAGE, headers={"HX-Request": "true"}).content.decode()
    assert "every 5s" in part
    assert "0 van" in part
    first = Delivery.objects.filter(channel="log", created_at__gte=test.at).first()
    take_receipts([(first.pk, SHOWN, timezone.now())])
    assert "1 van" in client.get(PAGE, headers={"HX-Request": "true"}).content.decode()
    time_machine.shift(LASTS + timedelta(seconds=1))
    end_due_tests()
    part = client.get(PAGE, headers={"HX-Request": "true"}).content.decode()
    assert "every 5s" not in part
    assert "De proef is afgelopen" in part


def test_a_certificate_has_figures_and_no_names(login, anna, bram, hold):
    assert login(anna).get(f"{PAGE}certificaat/").status_code == 404
    hold(bram)
    answer = login(anna).get(f"{PAGE}certificaat/")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert "proefalarm-vogelbuurt-2026-12-05.pdf" in answer.headers["Content-Disposition"]
    assert b"Bram" not in answer.content


def test_another_figure_makes_another_number(hold, bram):
    test = hold(bram)
    number = number_of(test)
    assert number_of(TestAlarm.objects.get(pk=test.pk)) == number
    data = data_of(test, "nl")
    assert number in data["number"]
    assert ["Datum van de proef", "5 december 2026"] in data["facts"]
    test.proven += 1
    assert number_of(test) != number


def test_a_coordinator_who_tested_yesterday_keeps_no_other_group_waiting(group, cast, time_machine):
    time_machine.move_to("2026-12-04T15:00:00+01:00")
    start_test(group, is_loud=False)
    time_machine.move_to(BY_DAY, tick=False)
    assert start_due_tests() >= 1
    assert TestAlarm.objects.filter(group=group).count() == 1
    assert TestAlarm.objects.filter(group=cast.next_group).count() == 1


def test_what_we_could_not_hand_over_for_three_hours_was_missed(group, bram, hold):
    test = hold(bram)
    Delivery.objects.filter(person_id=bram.pk).update(state=Delivery.State.GIVEN_UP, attempts=3)
    assert bram.pk in outcome_of(test).missed
    Delivery.objects.filter(person_id=bram.pk).update(attempts=0)
    assert bram.pk not in outcome_of(test).told


def test_a_certificate_is_one_page(hold, bram, group):
    test = hold(bram)
    for language in ("nl", "nl-be", "fr", "de", "en"):
        assert pdf_from(TEMPLATE, data_of(test, language)).count(b"/Type/Page/") == 1


def test_who_was_missed_gets_a_mail_with_the_way_to_the_steps(bram, hold, group):
    add_contact_point(bram, channel="email", address=bram.email)
    test = hold(bram)
    [letter] = help_who_was_missed(Intent.objects.get(kind="group.test_missed", subject_id=test.pk)).recipients
    assert (letter.person_id, letter.channel) == (bram.pk, "email")
    assert letter.message.title == "Uw telefoon liet onze proef niet zien"
    assert letter.message.url.endswith("/mijn/telefoon/herstellen/")


def test_the_municipality_sees_a_percentage_and_no_names(login, eva, bram, hold):
    assert "Bereik bewezen" not in content(login(eva), "/gemeente/")
    test = hold(bram)
    shown = content(login(eva), "/gemeente/")
    assert "Bereik bewezen door de laatste proef" in shown
    assert f"<b>{test.percent} %</b>" in shown
    assert "Bram" not in shown


@pytest.mark.parametrize(
    ("now", "last", "day"),
    [
        ("2026-12-05T10:00", None, "2026-12-05"),
        ("2026-12-05T19:59", None, "2026-12-05"),
        ("2026-12-08T12:00", None, "2026-12-08"),
        ("2026-12-08T20:00", None, "2026-12-09"),
        ("2026-12-05T12:00", "2026-12-05T11:00", "2027-01-02"),
        ("2026-12-02T12:00", "2026-11-07T11:00", "2026-12-05"),
        ("2026-12-02T12:00", "2026-12-01T11:00", "2026-12-05"),
    ],
)
def test_the_day_of_the_next_one(now, last, day):
    found = next_due(datetime.fromisoformat(now), datetime.fromisoformat(last) if last else None)
    assert found.isoformat() == day


def test_of_a_test_of_long_ago_only_figures_are_left(login, anna, bram, hold, promised):
    test = hold(bram)
    Delivery.objects.all().delete()
    shown = content(login(anna))
    assert f"{test.proven} van {test.told} telefoons" in shown
    assert "wordt niet meer bewaard" in shown
    assert "Bram" not in shown
