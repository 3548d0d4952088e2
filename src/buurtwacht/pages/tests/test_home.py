# SPDX-License-Identifier: EUPL-1.2
from datetime import datetime

import pytest
from django.test import Client

from buurtwacht.journal.models import Line
from buurtwacht.pages.home import greeting


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

    assert "report.shared" in page
    assert report.title not in page
    assert Line.objects.filter(action="journal.read", by_id=hanna.pk).exists()


@pytest.mark.parametrize("who", ["anna", "farid", "dirk"])
def test_nobody_else_reads_the_journal(login, cast, who):
    assert login(getattr(cast, who)).get("/toezicht/").status_code == 404
    assert login(getattr(cast, who)).get("/toezicht/ede/").status_code == 404
