# SPDX-License-Identifier: EUPL-1.2
"""Passing a report on to neighbouring groups: who may, what goes along, and what never does."""

from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.alerts.models import Relay
from buurtwacht.alerts.personal_data import KEPT_FOR, erase_relays, export_relays, forget_relays
from buurtwacht.alerts.relay.additions import additions_to_tell
from buurtwacht.alerts.relay.queries import askable_groups
from buurtwacht.alerts.relay.services import ask_neighbours, decline, pass_on, tell_addition
from buurtwacht.delivery.models import Intent
from buurtwacht.groups.desk_registry import tasks_for
from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.reports.content import Content, PersonCard, VehicleCard, read
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.hiding import HideReason
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.tests.stories import make_report, told
from buurtwacht.reports.thread.services import (
    add_supplement,
    call_it_false_alarm,
    close_report,
    correct_report,
    hide_entry,
    hide_report,
    mark_police_on_site,
    show_entry_again,
)
from buurtwacht.reports.thread.tests.threads import make_photo
from buurtwacht.testing.cast import make_group


@pytest.fixture
def next_group(cast):
    """The Bloemenbuurt, where Iris coordinates and Farid is a member."""
    return cast.next_group


@pytest.fixture
def asked(report, next_group, anna, iris):
    [relay] = ask_neighbours(report, [next_group], anna)
    return relay


def test_the_coordinators_next_door_get_an_alarm_and_nobody_else(report, next_group, anna, iris, farid, received):
    [relay] = ask_neighbours(report, [next_group], anna)

    [message] = received(iris)
    assert message.title.startswith("112 gebeld")
    assert "Vogelbuurt vraagt: geeft u dit door?" in message.title
    assert message.urgency == "alarm"
    assert message.url.endswith(f"/doorgeven/{relay.pk}/")
    assert "Lijsterstraat" in message.body
    assert received(farid) == []


def test_the_promise_lasts_half_an_hour_and_counts_on_the_group_that_is_asked(asked, next_group):
    intent = Intent.objects.get(kind="report.relay", subject_id=asked.pk)

    assert intent.valid_until - intent.created_at == timedelta(minutes=30)
    assert intent.payer_id == next_group.pk
    assert Line.objects.filter(action="relay.asked", subject_id=asked.pk, by_id=asked.asked_by_id).count() == 1


def test_asking_twice_asks_once(asked, report, next_group, anna):
    assert ask_neighbours(report, [next_group], anna) == [asked]

    assert Intent.objects.filter(kind="report.relay").count() == 1
    assert next_group not in askable_groups(report)


def test_only_the_coordinator_of_the_group_asks(report, next_group, iris, bram, farid):
    for person in (bram, farid, iris):
        with pytest.raises(NotFound):
            ask_neighbours(report, [next_group], person)
    assert not Relay.objects.exists()


def test_only_active_neighbours_are_asked(report, group, next_group, anna):
    far = make_group(group.organisation, "Verweg")
    WatchGroup.objects.filter(pk=next_group.pk).update(status=WatchGroup.Status.DORMANT)

    for chosen in ([far], [next_group], [group]):
        with pytest.raises(NotFound):
            ask_neighbours(report, chosen, anna)


def test_choosing_nobody_is_said(report, anna):
    with pytest.raises(DomainError, match="minstens één groep"):
        ask_neighbours(report, [], anna)


@pytest.mark.parametrize("status", ["doubt", "waiting", "closed", "hidden"])
def test_only_what_goes_on_and_is_known_is_passed_on(group, next_group, anna, bram, status):
    now = timezone.now()
    report = make_report(group, bram, status=status, doubt_until=now, closed_at=now)

    with pytest.raises(DomainError, match="die nu bezig is"):
        ask_neighbours(report, [next_group], anna)


def test_it_becomes_a_report_of_the_other_group(asked, report, next_group, iris, farid, received):
    copy = pass_on(asked, iris)

    assert (copy.group, copy.reporter, copy.status) == (next_group, None, "open")
    assert copy.title.startswith("Uit Vogelbuurt: ")
    assert (copy.behaviours, copy.called_at, copy.seen_at) == (
        report.behaviours,
        report.called_at,
        read(report.entries.get()).seen_at,
    )
    entry = copy.entries.get()
    assert (entry.author, entry.role) == (iris, "coordinator")
    [message] = received(farid)
    assert message.title.startswith("112 gebeld")
    assert "Uit Vogelbuurt: iemand" in message.body
    asked.refresh_from_db()
    assert (asked.copy, asked.answer, asked.answered_by) == (copy, "passed_on", iris)
    assert Line.objects.filter(action="relay.passed_on", by_id=iris.pk).count() == 1


def test_the_copy_holds_no_person_no_photo_no_plate_and_no_story(group, bram, gerrit, anna, iris, next_group):
    van = VehicleCard(kind="van", colour="wit", make="Ford 12-ABC-3", marks="Deuk", plate="12-ABC-3", occupants="2")
    content = told(
        text="Jan de Vries voelt aan achterpoorten.",
        place="Merelweg, bus 12-ABC-3",
        direction="Naar de A12",
        danger="weapon",
        vehicles=(van,),
    )
    report = make_report(group, bram, content=content)
    make_photo(report)
    added = Content(text="Hij rent", vehicles=(VehicleCard(kind="car", colour="rood", plate="98-XYZ-7"),))
    add_entry(report, kind=Entry.Kind.VEHICLE, role=Entry.Role.MEMBER, author=gerrit, content=added)

    copy = pass_on(ask_neighbours(report, [next_group], anna)[0], iris)

    kept = copy.entries.get().content
    assert set(kept) <= {
        *("title", "behaviours", "place", "location", "direction", "in_sight", "seen_at", "called_at", "vehicles"),
        "source",
    }
    assert [set(card) for card in kept["vehicles"]] == [
        {"kind", "colour", "make", "place"},
        {"kind", "colour", "place"},
    ]
    assert {card["place"] for card in kept["vehicles"]} == {copy.place}
    for word in ("ABC", "XYZ", "Vries", "Deuk", "jas", "rent"):
        assert word not in f"{kept} {copy.title} {copy.place}", word
    assert "Naar de A12" in kept["direction"]
    assert not copy.photos.exists()


def test_the_rules_of_the_group_that_is_told_hold(report, next_group, anna, iris, farid, received):
    WatchGroup.objects.filter(pk=next_group.pk).update(preset="be-politiezone")
    next_group.refresh_from_db()
    [relay] = ask_neighbours(report, [next_group], anna)
    assert next_group.policy.emergency_number in received(iris)[-1].title

    pass_on(relay, iris)
    assert received(farid)[-1].title.startswith(f"{next_group.policy.emergency_number} gebeld")


def test_two_taps_make_one_report(asked, next_group, iris):
    assert pass_on(asked, iris) == pass_on(asked, iris)

    assert Report.objects.filter(group=next_group).count() == 1


def test_only_the_coordinator_who_was_asked_answers(asked, anna, bram, farid, next_group):
    for person in (anna, bram, farid):
        for answer in (pass_on, decline):
            with pytest.raises(NotFound):
                answer(asked, person)
    assert not Report.objects.filter(group=next_group).exists()


def test_no_is_an_answer_too(asked, iris, next_group):
    decline(asked, iris)
    decline(asked, iris)

    asked.refresh_from_db()
    assert asked.answer == "declined"
    assert Line.objects.filter(action="relay.declined").count() == 1
    with pytest.raises(DomainError, match="al beantwoord"):
        pass_on(asked, iris)
    assert not Report.objects.filter(group=next_group).exists()


def test_what_was_passed_on_cannot_be_declined(asked, iris):
    pass_on(asked, iris)

    with pytest.raises(DomainError, match="al beantwoord"):
        decline(asked, iris)


def test_what_has_ended_is_not_passed_on(asked, report, anna, iris):
    close_report(report, by=anna, reason="nothing_more")

    with pytest.raises(DomainError, match="afgelopen"):
        pass_on(asked, iris)


def test_nobody_is_asked_about_what_has_ended(report, next_group, anna, iris, received):
    ask_neighbours(report, [next_group], anna)
    close_report(report, by=anna, reason="nothing_more")

    assert received(iris) == []


def test_a_copy_goes_no_further(asked, group, iris):
    copy = pass_on(asked, iris)

    with pytest.raises(DomainError, match="kwam van een buurgroep"):
        ask_neighbours(copy, [group], iris)


@pytest.mark.parametrize("how", ["closed", "false_alarm", "hidden"])
def test_the_end_is_told_to_who_passed_it_on(asked, report, anna, iris, farid, received, how):
    copy = pass_on(asked, iris)
    before = len(received(iris)), len(received(farid))
    {
        "closed": lambda: close_report(report, by=anna, reason="nothing_more"),
        "false_alarm": lambda: call_it_false_alarm(report, by=anna),
        "hidden": lambda: hide_report(report, by=anna, reason="accusation"),
    }[how]()

    [message] = received(iris)[before[0] :]
    assert message.title == "De melding in Vogelbuurt is afgelopen"
    assert "Sluit dan uw melding" in message.body
    assert ("Loos alarm." in message.body) is (how == "false_alarm")
    assert ("Gebruik niet" in message.body) is (how == "hidden")
    assert message.url.endswith(f"/meldingen/{copy.pk}/")
    assert len(received(farid)) == before[1]


def test_a_correction_reaches_who_passed_it_on_and_they_decide(asked, report, bram, iris, farid, received):
    copy = pass_on(asked, iris)
    before = len(received(iris)), len(received(farid))
    person = PersonCard(sex="man", clothing="Rode jas")
    content = told(text="Jan de Vries rent.", place="Merelweg bij 12-ABC-3", persons=(person,))
    correct_report(report, by=bram, content=content)

    [message] = received(iris)[before[0] :]
    assert message.title == "De melding in Vogelbuurt is verbeterd"
    assert "Merelweg" in message.body
    assert "verbeter hem daar" in message.body
    assert message.url.endswith(f"/meldingen/{copy.pk}/")
    assert message.urgency == "update"
    for word in ("Vries", "Rode", "ABC"):
        assert word not in message.body, word
    assert len(received(farid)) == before[1]
    assert copy.entries.count() == 1


def test_of_two_corrections_the_last_is_told(asked, report, bram, iris, received):
    pass_on(asked, iris)
    before = len(received(iris))
    for place in ("Merelweg", "Zwaluwstraat"):
        correct_report(report, by=bram, content=told(place=place))

    [message] = received(iris)[before:]
    assert "Zwaluwstraat" in message.body


def test_that_the_police_came_is_told_once_and_only_to_who_does_not_know(asked, report, bram, iris, farid, received):
    copy = pass_on(asked, iris)
    before = len(received(iris)), len(received(farid))
    mark_police_on_site(report, by=bram)

    [message] = received(iris)[before[0] :]
    assert message.title == "De politie is er, in Vogelbuurt"
    assert len(received(farid)) == before[1]
    copy.refresh_from_db()
    assert copy.police_on_site_at is None


def test_who_said_so_before_does_not_hear_it(asked, report, bram, iris, received):
    mark_police_on_site(pass_on(asked, iris), by=iris)
    before = len(received(iris))
    mark_police_on_site(report, by=bram)
    assert len(received(iris)) == before


def test_what_neighbours_add_stays_where_it_was_said(asked, report, gerrit, iris, received):
    pass_on(asked, iris)
    before = len(received(iris))
    seen = Content(text="Hij loopt langs de school")
    add_supplement(report, by=gerrit, kind=Entry.Kind.SIGHTING, content=seen)
    assert len(received(iris)) == before


def seen_by(gerrit, report, **facts):
    facts = {"text": "Jan de Vries rent", "place": "Zwaluwstraat, bij 12-ABC-3", "direction": "Naar de school"} | facts
    return add_supplement(report, by=gerrit, kind=Entry.Kind.SIGHTING, content=Content(**facts))


def test_an_addition_that_helps_is_told_once_to_their_coordinators(asked, report, anna, gerrit, iris, farid, received):
    pass_on(asked, iris)
    added = seen_by(gerrit, report)
    before = len(received(iris)), len(received(farid))
    [offered] = additions_to_tell(report)
    assert offered.id == added.pk
    tell_addition(report, str(added.pk), anna)
    with pytest.raises(DomainError, match="al verteld"):
        tell_addition(report, str(added.pk), anna)

    [message] = received(iris)[before[0] :]
    assert message.title == "Nieuws over de melding in Vogelbuurt"
    assert "Naar de school. Zwaluwstraat" in message.body
    assert message.urgency == "update"
    for word in ("Vries", "ABC", "rent"):
        assert word not in message.body, word
    assert len(received(farid)) == before[1]
    assert additions_to_tell(report) == ()
    assert Line.objects.filter(action="relay.sent", by_id=anna.pk, subject_id=asked.pk).count() == 1


def test_words_alone_and_what_is_hidden_cannot_go_along(asked, report, anna, gerrit, iris, received):
    pass_on(asked, iris)
    only_words = seen_by(gerrit, report, place="", direction="")
    hidden = seen_by(gerrit, report)
    tell_addition(report, str(hidden.pk), anna)
    hide_entry(hidden, by=anna, reason=HideReason.NOT_FOR_HERE)
    before = len(received(iris))

    for entry_id in (str(only_words.pk), str(hidden.pk), "x"):
        with pytest.raises(DomainError, match="al verteld"):
            tell_addition(report, entry_id, anna)
    assert len(received(iris)) == before


def test_an_addition_that_was_told_and_hidden_is_told_as_hidden_and_as_standing_again(
    asked, report, anna, gerrit, iris, received
):
    pass_on(asked, iris)
    told, untold = seen_by(gerrit, report), seen_by(gerrit, report)
    tell_addition(report, str(told.pk), anna)
    before = len(received(iris))
    for entry in (told, untold):
        hide_entry(entry, by=anna, reason=HideReason.NOT_FOR_HERE)
    [message] = received(iris)[before:]
    assert message.title == "Een bericht in Vogelbuurt is verborgen"
    assert "nog iets zegt dat niet klopt" in message.body

    told.refresh_from_db()
    show_entry_again(told, by=anna)
    assert "staat er weer" in received(iris)[-1].title


def test_nobody_but_the_coordinator_where_it_began_tells_an_addition(asked, report, bram, gerrit, iris):
    pass_on(asked, iris)
    added = seen_by(gerrit, report)
    for person in (bram, gerrit, iris):
        with pytest.raises(NotFound):
            tell_addition(report, str(added.pk), person)


def test_what_was_corrected_before_it_was_passed_on_went_along(asked, report, bram, iris, received):
    correct_report(report, by=bram, content=told(place="Merelweg"))
    before = len(received(iris))
    copy = pass_on(asked, iris)
    assert copy.place == "Merelweg"
    assert not any("verbeterd" in message.title for message in received(iris)[before:])


def test_who_closed_the_own_report_already_hears_nothing(asked, report, anna, iris, received):
    close_report(pass_on(asked, iris), by=iris, reason="nothing_more")
    before = len(received(iris))
    close_report(report, by=anna, reason="nothing_more")

    assert len(received(iris)) == before


def test_the_question_stands_on_the_desk_until_it_is_answered(asked, next_group, iris):
    assert [task.kind for task in tasks_for(next_group, iris)].count("relay") == 1

    decline(asked, iris)
    assert "relay" not in [task.kind for task in tasks_for(next_group, iris)]


def test_who_asked_and_answered_can_be_asked_for_and_goes(asked, report, anna, iris):
    decline(asked, iris)
    assert [row["asked"] for row in export_relays(anna.pk) + export_relays(iris.pk)] == [True, False]

    erase_relays(anna.pk)
    erase_relays(iris.pk)
    asked.refresh_from_db()
    assert (asked.asked_by, asked.answered_by) == (None, None)

    now = timezone.now()
    Report.objects.filter(pk=report.pk).update(closed_at=now - KEPT_FOR - timedelta(minutes=1))
    forget_relays(now)
    assert not Relay.objects.exists()
