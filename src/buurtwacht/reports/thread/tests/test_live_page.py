# SPDX-License-Identifier: EUPL-1.2
"""A neighbour's open page follows what happens: a real browser, a real site and a real hub."""

import pytest
from playwright.sync_api import expect

from buurtwacht.live.tests.conftest import start_hub  # noqa: F401 - a fixture
from buurtwacht.live.tests.test_screen import until
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread import services
from buurtwacht.testing.cast import gather

from .threads import sighting

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def near_hub(live_site, settings, start_hub):  # noqa: F811 - the fixture of the same name
    hub = start_hub(site_url=live_site)
    settings.LIVE_URL = hub.url
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"] | {"connect-src": ["'self'", hub.url]}
    settings.CONTENT_SECURITY_POLICY = settings.CONTENT_SECURITY_POLICY | {"DIRECTIVES": directives}
    return hub


@pytest.fixture
def cast(near_hub):
    return gather()


@pytest.fixture
def report(cast):
    return make_report(cast.group, cast.bram)


@pytest.fixture
def open_page(cast, report, near_hub, browser_page):
    """Gerrit has the report open, and his page has found the hub."""
    page = browser_page(person=cast.gerrit)
    page.goto(f"/meldingen/{report.pk}/")
    until(page, lambda: near_hub.figure("subscribers") >= 1)
    return page


def test_what_a_neighbour_adds_appears_on_top(open_page, report, cast):
    sighting(report, cast.anna, "Loopt richting Vogelpark.")
    expect(open_page.locator(".bw-time > li").first).to_contain_text("Loopt richting Vogelpark.")
    expect(open_page.locator("[data-live-region]")).to_contain_text("Vogelpark")


def test_the_end_is_seen_without_loading_anything(open_page, report, cast):
    services.close_report(report, by=cast.anna, reason="police_dealt", advice="Kijk uw poort na.")
    expect(open_page.locator("article.bw-card")).to_contain_text("Kijk uw poort na.")
    expect(open_page.locator(".bw-now__bar")).to_have_count(0)
    expect(open_page.locator(".bw-actions")).to_have_count(0)
    expect(open_page.locator("#sos")).to_contain_text("Bel 112")


def test_a_withdrawn_description_leaves_open_pages(open_page, report, cast):
    expect(open_page.locator("#blad")).to_contain_text("Donkere jas")
    services.withdraw_report(report, by=cast.bram)
    expect(open_page.locator("#blad")).not_to_contain_text("Donkere jas")
    expect(open_page.locator("#blad")).to_contain_text("gewist")


def test_a_hidden_report_leaves_open_pages(open_page, report, cast):
    services.hide_report(report, by=cast.anna, reason="looks_only")
    expect(open_page.locator("#blad")).not_to_contain_text("Donkere jas")
    expect(open_page.locator("h1")).to_have_text("Meldingen")


def test_an_answer_is_given_with_one_tap(open_page, report, cast):
    open_page.get_by_text("Ik kijk vanuit huis").click()
    expect(open_page.locator("#antwoord-bewaard")).to_contain_text("Ik kijk vanuit huis")
    open_page.reload()
    expect(open_page.get_by_label("Ik kijk vanuit huis")).to_be_checked()
