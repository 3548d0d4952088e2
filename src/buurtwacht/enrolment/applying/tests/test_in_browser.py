# SPDX-License-Identifier: EUPL-1.2
"""Chantal applies in a real browser, without a script, on a phone and on a desk."""

import pytest
from playwright.sync_api import expect

from buurtwacht.enrolment.applying.tests.support import CHANTAL, code_in, last_mail
from buurtwacht.enrolment.models import Application
from buurtwacht.testing.browser import assert_accessible, assert_fits, keep_picture
from buurtwacht.testing.cast import make_group

pytestmark = pytest.mark.django_db(transaction=True)
TYPED = ("postcode", "house_number", "street", "town", "first_name", "family_name", "email", "phone")


@pytest.mark.parametrize("width", [360, 1280])
def test_from_the_form_to_the_rules_without_a_script(cast, browser_page, width):
    page = browser_page(width=width, javascript=False)
    page.goto("/aanmelden/vogelbuurt/")
    page.locator("main form button").click()
    page.locator(".bw-error").wait_for()
    for name in TYPED:
        page.fill(f"[name={name}]", CHANTAL[name])
    page.check("[name=kind][value=lives]")
    page.check("[name=is_adult]")
    page.locator("main form button").click()

    page.wait_for_url("**/bevestigen/")
    assert_fits(page)
    page.fill("[name=code]", code_in(last_mail()))
    page.locator("main form button").first.click()

    page.wait_for_url("**/aanmelding/**")
    assert Application.objects.get().status == "confirmed"


def test_what_goes_wrong_is_fit_to_be_seen(cast, browser_page):
    page = browser_page(width=360)
    page.goto("/aanmelden/vogelbuurt/")
    page.fill("[name=postcode]", "99")
    page.locator("main form button").click()
    page.locator(".bw-error").wait_for()
    page.locator(".bw-why summary").first.click()
    assert_fits(page)
    assert_accessible(page)
    keep_picture(page, "aanmelden-fouten", 360, dark=False)


def test_the_page_for_the_code_is_fit_to_be_seen(cast, browser_page):
    page = browser_page(width=360)
    page.goto("/aanmelden/vogelbuurt/")
    for name in TYPED:
        page.fill(f"[name={name}]", CHANTAL[name])
    page.check("[name=kind][value=lives]")
    page.check("[name=is_adult]")
    page.locator("main form button").click()
    page.wait_for_url("**/bevestigen/")
    page.fill("[name=code]", "123456")
    page.locator("main form button").first.click()
    page.locator(".bw-error").wait_for()

    assert_fits(page)
    assert_accessible(page)
    keep_picture(page, "aanmelden-code", 360, dark=False)


def test_a_parent_is_asked_for_only_by_who_is_younger(cast, browser_page):
    make_group(cast.organisation, "Rekem", preset="be-politiezone")
    page = browser_page(width=360, javascript=False)
    page.goto("/aanmelden/rekem/")

    assert not page.is_visible("[name=guardian_name]")
    page.check("[name=age][value=minor]")
    expect(page.locator("[name=guardian_name]")).to_be_visible()
