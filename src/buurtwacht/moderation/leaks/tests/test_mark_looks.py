# SPDX-License-Identifier: EUPL-1.2
"""The mark as people see it: there on every screen and on paper, and in nobody's way."""

import pytest
from playwright.sync_api import expect

from buurtwacht.people.viewing import reference_of
from buurtwacht.reports.tests.stories import make_report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_report_with_the_mark_of_who_looks(seen_well, cast, browser_page, tmp_path):
    report = make_report(cast.group, cast.bram)
    url = f"/meldingen/{report.pk}/"
    seen_well(url, cast.gerrit, "melding-met-merk")
    page = browser_page(width=1280, person=cast.gerrit)
    page.goto(url)
    assert page.locator(".bw-viewer text").first.text_content() == reference_of(cast.gerrit)
    assert page.evaluate("getComputedStyle(document.querySelector('.bw-viewer')).pointerEvents") == "none"
    page.emulate_media(media="print")
    expect(page.locator(".bw-viewer")).to_be_visible()


def test_the_mark_stays_where_colours_are_the_readers_own(browser_page, cast):
    report = make_report(cast.group, cast.bram)
    page = browser_page(width=360, person=cast.gerrit, javascript=False, forced_colors="active")
    page.goto(f"/meldingen/{report.pk}/")
    assert page.locator(".bw-viewer").is_visible()
    assert page.evaluate("Number(getComputedStyle(document.querySelector('.bw-viewer')).opacity)") > 0
