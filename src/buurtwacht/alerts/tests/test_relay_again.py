# SPDX-License-Identifier: EUPL-1.2
"""A report that was passed on was hidden by mistake and stands again: who passed it on hears that as well."""

import pytest

from buurtwacht.alerts.relay.services import ask_neighbours, pass_on
from buurtwacht.reports.content import Content, VehicleCard
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry
from buurtwacht.reports.thread import services


@pytest.fixture
def copy(report, cast, anna, iris):
    return pass_on(ask_neighbours(report, [cast.next_group], anna)[0], iris)


def test_whoever_passed_it_on_hears_that_it_stands_again(copy, report, anna, iris, farid, received):
    services.hide_report(report, by=anna, reason="accusation")
    before = len(received(iris)), len(received(farid))

    services.show_report_again(report, by=anna)

    [message] = received(iris)[before[0] :]
    assert message.title == "De melding in Vogelbuurt staat er weer"
    assert "per vergissing verborgen" in message.body
    assert "afgelopen" not in message.body
    assert message.url.endswith(f"/meldingen/{copy.pk}/")
    assert len(received(farid)) == before[1]


def test_what_had_ended_is_said_to_have_ended(copy, report, anna, iris, received):
    services.close_report(report, by=anna, reason="nothing_more")
    services.hide_report(report, by=anna, reason="accusation")
    before = len(received(iris))

    services.show_report_again(report, by=anna)

    [message] = received(iris)[before:]
    assert "Daar is het intussen afgelopen." in message.body


def test_who_closed_their_own_because_of_it_hears_it_too(copy, report, anna, iris, received):
    services.hide_report(report, by=anna, reason="accusation")
    services.close_report(copy, by=iris, reason="nothing_more")
    before = len(received(iris))

    services.show_report_again(report, by=anna)

    assert [one.title for one in received(iris)[before:]] == ["De melding in Vogelbuurt staat er weer"]


def test_who_had_closed_their_own_before_hears_neither(copy, report, anna, iris, received):
    services.close_report(copy, by=iris, reason="nothing_more")
    before = len(received(iris))

    services.hide_report(report, by=anna, reason="accusation")
    services.show_report_again(report, by=anna)

    assert len(received(iris)) == before


def test_what_nobody_was_told_yet_is_told_as_it_is_now(copy, report, anna, iris, received):
    before = len(received(iris))

    services.hide_report(report, by=anna, reason="accusation")
    services.show_report_again(report, by=anna)

    assert [one.title for one in received(iris)[before:]] == ["De melding in Vogelbuurt staat er weer"]


def test_a_message_about_a_vehicle_that_stands_again(report, cast, anna, gerrit, iris, received):
    card = Content(vehicles=(VehicleCard(kind="car", colour="rood"),))
    entry = add_entry(report, kind=Entry.Kind.VEHICLE, role=Entry.Role.MEMBER, author=gerrit, content=card)
    copy = pass_on(ask_neighbours(report, [cast.next_group], anna)[0], iris)
    services.hide_entry(entry, by=anna, reason="untrue")
    received(iris)
    before = len(received(iris))

    services.show_entry_again(entry, by=anna)

    [message] = received(iris)[before:]
    assert message.title == "Een bericht in Vogelbuurt staat er weer"
    assert message.url.endswith(f"/meldingen/{copy.pk}/")
