# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from buurtwacht.people.models import Person
from buurtwacht.people.services import subscribe_push
from buurtwacht.people.tests.samples import subscription
from buurtwacht.testing.browser import assert_accessible, keep_picture

pytestmark = pytest.mark.browser

PAGE = "/mijn/telefoon/herstellen/"


def test_the_steps_are_fit_to_be_seen(seen_well, bram):
    subscribe_push(bram, subscription(1), label="Safari op iPhone")
    subscribe_push(bram, subscription(2), label="Chrome op Android")
    seen_well(PAGE, bram, "herstellen")


def test_without_a_script_the_steps_are_read_and_a_test_is_asked(browser_page, bram):
    subscribe_push(bram, subscription(), label="Safari op iPhone")
    page = browser_page(person=bram, javascript=False)
    page.goto(PAGE)
    assert page.get_by_text("Berichtgeving").first.is_visible()
    page.locator("summary", has_text="Computer").click()
    expect(page.get_by_text("Laat de computer en de browser aan")).to_be_visible()
    page.get_by_role("button", name="Probeer het nu").click()
    page.get_by_text("De proef is onderweg").first.wait_for()


def test_a_test_that_does_not_show_up_leads_to_the_steps(browser_page, bram):
    subscribe_push(bram, subscription(), label="Safari op iPhone")
    page = browser_page(person=bram)
    page.goto("/mijn/telefoon/")
    page.get_by_role("button", name="Probeer het nu").click()
    page.get_by_role("heading", name="De proef is onderweg").wait_for()
    Person.objects.filter(pk=bram.pk).update(test_asked_at=timezone.now() - timedelta(seconds=31))
    page.get_by_role("heading", name="De proef kwam niet aan").wait_for()
    assert_accessible(page)
    keep_picture(page, "telefoon-stil", 360, False)
    page.get_by_role("region", name="De proef kwam niet aan").get_by_role("link").click()
    page.get_by_role("heading", name="Safari op iPhone").wait_for()
