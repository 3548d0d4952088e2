# SPDX-License-Identifier: EUPL-1.2
"""Who hears an alert, and in which words."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from buurtwacht.alerts import resolvers
from buurtwacht.alerts.audience import ears_of, everybody_in
from buurtwacht.alerts.messages import words_for
from buurtwacht.channels.log.channel import received as received_at
from buurtwacht.delivery.models import Intent
from buurtwacht.groups.models import Membership
from buurtwacht.people.models import ContactPoint, Person
from buurtwacht.policy.presets import PRESETS
from buurtwacht.reports.content import Content, PersonCard, VehicleCard
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.tests.stories import make_report, told
from buurtwacht.reports.thread.services import close_report, mark_police_on_site, withdraw_report
from buurtwacht.testing.cast import add_contact_point, join, make_person

Kind = Entry.Kind


def add(report, kind, author, **content):
    return add_entry(report, kind=kind, role=Entry.Role.MEMBER, author=author, content=Content(**content))


def test_the_group_hears_of_it_and_the_reporter_does_not(report, anna, bram, gerrit, received):
    [alert] = received(anna)

    assert len(received(gerrit)) == 1
    assert received(bram) == []
    assert alert.urgency == "alarm"
    assert alert.sound
    assert alert.url.endswith(f"/meldingen/{report.pk}/")
    assert [action.id for action in alert.actions] == ["seen", "watching"]
    assert 0 < alert.ttl <= 3600
    assert len(alert.topic) == 32


def test_the_next_group_along_hears_nothing(report, farid, received):
    assert received(farid) == []


def test_the_emergency_line_comes_first_and_nobody_is_described(report, anna, received):
    [alert] = received(anna)

    called = timezone.localtime(report.called_at, report.group.tz)
    assert alert.title == f"112 gebeld {called:%H:%M}. Vogelbuurt"
    assert alert.body == (
        "Bel alleen bij nieuwe informatie. Iemand voelt aan deuren of poorten. "
        "Brandgang Lijsterstraat – Merelweg. Blijf binnen."
    )
    assert "Donkere jas" not in alert.body + alert.title + str(alert.extra)
    assert "V-38" not in alert.body + str(alert.extra)


def test_in_belgium_it_is_the_number_of_the_police(group, bram, anna, received):
    group.preset = next(name for name, policy in PRESETS.items() if policy.emergency_number == "101")
    group.save()
    make_report(group, bram)

    [alert] = received(anna)

    assert alert.title.startswith("101 gebeld")
    assert alert.extra["emergency_number"] == "101"


def test_a_letter_says_the_same_with_a_greeting(report, group, received):
    reader = make_person("Ilse")
    join(group, reader)
    add_contact_point(reader, channel="email", address="ilse@voorbeeld.example")

    recipients = resolvers.tell_entry(Intent.objects.get()).recipients
    [letter] = [one.message for one in recipients if one.person_id == reader.pk]
    mail = letter.extra["mail"]
    called = timezone.localtime(report.called_at, group.tz)
    assert mail["name"] == "Ilse"
    assert mail["group_name"] == "Vogelbuurt"
    assert mail["emergency_line"] == f"112 is gebeld om {called:%H:%M}. Bel alleen bij nieuwe informatie."
    assert mail["subject"].startswith(f"112 gebeld {called:%H:%M}: iemand voelt aan deuren of poorten")
    assert "Volg niemand" in mail["body"]
    assert "Donkere jas" not in str(mail)


def test_who_wants_nothing_on_a_locked_screen_reads_nothing_there(report, anna, received):
    anna.lock_screen = Person.LockScreen.SHORT
    anna.save()

    [alert] = received(anna)

    assert alert.body == "Bel alleen bij nieuwe informatie. Open om te lezen."


@pytest.mark.parametrize(
    ("language", "word"),
    [("nl", "gebeld"), ("nl-be", "gebeld"), ("en", "called"), ("fr", "appelé"), ("de", "angerufen")],
)
def test_everybody_reads_their_own_language(report, anna, received, language, word):
    anna.language = language
    anna.save()

    [alert] = received(anna)

    assert word in alert.title
    assert alert.language == language


def test_an_addition_is_silent_and_tells_a_place_but_no_looks(report, anna, gerrit, received):
    add(report, Kind.SIGHTING, gerrit, direction="Richting Vogelpark", text="Grijze rugzak.")
    add(report, Kind.PERSON, gerrit, persons=(PersonCard(sex="man", clothing="Rode muts"),))
    add(report, Kind.VEHICLE, gerrit, vehicles=(VehicleCard(kind="van", plate="V-38"),))

    _first, seen, person, vehicle = received(anna)

    assert not seen.sound
    assert seen.urgency == "update"
    assert seen.title.startswith("112 gebeld")
    assert "Aanvulling" in seen.title
    assert seen.body == "Bel alleen bij nieuwe informatie. Nieuwe plek: richting Vogelpark."
    assert "Rode muts" not in person.title + person.body + str(person.extra)
    assert "V-38" not in vehicle.title + vehicle.body + str(vehicle.extra)
    assert len(received(gerrit)) == 1, "who says it need not hear it"


def test_the_police_are_there(report, anna, gerrit, received):
    mark_police_on_site(report, by=gerrit)

    assert "De politie is er" in received(anna)[-1].body


def test_the_end_is_told_without_a_sound(report, anna, bram, gerrit, received):
    received(anna)
    close_report(report, by=anna, reason="police_dealt", advice="Kijk uw poort na")

    end = received(gerrit)[-1]
    assert end.title.startswith("Afgesloten")
    assert end.body == "De politie is geweest. Kijk uw poort na. De uitkomst volgt binnen 7 dagen."
    assert not end.sound
    assert received(bram)[-1].title == end.title, "the reporter hears it too"
    assert len(received(anna)) == 1, "who closes it knows"


def test_a_false_alarm_reaches_everybody_who_was_alerted_where_they_were_alerted(report, gerrit, bram, received):
    received(gerrit)
    add_contact_point(gerrit, channel="log", address="new phone")
    Membership.objects.filter(person=gerrit).update(left_at=timezone.now())

    withdraw_report(report, by=bram)

    end = received(gerrit)[-1]
    assert end.title == "Melding ingetrokken. Vogelbuurt"
    assert received_at("new phone") == []


def test_who_left_since_is_told_nothing_that_anybody_says(report, anna, bram, gerrit, received):
    """Not how it ended nor what came of it; and who left after reporting hears no more of their own report."""
    received(gerrit)
    Membership.objects.filter(person__in=[gerrit, bram]).update(left_at=timezone.now())
    heard = {one: len(received(one)) for one in (gerrit, bram)}

    close_report(report, by=anna, reason="police_dealt", advice="Kijk uw poort na")
    content = Content(text="Er is iemand aangesproken.")
    add_entry(Report.objects.get(pk=report.pk), kind=Kind.OUTCOME, role=Entry.Role.POLICE, content=content)

    assert {one: len(received(one)) for one in (gerrit, bram)} == heard


def test_news_of_what_has_ended_is_not_told_any_more(report, anna, bram, gerrit, received):
    add(report, Kind.SIGHTING, gerrit, direction="Vogelpark")
    withdraw_report(report, by=bram)

    assert received(anna) == [], "nobody was alerted, so there is nothing to take back either"


def test_a_question_in_doubt_goes_to_the_coordinator_first(group, bram, anna, gerrit, received):
    ilse = make_person("Ilse")
    join(group, ilse)
    add_contact_point(ilse)
    Membership.objects.filter(person=gerrit).update(
        deputy_until=timezone.localdate() + timedelta(days=1), deputy_from=timezone.localdate()
    )
    until = timezone.now() + timedelta(minutes=15)
    make_report(group, bram, status="doubt", content=told(called_at=None, until=until), doubt_until=until)

    [question] = received(anna)

    assert question.title == "Een vraag: 112 nog niet gebeld. Vogelbuurt"
    assert len(received(gerrit)) == 1, "a deputy who stands in is a coordinator today"
    assert received(ilse) == []
    assert question.actions == ()


def test_the_outcome_waits_for_the_morning(report, anna, gerrit, received, time_machine):
    received(gerrit)
    close_report(report, by=anna, reason="police_dealt")
    time_machine.move_to("2026-11-24T22:30:00+01:00")
    add_entry(
        report, kind=Kind.OUTCOME, role=Entry.Role.POLICE, content=Content(text="De politie heeft iemand aangesproken")
    )
    before = len(received(gerrit))

    time_machine.move_to("2026-11-25T08:00:30+01:00")
    outcome = received(gerrit)[before]

    assert outcome.title.startswith("Wat kwam eruit? Melding ")
    assert outcome.body == "De politie heeft iemand aangesproken."


def test_who_and_where_is_one_query(group, django_assert_num_queries):
    with django_assert_num_queries(1):
        ears = ears_of(everybody_in(group))

    assert len(ears) == 3


def test_texts_are_made_once_per_language_and_not_per_person(report, group, monkeypatch):
    for number in range(20):
        neighbour = make_person(f"Buur{number}", language=["nl", "fr"][number % 2])
        join(group, neighbour)
        add_contact_point(neighbour)
    made = []

    def counted(*args, **facts):
        made.append(1)
        return words_for(*args, **facts)

    monkeypatch.setattr(resolvers, "words_for", counted)
    with CaptureQueriesContext(connection) as queries:
        recipients = resolvers.tell_entry(Intent.objects.get()).recipients

    assert len(recipients) == 22
    assert len(made) == 2
    assert len(queries) == 3, "the intent, the entry with its report, and who is where"
    assert len({one.message.receipt_url for one in recipients}) == 22


@pytest.mark.parametrize("change", [{"is_on": False}, {"gone_at": timezone.now()}, {"verified_at": None}])
def test_a_way_that_is_off_gone_or_unproven_is_not_used(report, anna, received, change):
    ContactPoint.objects.filter(person=anna).update(**change)

    assert received(anna) == []


def test_a_report_that_is_gone_is_told_to_nobody(report, anna, received):
    Report.objects.all().delete()

    assert received(anna) == []
