# SPDX-License-Identifier: EUPL-1.2
"""The pages in a real browser: fit to be seen, usable without a script, and following what happens."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from buurtwacht.reports.content import Content
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread import services
from buurtwacht.testing.browser import assert_accessible
from buurtwacht.testing.cast import gather

from .threads import doubtful, kinds, make_photo, sighting, waiting

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def vogelbuurt(live_site):
    return gather()


@pytest.fixture
def open_report(vogelbuurt):
    cast = vogelbuurt
    report = make_report(cast.group, cast.bram)
    sighting(report, cast.gerrit, "Grijze rugzak.")
    return report


def test_an_open_report(vogelbuurt, open_report, seen_well):
    seen_well(f"/meldingen/{open_report.pk}/", vogelbuurt.gerrit, "06-melding")
    seen_well(f"/meldingen/{open_report.pk}/", vogelbuurt.anna, "06-melding-coordinator")


def test_a_question_in_doubt(vogelbuurt, seen_well):
    report = doubtful(vogelbuurt.group, vogelbuurt.bram)
    seen_well(f"/meldingen/{report.pk}/", vogelbuurt.bram, "06-twijfel")
    seen_well(f"/bureau/{vogelbuurt.group.slug}/meldingen/{report.pk}/antwoord/", vogelbuurt.anna, "07-antwoord")


def test_a_closed_report_with_its_outcome(vogelbuurt, open_report, seen_well):
    services.close_report(open_report, by=vogelbuurt.anna, reason="police_dealt", advice="Kijk uw poort na.")
    outcome = Content(text="De politie heeft iemand aangesproken. Geen strafbaar feit. Goed dat er gebeld is.")
    add_entry(open_report, kind=Entry.Kind.OUTCOME, role=Entry.Role.POLICE, content=outcome)
    seen_well(f"/meldingen/{open_report.pk}/", vogelbuurt.gerrit, "06-afgesloten")
    seen_well("/meldingen/", vogelbuurt.gerrit, "meldingen")
    open_report.closed_at = timezone.now() - timedelta(days=2)
    open_report.save(update_fields=["closed_at"])
    seen_well(f"/meldingen/{open_report.pk}/", vogelbuurt.gerrit, "06-na-een-dag")


@pytest.mark.parametrize("path", ["", "gezien/", "persoon/", "voertuig/", "gebeld/", "politie/"])
def test_the_short_forms(vogelbuurt, open_report, seen_well, path):
    seen_well(f"/meldingen/{open_report.pk}/aanvullen/{path}", vogelbuurt.gerrit, f"aanvullen-{path}")


@pytest.mark.parametrize("path", ["verbeteren/", "intrekken/", "samen/"])
def test_what_the_reporter_can_do(vogelbuurt, open_report, seen_well, path):
    seen_well(f"/meldingen/{open_report.pk}/{path}", vogelbuurt.bram, path)


def test_the_desk(vogelbuurt, open_report, seen_well):
    cast = vogelbuurt
    doubtful(cast.group, cast.gerrit)
    seen_well(f"/bureau/{cast.group.slug}/", cast.anna, "07-bureau")
    for path in ("cijfers/", "vervanging/", "meldingen/"):
        seen_well(f"/bureau/{cast.group.slug}/{path}", cast.anna, f"07-{path}")
    seen_well(f"/bureau/{cast.group.slug}/meldingen/{open_report.pk}/afsluiten/", cast.anna, "08-afsluiten")
    seen_well(f"/bureau/{cast.group.slug}/meldingen/{open_report.pk}/verbergen/", cast.anna, "verbergen")


def test_the_empty_pages(vogelbuurt, seen_well):
    seen_well("/meldingen/", vogelbuurt.gerrit, "meldingen-leeg")
    seen_well(f"/bureau/{vogelbuurt.group.slug}/", vogelbuurt.anna, "07-bureau-leeg")


def test_an_alarm_that_waits_for_the_coordinator(live_site, seen_well):
    cast = gather("be-bin")
    report = waiting(cast.group, cast.bram)
    seen_well(f"/meldingen/{report.pk}/", cast.bram, "06-wacht")
    seen_well(f"/bureau/{cast.group.slug}/meldingen/{report.pk}/antwoord/", cast.anna, "07-alarm")


def test_a_photo_that_the_group_may_see(live_site, seen_well):
    from .test_photo import grey

    cast = gather("nl-binnenbijster")
    report = make_report(cast.group, cast.bram)
    make_photo(report, jpeg=grey(640, 480))
    seen_well(f"/meldingen/{report.pk}/", cast.gerrit, "06-foto")


def test_without_a_script_a_neighbour_adds_what_they_see(vogelbuurt, open_report, browser_page):
    page = browser_page(javascript=False, person=vogelbuurt.gerrit)
    page.goto(f"/meldingen/{open_report.pk}/")
    page.get_by_role("link", name="Ik zie dit ook").click()
    page.get_by_label("Waar?", exact=True).fill("Lijsterstraat")
    page.get_by_role("button", name="Laat het de buren weten").click()
    page.wait_for_url(f"**/meldingen/{open_report.pk}/")
    expect(page.locator(".bw-time")).to_contain_text("Lijsterstraat")


def test_without_a_script_the_coordinator_closes(vogelbuurt, open_report, browser_page):
    page = browser_page(javascript=False, person=vogelbuurt.anna)
    page.goto(f"/bureau/{vogelbuurt.group.slug}/")
    page.get_by_role("link", name="Open melding").click()
    page.get_by_role("link", name="Sluit deze melding af").click()
    page.get_by_text("De politie is geweest").click()
    page.get_by_role("button", name="Sluit af en laat het iedereen weten").click()
    page.wait_for_url(f"**/bureau/{vogelbuurt.group.slug}/")
    assert kinds(open_report)[-1] == "closing"


def test_errors_stand_on_top_and_at_their_field(vogelbuurt, open_report, browser_page):
    page = browser_page(person=vogelbuurt.gerrit)
    page.goto(f"/meldingen/{open_report.pk}/aanvullen/gezien/")
    page.get_by_label("Waar?", exact=True).fill("")
    page.get_by_role("button", name="Laat het de buren weten").click()
    page.locator(".bw-error").wait_for()
    expect(page.locator("[aria-invalid=true]")).to_have_count(1)
    assert_accessible(page)
