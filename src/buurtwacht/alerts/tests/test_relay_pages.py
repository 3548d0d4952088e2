# SPDX-License-Identifier: EUPL-1.2
"""The two pages of a relay, role by role."""

import re

import pytest

from buurtwacht.alerts.models import Relay
from buurtwacht.alerts.relay.services import ask_neighbours, decline, pass_on
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.lib.ids import new_id
from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Report
from buurtwacht.reports.thread.services import add_supplement, close_report
from buurtwacht.testing.cast import join, make_group, make_person


@pytest.fixture
def asked(report, cast, anna, iris):
    [relay] = ask_neighbours(report, [cast.next_group], anna)
    return relay


def page_of(report):
    return f"/meldingen/{report.pk}/doorgeven/"


def test_the_coordinator_finds_the_page_and_a_member_does_not(report, login, anna, bram):
    url = f"/meldingen/{report.pk}/"

    assert page_of(report) in login(anna).get(url).content.decode()
    assert "doorgeven" not in login(bram).get(url).content.decode()


def test_asking_without_a_script(report, login, anna, cast, iris):
    client = login(anna)
    shown = client.get(page_of(report)).content.decode()
    assert "Bloemenbuurt" in shown
    assert "Donkere jas" not in shown

    answer = client.post(page_of(report), {"groups": [str(cast.next_group.pk)]}, follow=True)

    assert "nog geen antwoord" in answer.content.decode()
    assert Relay.objects.get().to_group == cast.next_group


def test_choosing_nothing_is_said_and_nothing_lost(report, login, anna):
    answer = login(anna).post(page_of(report))

    assert answer.status_code == 400
    assert "Kies minstens één groep." in answer.content.decode()


def test_a_group_that_is_no_neighbour_is_refused(report, login, anna, group):
    far = make_group(group.organisation, "Verweg")
    answer = login(anna).post(page_of(report), {"groups": [str(far.pk)]})

    assert answer.status_code == 400
    assert not Relay.objects.exists()


def test_what_they_answered_can_be_read(asked, report, login, anna, iris):
    decline(asked, iris)

    assert "dat ze het niet doorgeven" in login(anna).get(page_of(report)).content.decode()


def test_an_ended_report_cannot_be_passed_on(report, login, anna, cast):
    close_report(report, by=anna, reason="nothing_more")

    assert "die nu bezig is" in login(anna).get(page_of(report)).content.decode()
    assert login(anna).post(page_of(report), {"groups": [str(cast.next_group.pk)]}).status_code == 400


def test_without_neighbours_the_page_says_so(report, login, anna, cast):
    WatchGroup.objects.filter(pk=cast.next_group.pk).update(status=WatchGroup.Status.DORMANT)

    assert "geen actieve groep" in login(anna).get(page_of(report)).content.decode()


def test_only_coordinators_of_the_asked_group_read_the_question(asked, login, cast, iris):
    url = f"/doorgeven/{asked.pk}/"

    shown = login(iris).get(url).content.decode()
    assert "Vogelbuurt vraagt: geeft u dit door?" in shown
    assert "Donkere jas" not in shown
    assert "V-38" not in shown
    for person in (cast.anna, cast.bram, cast.farid, cast.dirk, cast.eva, cast.hanna, cast.chantal):
        assert login(person).get(url).status_code == 404
        assert login(person).post(url, {"answer": "pass_on"}).status_code == 404
    assert not Report.objects.filter(group=cast.next_group).exists()


def test_passing_on_leads_to_the_own_report(asked, login, cast, iris):
    answer = login(iris).post(f"/doorgeven/{asked.pk}/", {"answer": "pass_on"}, follow=True)

    copy = Report.objects.get(group=cast.next_group)
    assert answer.redirect_chain[-1][0] == f"/meldingen/{copy.pk}/"
    assert "Uit Vogelbuurt: iemand" in answer.content.decode()
    assert "Donkere jas" not in answer.content.decode()


def test_a_report_without_a_reporter_can_be_read_and_ended(asked, login, cast, iris):
    copy = pass_on(asked, iris)

    for url in ("/bureau/bloemenbuurt/", "/bureau/bloemenbuurt/meldingen/", "/meldingen/", f"/meldingen/{copy.pk}/"):
        assert "Uit Vogelbuurt: iemand" in login(iris).get(url).content.decode(), url
    assert "Uit Vogelbuurt: iemand" in login(cast.farid).get(f"/meldingen/{copy.pk}/").content.decode()
    form = {"entry_id": new_id(), "reason": "nothing_more", "advice": ""}
    ended = login(iris).post(f"/bureau/bloemenbuurt/meldingen/{copy.pk}/afsluiten/", form)
    assert ended.status_code == 302


def test_the_coordinator_tells_what_was_added_since(asked, report, login, anna, gerrit, iris):
    pass_on(asked, iris)
    add_supplement(report, by=gerrit, kind="sighting", content=Content(text="Rent", direction="Naar de school"))
    client = login(anna)
    shown = client.get(page_of(report)).content.decode()
    assert "Naar de school" in shown
    [entry_id] = re.findall(r'name="add" value="([0-9a-f-]+)"', shown)

    done = client.post(page_of(report), {"add": entry_id}, follow=True).content.decode()
    assert "Verteld. Hun coördinatoren beslissen" in done
    assert 'name="add"' not in done
    assert "al verteld" in client.post(page_of(report), {"add": "x"}, follow=True).content.decode()


def test_declining_is_said(asked, login, cast, iris):
    answer = login(iris).post(f"/doorgeven/{asked.pk}/", {"answer": "decline"}, follow=True)

    assert "dat die dit niet doorgeeft" in answer.content.decode()
    assert 'name="answer"' not in answer.content.decode()


def test_an_answer_that_is_none_changes_nothing(asked, login, iris):
    assert login(iris).post(f"/doorgeven/{asked.pk}/", {"answer": "perhaps"}).status_code == 400

    asked.refresh_from_db()
    assert asked.answer == ""


def test_an_answered_question_leads_to_the_report(asked, login, iris):
    copy = pass_on(asked, iris)

    assert f"/meldingen/{copy.pk}/" in login(iris).get(f"/doorgeven/{asked.pk}/").content.decode()


def test_a_question_about_what_has_ended_has_no_buttons(asked, report, login, anna, iris):
    close_report(report, by=anna, reason="nothing_more")

    shown = login(iris).get(f"/doorgeven/{asked.pk}/").content.decode()
    assert "intussen afgelopen" in shown
    assert 'name="answer"' not in shown


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_both_pages_are_fit_to_be_seen(seen_well, browser_page, report, anna, iris, cast):
    other = make_group(cast.organisation, "Rivierenbuurt", area=cast.next_group.area)
    [relay] = ask_neighbours(report, [other], anna)
    otto = make_person("Otto")
    join(other, otto, Membership.Role.COORDINATOR)
    pass_on(relay, otto)
    seen = Content(direction="Naar de school", place="Zwaluwstraat")
    add_supplement(report, by=cast.gerrit, kind="sighting", content=seen)
    seen_well(page_of(report), anna, "doorgeven")
    [relay] = ask_neighbours(report, [cast.next_group], anna)
    seen_well(f"/doorgeven/{relay.pk}/", iris, "doorgeven-vraag")
    page = browser_page(person=iris, javascript=False)
    page.goto(f"/doorgeven/{relay.pk}/")
    page.get_by_role("button", name="Doorgeven aan Bloemenbuurt").click()
    page.get_by_text("Doorgegeven. Uw groep hoort het nu.").wait_for()
