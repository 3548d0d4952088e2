# SPDX-License-Identifier: EUPL-1.2
"""Advice about words, as it looks: shown once, with the other way, and the form below it as it was filled in."""

import pytest
from playwright.sync_api import expect

from buurtwacht.reports.models import Entry
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.testing.browser import assert_accessible, assert_fits, keep_picture
from buurtwacht.testing.cast import gather

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def vogelbuurt(live_site):
    return gather()


@pytest.fixture
def open_report(vogelbuurt):
    return make_report(vogelbuurt.group, vogelbuurt.bram)


@pytest.mark.parametrize("width", [360, 1280])
def test_advice_is_read_and_sent_anyway(vogelbuurt, open_report, browser_page, width):
    group = open_report.group
    group.overrides = {"municipal_report_url": "https://www.ede.example/melden"}
    group.save()
    page = browser_page(width=width, person=vogelbuurt.gerrit)
    page.goto(f"/meldingen/{open_report.pk}/aanvullen/gezien/")
    page.fill("[name=place]", "Merelweg")
    page.fill("[name=text]", "Er ligt een losse tegel op de stoep 😀")
    page.click("form button[type=submit] >> nth=-1")
    expect(page.locator(".bw-note a[href='https://www.ede.example/melden']")).to_have_count(1)
    assert_fits(page)
    assert_accessible(page)
    keep_picture(page, "advice", width, dark=False)
    page.click("form button[type=submit] >> nth=-1")
    page.wait_for_url(f"**/meldingen/{open_report.pk}/")
    assert Entry.objects.filter(report=open_report, kind=Entry.Kind.SIGHTING).exists()


def test_before_calling_about_a_tile(vogelbuurt, browser_page):
    group = vogelbuurt.group
    group.overrides = {"municipal_report_url": "https://www.ede.example/melden"}
    group.save()
    page = browser_page(width=360, person=vogelbuurt.bram)
    page.goto(f"/groepen/{group.slug}/melden/")
    page.fill("[name=words]", "Er ligt een losse tegel op de stoep")
    page.fill("[name=place]", "Merelweg")
    page.check("[name=in_sight][value=now]", force=True)
    page.click("button[value=call] >> visible=true")
    page.wait_for_selector("#raad-bel .bw-note")
    assert_fits(page)
    assert_accessible(page)
    keep_picture(page, "tile", 360, dark=False)
