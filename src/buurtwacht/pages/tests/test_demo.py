# SPDX-License-Identifier: EUPL-1.2
"""The demo's neighbourhood: built once, walked through by anybody, and never there for real people."""

from collections.abc import Iterator

import pytest
from django.core.mail import EmailMessage
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from buurtwacht.alerts.models import TestAlarm
from buurtwacht.alerts.proof.missed import missed_by
from buurtwacht.groups.info.queries import current_notes, waiting_notes
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.queries import members_of
from buurtwacht.moderation.cases.queries import seconds_of
from buurtwacht.moderation.models import Measure, Nudge
from buurtwacht.outreach.models import MemberQuestion, RightsRequest
from buurtwacht.pages.demo.info import TRICK
from buurtwacht.pages.demo.mailbox import MailboxBackend, RealPeople
from buurtwacht.pages.demo.neighbourhood import build_neighbourhood, keep_something_going
from buurtwacht.pages.demo.people import PLAYERS
from buurtwacht.pages.models import DemoMail
from buurtwacht.people.models import Person
from buurtwacht.places.models import Area
from buurtwacht.reports import chain
from buurtwacht.reports.models import Photo, Report


@pytest.fixture(scope="module")
def neighbourhood(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """Built once for this module, and gone after it."""
    mailbox = "buurtwacht.pages.demo.mailbox.MailboxBackend"
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(DEMO=True, EMAIL_BACKEND=mailbox):
            build_neighbourhood()
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def in_the_demo(neighbourhood, db, settings) -> None:
    settings.DEMO = True


def become(key: str) -> Client:
    client = Client()
    assert client.post(reverse("demo_become", args=[key])).status_code == 302
    return client


def test_groups_live_in_real_districts(db):
    group = WatchGroup.objects.get(slug="vogelbuurt")

    assert members_of(group).count() == 84
    assert group.area.parent.name == "Ede-Veldhuizen"
    assert group.area.parent.parent.name == "Ede"
    assert {town.name for town in Area.objects.filter(kind="municipality")} == {"Ede", "Maastricht", "Lanaken"}


def test_something_is_going_on_and_what_is_past_has_an_outcome():
    reports = Report.objects.filter(group__slug="vogelbuurt")

    assert reports.filter(status="open").exists()
    assert reports.filter(status="doubt").exists()
    assert reports.filter(status="closed", dossier__status="answered").count() == 2
    assert all(chain.verify(report.pk, report.entries.order_by("sequence")).is_whole for report in reports)


def test_a_photo_waits_on_a_desk_that_a_visitor_can_have():
    page = become("marijose").get("/bureau/groenewegkwartier/").content.decode()
    photo = Photo.objects.get(audience="waiting")
    assert f"/foto/{photo.pk}/" in page
    decide = reverse("photo_decide", args=["groenewegkwartier", photo.report_id, photo.pk])
    assert "Wat mag niemand herkennen?" in become("marijose").get(decide).content.decode()


def test_building_it_twice_changes_nothing():
    before = Person.objects.count(), Report.objects.count(), Area.objects.count()

    build_neighbourhood()

    assert (Person.objects.count(), Report.objects.count(), Area.objects.count()) == before


def test_a_case_waits_for_anna_and_a_new_proposal_comes_when_the_last_lapsed():
    anna = Person.objects.get(email__startswith="anna@")
    [waiting] = [one for one in Measure.objects.filter(status="proposed") if anna in seconds_of(one)]
    assert (waiting.kind, waiting.proposed_by.first_name) == ("removal", "Gerrit")

    Measure.objects.filter(pk=waiting.pk).update(lapses_at=timezone.now())
    keep_something_going()
    assert Measure.objects.filter(status="proposed").exclude(pk=waiting.pk).count() == 1


def test_it_is_not_built_among_real_people():
    Person.objects.create_user("echt@voorbeeld.example", first_name="Echt")

    with pytest.raises(RealPeople):
        build_neighbourhood(fresh=True)


@pytest.mark.parametrize("player", PLAYERS, ids=lambda player: player.key)
def test_one_becomes_somebody_with_one_click(player):
    page = become(player.key).get("/", follow=True)

    assert page.status_code == 200
    assert page.wsgi_request.user.email == player.email


def test_farid_does_not_see_what_the_vogelbuurt_shares():
    report = Report.objects.filter(group__slug="vogelbuurt", status="open").first()

    assert report.title in become("ilse").get("/").content.decode()
    farid = become("farid")
    assert report.title not in farid.get("/").content.decode()
    assert farid.get(f"/meldingen/{report.pk}/").status_code == 404


def test_nobody_becomes_a_neighbour_who_is_not_on_the_list():
    assert Client().post("/demo/worden/gerrit/").status_code == 404
    assert Client().get("/demo/worden/bram/").status_code == 405


def test_a_visitor_can_let_something_happen():
    before = Report.objects.count()

    become("bram").post("/demo/voorval/")

    assert Report.objects.count() == before + 1


@pytest.mark.parametrize("path", ["/demo/", "/demo/postvak/"])
def test_without_the_demo_there_is_no_door(settings, path):
    settings.DEMO = False

    assert Client().get(path).status_code == 404
    assert Client().post("/demo/worden/anna/").status_code == 404
    assert Client().post("/demo/voorval/").status_code == 404


def test_what_is_mailed_can_be_read_and_its_links_can_be_followed():
    mail = EmailMessage("Dossier", "Open http://localhost:8000/politie/open/abc/ <b>", to=["politie@voorbeeld.example"])

    assert MailboxBackend().send_messages([mail]) == 1

    kept = DemoMail.objects.first()
    assert kept.subject == "Dossier"
    assert "Dossier" in Client().get("/demo/postvak/").content.decode()
    page = Client().get(f"/demo/postvak/{kept.pk}/").content.decode()
    assert 'href="http://localhost:8000/politie/open/abc/"' in page
    assert "&lt;b&gt;" in page


def test_each_page_says_that_it_is_a_demo():
    assert "Alle mensen zijn verzonnen" in Client().get("/").content.decode()


def test_outside_the_demo_no_page_says_so(settings):
    settings.DEMO = False

    assert "Alle mensen zijn verzonnen" not in Client().get("/").content.decode()


def test_with_a_real_person_in_it_the_mailbox_takes_nothing():
    """Everybody reads this mailbox, and codes to sign in come by mail."""
    Person.objects.create_user("echt@voorbeeld.example", first_name="Echt")
    before = DemoMail.objects.count()

    with pytest.raises(RealPeople):
        MailboxBackend().send_messages([EmailMessage("Code", "123456", to=["echt@voorbeeld.example"])])
    assert DemoMail.objects.count() == before


def test_the_monthly_tests_have_a_history_and_find_who_stayed_silent():
    tests = TestAlarm.objects.filter(group__slug="vogelbuurt").select_related("group").order_by("-at")
    assert len(tests) == 7
    assert [test.proven < test.told for test in tests] == [True] * 7
    missed = missed_by(tests[0])
    assert len(missed) == 3
    assert [one.twice for one in missed] == [True, False, False]
    assert "3 buren zagen de proef niet" in become("anna").get("/bureau/vogelbuurt/").content.decode()


def test_there_is_something_to_know_and_something_that_waits():
    group = WatchGroup.objects.get(slug="vogelbuurt")
    assert [note.words for note in current_notes(group)] == [TRICK]
    assert [note.role for note in waiting_notes(group)] == ["officer"]
    page = become("bram").get("/groepen/vogelbuurt/info/").content.decode()
    assert TRICK in page


def test_a_tip_waits_for_bram_and_a_flagged_message_for_the_coordinator():
    nudge = Nudge.objects.get(person__email__startswith="bram@", answer="")
    tip = reverse("report_tip", args=[nudge.entry.report_id, nudge.entry_id])
    assert "Pools busje" in become("bram").get(tip).content.decode()

    desk = become("anna").get(reverse("flags", args=["vogelbuurt"])).content.decode()
    assert "Politie doet toch niks" in desk
    assert "Pools busje" not in desk


def test_a_question_waits_for_anna_and_a_request_for_eva():
    [question] = MemberQuestion.objects.filter(answered_at=None)
    [request] = RightsRequest.objects.filter(answered_at=None)

    assert f"/ledenvragen/{question.pk}/" in become("anna").get("/bureau/vogelbuurt/").content.decode()
    assert f"/verzoeken/{request.pk}/" in become("eva").get("/gemeente/ede/verzoeken/").content.decode()
