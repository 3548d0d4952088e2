# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse

from buurtwacht.alerts.audience import ears_of, everybody_in
from buurtwacht.enrolment.services import mark_done
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.models import Membership
from buurtwacht.groups.services import add_member
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.reports.models import Report
from buurtwacht.testing.cast import add_contact_point, make_group


@pytest.fixture
def lanaken(cast):
    return make_group(cast.organisation, "Smeermaas", preset="be-lanaken", goal="Samen opletten aan de Maas.")


@pytest.fixture
def newcomer(lanaken, apply_to):
    return mark_done(apply_to(lanaken), Step.SIGN).person


@pytest.fixture
def page(lanaken):
    return reverse("welcome", args=[lanaken.slug])


def a_report(group, reporter):
    return Report.objects.create(group=group, reporter=reporter, title="Glasgerinkel", place="Merelweg")


def test_the_new_member_gets_a_letter_with_goal_rules_and_how_to_stop(newcomer, page, mailoutbox):
    handle_due_lines()

    [mail] = [one for one in mailoutbox if one.to == [newcomer.email] and page in one.body]
    assert "Samen opletten aan de Maas." in mail.body
    assert "101" in mail.body
    assert "Smeermaas" in mail.subject


def test_who_had_a_device_already_gets_a_short_notice_too(cast, lanaken, received, mailoutbox):
    with time_machine.travel(datetime(2026, 11, 21, 23, 0, tzinfo=UTC), tick=False):
        add_member(lanaken, cast.chantal, street="Merelweg", welcomed_at=None)
        assert received(cast.chantal) == [], "not at midnight"
    with time_machine.travel(datetime(2026, 11, 22, 8, 0, tzinfo=UTC), tick=False):
        [notice] = received(cast.chantal)

    assert "Smeermaas" in notice.title
    assert notice.url.endswith("/welkom/smeermaas/")
    assert [mail.to for mail in mailoutbox] == [[cast.chantal.email]]


def test_who_is_added_on_the_console_is_welcomed_too(cast, lanaken, mailoutbox):
    call_command("groups", "member", lanaken.slug, "wim@voorbeeld.example", "Wim", "Maasweg")
    handle_due_lines()

    assert [mail.to for mail in mailoutbox] == [["wim@voorbeeld.example"]]
    assert Membership.objects.get(person__email="wim@voorbeeld.example").welcomed_at is None


def test_who_was_written_down_by_hand_is_not_told_that_they_applied(cast, lanaken, received, mailoutbox):
    add_member(lanaken, cast.chantal, street="Merelweg")

    assert received(cast.chantal) == []
    assert mailoutbox == []


def test_no_report_is_visible_before_somebody_agreed(cast, lanaken, newcomer, page, login):
    report = a_report(lanaken, cast.bram)
    client = login(newcomer)

    for path in ("/", "/meldingen/", f"/meldingen/{report.pk}/"):
        response = client.get(path)
        assert response.status_code == 302
        assert response.headers["Location"].startswith(page)
        assert "Glasgerinkel" not in response.content.decode()

    response = client.post(page, {"next": f"/meldingen/{report.pk}/"})
    assert response.headers["Location"] == f"/meldingen/{report.pk}/"
    assert Membership.objects.get(person=newcomer).welcomed_at is not None
    assert client.get("/meldingen/").status_code == 200


def test_reporting_never_waits_for_a_welcome(lanaken, newcomer, login):
    assert login(newcomer).get(reverse("write_report", args=[lanaken.slug])).status_code == 200


def test_agreeing_twice_in_two_tabs_is_once(newcomer, page, login):
    client = login(newcomer)
    client.post(page)
    first = Membership.objects.get(person=newcomer).welcomed_at
    client.post(page)

    assert Membership.objects.get(person=newcomer).welcomed_at == first


def test_nobody_is_led_off_the_site(newcomer, page, login):
    response = login(newcomer).post(page, {"next": "https://elders.example/"})

    assert response.headers["Location"] == page


def test_after_agreeing_the_phone_comes(newcomer, page, login):
    client = login(newcomer)
    before = client.get(page).content.decode()
    client.post(page)
    phone = client.get(page, headers={"User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)"})

    assert 'id="beginscherm"' not in before
    assert 'id="beginscherm"' in phone.content.decode()
    assert reverse("ask_test") not in before
    assert reverse("starter_pack", args=["smeermaas"]) in phone.content.decode()


def test_farid_finds_no_welcome_of_another_group(cast, page, login):
    assert login(cast.farid).get(page).status_code == 404


def test_the_alert_itself_is_never_held_back(cast, lanaken, newcomer, received):
    """A new member hears an alarm at once; only reading on leads past the welcome page."""

    add_contact_point(newcomer)
    assert newcomer.pk in {ear.person_id for ear in ears_of(everybody_in(lanaken))}
