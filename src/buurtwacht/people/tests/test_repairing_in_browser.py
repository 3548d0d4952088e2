# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.people.services import subscribe_push
from buurtwacht.people.tests.samples import subscription

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
    assert page.get_by_text("Laat de computer en de browser aan").is_visible()
    page.get_by_role("button", name="Probeer het nu").click()
    page.get_by_text("De proef is onderweg").first.wait_for()
