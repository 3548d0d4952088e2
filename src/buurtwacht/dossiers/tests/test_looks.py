# SPDX-License-Identifier: EUPL-1.2
import re

import pytest
from playwright.sync_api import expect

from buurtwacht.dossiers import services
from buurtwacht.dossiers.mails import OPEN, OUTCOME
from buurtwacht.lib.links import link_token
from buurtwacht.reports.content import Content, Location
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry
from buurtwacht.reports.photos import TakenPhoto

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_coordinator_looks_through_in_comfort(seen_well, report, gerrit, anna, group):
    photo = TakenPhoto(b"jpeg", 1, 1, "Groene fiets met een zwarte tas", "police")
    told = Content(text="Man bij de poort.", location=Location(latitude=52.0907, longitude=5.1214))
    add_entry(report, kind=Entry.Kind.SIGHTING, role=Entry.Role.MEMBER, author=gerrit, content=told, photos=[photo])
    dossier = services.begin_dossier(report)

    seen_well(f"/bureau/{group.slug}/dossiers/{dossier.pk}/", anna, "08-afsluiten")


def test_the_coordinator_can_follow_it(seen_well, dossier, anna, group):
    services.hand_over_dossier(dossier, by=anna)

    seen_well(f"/bureau/{group.slug}/dossiers/{dossier.pk}/volgen/", anna, "08b-volgen")


def test_the_officer_opens_reads_and_answers_in_comfort(seen_well, dossier, anna, dirk):
    handover = services.hand_over_dossier(dossier, by=anna)

    seen_well(f"/politie/open/{link_token(OPEN, handover.pk)}/", None, "11a-openen")
    seen_well(f"/politie/dossiers/{dossier.pk}/", dirk, "11b-lezen")
    seen_well(f"/politie/uitkomst/{link_token(OUTCOME, dossier.pk)}/", None, "11-uitkomst")
    seen_well("/politie/", dirk, "11c-dossiers")


def test_what_the_police_see_changes_at_once(browser_page, dossier, anna, group):
    page = browser_page(width=1280, person=anna)
    page.goto(f"/bureau/{group.slug}/dossiers/{dossier.pk}/")
    sheet = page.locator("#zo-ziet-de-politie-het")
    expect(sheet).to_contain_text(re.compile("ford", re.IGNORECASE))

    page.locator("input[name=include]").nth(1).uncheck(force=True)

    page.locator("#zo-ziet-de-politie-het", has_text="weggelaten").wait_for()
    expect(sheet).not_to_contain_text(re.compile("ford", re.IGNORECASE))
