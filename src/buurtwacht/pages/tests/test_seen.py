# SPDX-License-Identifier: EUPL-1.2
import re

import pytest
from playwright.sync_api import expect

from buurtwacht.testing.browser import assert_accessible, assert_fits

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", ["/", "/hoe-werkt-het/", "/privacy/", "/toegankelijkheid/", "/vraag/"])
def test_each_public_page_is_fit_to_be_seen(seen_well, path):
    seen_well(path)


def test_the_home_page_is_fit_to_be_seen(seen_well, bram):
    seen_well("/", bram, "thuis")


def test_the_desk_of_the_municipality_is_fit_to_be_seen(seen_well, eva):
    seen_well("/gemeente/", eva)


def test_the_journal_is_fit_to_be_seen(seen_well, hanna, report):
    seen_well("/toezicht/", hanna)


def test_the_page_without_network_is_fit_to_be_seen(seen_well, bram):
    seen_well("/offline/", bram)


def test_the_home_page_with_something_going_on_is_fit_to_be_seen(seen_well, anna, report):
    seen_well("/", anna, "thuis-bezig")


def test_everything_works_without_script(browser_page, bram):
    page = browser_page(javascript=False, person=bram)
    page.goto("/")

    page.locator("summary", has_text="Menu").click()
    page.locator(".bw-menu__list a", has_text="Meldingen").click()

    expect(page).to_have_url(re.compile("/meldingen/$"))
    page.get_by_role("button", name="Français").click()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page).to_have_url(re.compile("/meldingen/$"))


def test_a_keyboard_comes_first_to_the_content_then_to_the_number(browser_page, bram):
    page = browser_page(width=1280, person=bram)
    page.goto("/")

    names = []
    for _step in range(3):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.textContent.trim()"))

    assert names[0] == "Naar de inhoud"
    assert names[1] == "Bel 112"
    assert names[2].startswith("Buurtwacht")


def test_the_menu_closes_with_escape(browser_page, bram):
    page = browser_page(person=bram)
    page.goto("/")
    page.locator("summary", has_text="Menu").click()
    expect(page.locator(".bw-menu__list")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.locator(".bw-menu__list")).to_be_hidden()


def test_text_twice_as_large_still_fits(browser_page, bram):
    page = browser_page(width=640, person=bram)
    page.goto("/")
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")

    assert_fits(page)


@pytest.mark.parametrize("language", ["fr", "de"])
def test_longer_words_fit_the_smallest_phone(browser_page, bram, report, language):
    bram.language = language
    bram.save()
    page = browser_page(width=320, person=bram)

    for path in ("/", "/offline/", "/privacy/"):
        page.goto(path)
        assert_fits(page)
        assert_accessible(page)
