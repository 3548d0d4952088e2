# SPDX-License-Identifier: EUPL-1.2
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from buurtwacht.groups.models import WatchGroup
from buurtwacht.journal.models import Line
from buurtwacht.pages.demo.clock import as_if
from buurtwacht.pages.home import greeting
from buurtwacht.reports.content import Content
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.testing.cast import join, make_person


@pytest.mark.parametrize(
    ("hour", "words"), [(3, "Goedenacht"), (8, "Goedemorgen"), (14, "Goedemiddag"), (21, "Goedenavond")]
)
def test_it_greets_by_the_clock_on_the_wall(hour, words):
    assert greeting(datetime(2026, 11, 21, hour), "Bram") == f"{words}, Bram"


def test_a_member_sees_the_button_and_that_it_is_quiet(login, bram):
    page = login(bram).get("/").content.decode()

    assert "Ik zie iets verdachts" in page
    assert "/groepen/vogelbuurt/melden/" in page
    assert "Het is rustig" in page
    assert "/bureau/" not in page


def test_a_coordinator_sees_the_way_to_the_desk(login, anna):
    assert "/bureau/vogelbuurt/" in login(anna).get("/").content.decode()


def test_a_visitor_reads_what_it_is_and_that_it_does_not_replace_the_police(db):
    page = Client().get("/").content.decode()

    assert "Buurtwacht vervangt 112 niet" in page
    assert "/inloggen/" in page


def test_the_privacy_page_says_what_is_never_taken_and_where_data_go(db):
    page = Client().get("/privacy/").content.decode()
    assert "nooit om uw adresboek" in page
    assert "alleen waar u bent als u daarvoor op de knop drukt" in page
    assert "Uit elke foto halen wij plaats en tijd" in page
    assert "WhatsApp, sms, mail of een andere dienst, gaat ook langs die dienst" in page


@pytest.mark.parametrize(("who", "where"), [("dirk", "/politie/"), ("eva", "/gemeente/"), ("hanna", "/toezicht/")])
def test_who_works_for_an_organisation_comes_to_their_own_desk(login, cast, who, where):
    response = login(getattr(cast, who)).get("/")

    assert response.status_code == 302
    assert response.url == where


def test_the_official_sees_figures_of_groups_and_no_content(login, eva, report):
    page = login(eva).get("/gemeente/").content.decode()

    assert "Vogelbuurt" in page
    assert "1 melding in het laatste jaar" in page
    assert report.title not in page
    assert report.place not in page


def test_a_member_cannot_open_the_figures(login, bram):
    assert login(bram).get("/gemeente/").status_code == 404


def test_the_auditor_reads_who_did_what_and_that_is_written_down(login, hanna, report):
    page = login(hanna).get("/toezicht/").content.decode()

    assert "Melding: gedeeld" in page
    assert report.title not in page
    assert Line.objects.filter(action="journal.read", by_id=hanna.pk).exists()


@pytest.mark.parametrize("who", ["anna", "farid", "dirk"])
def test_nobody_else_reads_the_journal(login, cast, who):
    assert login(getattr(cast, who)).get("/toezicht/").status_code == 404
    assert login(getattr(cast, who)).get("/toezicht/ede/").status_code == 404


def ended(group, reporter, title, days_ago, outcome=""):
    """A report that was closed some days ago, with what the police said of it a day later, if they did."""
    closed_at = timezone.now() - timedelta(days=days_ago)
    report = make_report(group, reporter, status="closed", closed_at=closed_at, close_reason="police_dealt")
    Report.objects.filter(pk=report.pk).update(title=title)
    if outcome:
        with as_if(closed_at + timedelta(days=1, hours=1)):
            content = Content(text=outcome)
            add_entry(report, kind=Entry.Kind.OUTCOME, role=Entry.Role.POLICE, content=content, tell=False)
    return report


def test_what_came_of_an_older_report_is_worth_more_than_the_end_of_a_newer_one(login, bram, group):
    ended(group, bram, "Glasgerinkel", 9, outcome="De politie heeft iemand aangesproken.")
    ended(group, bram, "Bestelbus", 2)

    page = login(bram).get("/").content.decode()

    assert "Glasgerinkel" in page
    assert "De politie heeft iemand aangesproken." in page
    assert "Antwoord van de politie na 1 dag" in page
    assert "Bestelbus" not in page


def test_without_an_answer_it_tells_how_the_last_one_ended(login, bram, group):
    ended(group, bram, "Bestelbus", 2)

    page = login(bram).get("/").content.decode()

    assert "Bestelbus" in page
    assert "Hoe het afliep" in page


def test_a_report_that_is_going_on_comes_before_a_question_in_doubt(login, anna, bram, group):
    make_report(group, bram)
    doubt = make_report(group, bram, status="doubt", doubt_until=timezone.now() + timedelta(minutes=9))
    Report.objects.filter(pk=doubt.pk).update(title="Iemand zit in een auto")

    page = login(anna).get("/").content.decode()

    assert page.index("Man voelt aan achterpoorten") < page.index("Iemand zit in een auto")
    assert "Vraag bij twijfel" in page


def test_somebody_in_two_groups_has_a_button_for_each(login, bram, cast):
    join(cast.next_group, bram, street="Tulpstraat")

    page = login(bram).get("/").content.decode()

    assert "/groepen/vogelbuurt/melden/" in page
    assert "/groepen/bloemenbuurt/melden/" in page
    assert "In Bloemenbuurt. Eerst belt u 112." in page


def test_somebody_without_a_group_reads_how_to_join(login, chantal):
    assert "U zit nog niet in een groep" in login(chantal).get("/").content.decode()


@pytest.mark.parametrize(
    ("status", "words"), [("forming", "Vogelbuurt is in oprichting"), ("dormant", "Vogelbuurt rust")]
)
def test_who_takes_part_in_a_group_that_does_not_alert_now_reads_so(login, bram, group, status, words):
    WatchGroup.objects.filter(pk=group.pk).update(status=status)
    page = login(bram).get("/").content.decode()

    assert words in page
    assert "U zit nog niet in een groep" not in page
    assert "/groepen/vogelbuurt/melden/" not in page


def test_who_is_in_no_group_is_led_to_one(login, db):
    page = login(make_person("Zoë")).get("/").content.decode()

    assert "U zit nog niet in een groep" in page
    assert "/vind-uw-groep/" in page
