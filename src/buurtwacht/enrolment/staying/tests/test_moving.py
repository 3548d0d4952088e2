# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from buurtwacht.alerts.audience import ears_of, everybody_in
from buurtwacht.enrolment.models import Application, Departure, Move
from buurtwacht.enrolment.services import mark_done, refuse
from buurtwacht.enrolment.services.advance import step_of
from buurtwacht.enrolment.staying import tasks
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import membership_in
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.places.models import Street
from buurtwacht.testing.cast import make_area

URL = "/mijn/verhuizen/"


@pytest.fixture
def flowers(cast):
    """The next group along, where new members are in as soon as they signed."""
    Street.objects.create(area=cast.next_group.area, name="Tulpstraat", latitude=52.04, longitude=5.68)
    WatchGroup.objects.filter(pk=cast.next_group.pk).update(preset="be-lanaken")
    return WatchGroup.objects.get(pk=cast.next_group.pk)


def told(street, days=10, **more):
    day = timezone.localdate() + timedelta(days=days)
    return {
        "street": street,
        "house_number": "3",
        "postcode": "6711 AB",
        "town": "Ede",
        "moves_on": day.isoformat(),
    } | more


def hears(person, group):
    return person.pk in {ear.person_id for ear in ears_of(everybody_in(group))}


def finish(person):
    application = Application.objects.get(person=person, ended_at=None)
    while (step := step_of(application)) is not None:
        application = mark_done(application, step)
    handle_due_lines()
    return application


def test_within_the_group_only_the_address_changes(cast, login):
    response = login(cast.bram).post(URL, told("Lijsterstraat"))

    assert response.headers["Location"] == reverse("own_data")
    membership = membership_in(cast.bram, cast.group)
    assert (membership.street, membership.house_number, membership.postcode) == ("Lijsterstraat", "3", "6711 AB")
    assert membership.home == {"latitude": 52.0415, "longitude": 5.6628}


def test_to_another_group_says_first_what_it_means(cast, flowers, login):
    response = login(cast.bram).post(URL, told("Tulpstraat"))

    assert response.status_code == 200
    assert "Bloemenbuurt" in response.content.decode()
    assert not Application.objects.exists()


def test_there_is_no_day_without_alerts(cast, flowers, login, time_machine_at):
    login(cast.bram).post(URL, told("Tulpstraat", sure="yes"))
    assert hears(cast.bram, cast.group)

    application = finish(cast.bram)
    assert application.status == "joined"
    assert hears(cast.bram, cast.group), "until the day of the move the old street still warns"
    assert hears(cast.bram, flowers)

    with time_machine_at(days=12):
        tasks.end_moves.func(timestamp=0)
        tasks.end_moves.func(timestamp=0)
    assert not hears(cast.bram, cast.group)
    assert hears(cast.bram, flowers)
    assert not Move.objects.exists()
    assert [departure.reason for departure in Departure.objects.all()] == ["moved"]


def test_who_has_moved_already_changes_over_at_once(cast, flowers, login, mailoutbox):
    login(cast.bram).post(URL, told("Tulpstraat", days=-3, sure="yes"))
    assert hears(cast.bram, cast.group)

    finish(cast.bram)

    assert membership_in(cast.bram, cast.group) is None
    assert membership_in(cast.bram, flowers).street == "Tulpstraat"
    assert [mail for mail in mailoutbox if cast.group.name in mail.subject]


def test_the_old_group_waits_a_month_for_the_new_one_and_no_longer(cast, flowers, login, time_machine_at):
    login(cast.bram).post(URL, told("Tulpstraat", days=0, sure="yes"))
    with time_machine_at(days=30):
        tasks.end_moves.func(timestamp=0)
        assert membership_in(cast.bram, cast.group) is not None
    with time_machine_at(days=32):
        tasks.end_moves.func(timestamp=0)
    assert membership_in(cast.bram, cast.group) is None


def test_when_the_new_group_says_no_the_old_one_goes_on_until_the_day(cast, flowers, login):
    login(cast.bram).post(URL, told("Tulpstraat", days=10, sure="yes"))
    refuse(Application.objects.get(person=cast.bram))
    handle_due_lines()

    assert Move.objects.get().last_day == timezone.localdate() + timedelta(days=10)


def test_where_there_is_no_group_it_says_so(cast, login, time_machine_at):
    empty = make_area("Leegte", "BU02280199", 5.9, 52.2)
    Street.objects.create(area=empty, name="Heidepad", latitude=52.21, longitude=5.91)
    client = login(cast.bram)

    page = client.post(URL, told("Heidepad"))
    client.post(URL, told("Heidepad", sure="yes"))

    assert page.status_code == 200
    assert not Application.objects.exists()
    with time_machine_at(days=9):
        tasks.end_moves.func(timestamp=0)
        assert membership_in(cast.bram, cast.group) is not None
    with time_machine_at(days=12):
        tasks.end_moves.func(timestamp=0)
    assert membership_in(cast.bram, cast.group) is None


def test_an_address_that_nobody_knows_is_asked_again_and_nothing_is_lost(cast, login):
    response = login(cast.bram).post(URL, told("Xyzzystraat"))

    assert response.status_code == 400
    assert 'value="Xyzzystraat"' in response.content.decode()
    assert 'value="6711 AB"' in response.content.decode()


@pytest.mark.parametrize("days", [-90, 400])
def test_a_day_that_cannot_be_is_refused(cast, flowers, login, days):
    response = login(cast.bram).post(URL, told("Tulpstraat", days=days, sure="yes"))

    assert response.status_code == 400
    assert not Move.objects.exists()


def test_who_stays_after_all_takes_it_back(cast, flowers, login):
    client = login(cast.bram)
    client.post(URL, told("Tulpstraat", sure="yes"))
    client.post(URL, {"groep": cast.group.slug, "cancel": ""})
    client.post(URL, {"groep": cast.group.slug, "cancel": ""})

    assert not Move.objects.exists()
    assert Application.objects.get(person=cast.bram).status == "withdrawn"
    assert membership_in(cast.bram, cast.group) is not None


def test_telling_it_twice_in_two_tabs_applies_once(cast, flowers, login):
    client = login(cast.bram)
    client.post(URL, told("Tulpstraat", sure="yes"))
    client.post(URL, told("Tulpstraat", sure="yes"))

    assert Application.objects.filter(person=cast.bram).count() == 1


def test_where_the_police_check_they_are_asked_first(cast, flowers, login):
    WatchGroup.objects.filter(pk=flowers.pk).update(preset="be-politiezone")
    client = login(cast.bram)

    refused = client.post(URL, told("Tulpstraat", sure="yes"))
    assert refused.status_code == 400
    assert not Application.objects.exists()
    client.post(URL, told("Tulpstraat", sure="yes", agreed_to_transfer="yes"))

    assert Application.objects.get(person=cast.bram).acceptances.filter(kind="transfer").exists()


def test_the_last_coordinator_hands_over_before_moving(cast, flowers, login):
    response = login(cast.anna).post(URL, told("Tulpstraat", sure="yes"))

    assert response.status_code == 400
    assert not Move.objects.exists()


def test_who_is_in_no_group_is_led_to_one(cast, login):
    assert reverse("find_group") in login(cast.chantal).get(URL).content.decode()
    assert login(cast.farid).get(URL, {"groep": cast.group.slug}).status_code == 404
