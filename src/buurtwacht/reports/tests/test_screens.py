# SPDX-License-Identifier: EUPL-1.2
"""The four screens in a real browser: fit to be seen, and still working when the network goes."""

import re

import pytest
from playwright.sync_api import expect

from buurtwacht.groups.models import Membership
from buurtwacht.groups.services import change_settings
from buurtwacht.reports.models import Report
from buurtwacht.testing.browser import HEIGHTS, assert_accessible, assert_fits, keep_picture

from .stories import make_report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

URL = "/groepen/vogelbuurt/melden/"
SIZES = ((320, False), (360, False), (360, True), (768, False), (1280, False), (1280, True))


def tell(page):
    page.get_by_text("Voelt aan deuren of poorten").click()
    page.get_by_label("Vertel het kort").fill("Man voelt aan achterpoorten.")
    page.get_by_label("Of schrijf de straat").fill("Brandgang Lijsterstraat – Merelweg")
    page.get_by_text("Ja, ik zie het nu").click()


def describe(page):
    page.get_by_label("Man of vrouw").select_option("man")
    page.get_by_label("Leeftijd").select_option("30")
    page.get_by_label("Lengte").select_option("180")
    page.get_by_label("Bouw").select_option("slim")
    page.get_by_label("Kleding, van boven naar beneden").fill("Donkere jas, spijkerbroek")
    page.get_by_label("Wat heeft de persoon bij zich?").fill("Grijze rugzak")


@pytest.mark.parametrize(("width", "dark"), SIZES)
def test_every_step_is_fit_to_be_seen(browser_page, bram, width, dark):
    page = browser_page(width=width, dark=dark, person=bram)

    def look(name):
        page.wait_for_load_state("networkidle")
        high = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": width, "height": high})  # what sticks to an edge is seen where it belongs
        page.evaluate("window.scrollTo(0, 0)")
        assert_fits(page)
        assert_accessible(page)
        keep_picture(page, name, width, dark)
        page.set_viewport_size({"width": width, "height": HEIGHTS[width]})

    page.goto(URL)
    tell(page)
    look("02-signaleren")
    page.get_by_text("Nee, al langer weg").click()
    expect(page.get_by_role("heading", name="Goed dat u het meldt")).to_be_visible()
    expect(page.get_by_role("button", name="Verder: 112 bellen")).to_be_hidden()
    look("02b-niet-meer-te-zien")
    page.get_by_text("Ja, ik zie het nu").click()
    page.get_by_role("button", name="Verder: 112 bellen").click()
    look("03-alarmeren")
    page.get_by_role("button", name=re.compile("Ik heb gebeld")).click()
    describe(page)
    page.get_by_role("button", name="Voertuig erbij").click()
    page.get_by_label("Soort").select_option("van")
    page.get_by_label("Kleur", exact=True).fill("Wit")
    page.get_by_label("Merk of opschrift").fill("Ford, ladder op dak")
    page.get_by_label("Kenteken").fill("V-38?")
    expect(page.locator("#voorbeeld")).to_contain_text("V-38")
    look("04-appen")
    page.get_by_role("button", name=re.compile("Deel met")).click()
    page.wait_for_url("**/gedeeld/")
    look("05-reageren")
    assert Report.objects.get().entries.count() == 1


@pytest.mark.parametrize(("width", "dark"), [(360, False), (360, True), (1280, False)])
def test_a_neighbour_who_called_is_fit_to_be_seen(browser_page, cast, width, dark):
    make_report(cast.group, cast.anna)
    page = browser_page(width=width, dark=dark, person=cast.bram)
    page.goto(URL)
    tell(page)
    page.get_by_role("button", name="Verder: 112 bellen").click()
    page.get_by_role("heading", name="Een buur heeft al gebeld").wait_for()
    assert_fits(page)
    assert_accessible(page)
    keep_picture(page, "03b-buur-heeft-gebeld", width, dark)
    page.get_by_role("button", name="Nee, dit is iets anders").click()
    page.get_by_role("heading", name="Bel nu 112").wait_for()
    assert Membership.objects.filter(person=cast.bram).exists()


def test_what_was_told_goes_along_to_the_report_of_a_neighbour(browser_page, cast):
    make_report(cast.group, cast.anna)
    page = browser_page(width=360, person=cast.bram)
    page.goto(URL)
    tell(page)
    page.get_by_role("button", name="Verder: 112 bellen").click()
    page.get_by_role("button", name="Ja, ik vul aan wat ik zie").click()
    expect(page.get_by_label("Wat ziet u?")).to_have_value("Man voelt aan achterpoorten.")
    expect(page.get_by_label("Waar?")).to_have_value("Brandgang Lijsterstraat – Merelweg")
    assert_fits(page)
    assert_accessible(page)
    keep_picture(page, "03c-wat-u-al-vertelde", 360, dark=False)
    page.go_back()  # nothing was sent, so nothing is lost
    expect(page.get_by_label("Vertel het kort")).to_have_value("Man voelt aan achterpoorten.")
    page.goto(URL)
    expect(page.get_by_label("Vertel het kort")).to_have_value("Man voelt aan achterpoorten.")
    page.get_by_role("button", name="Verder: 112 bellen").click()
    page.get_by_role("button", name="Ja, ik vul aan wat ik zie").click()
    expect(page.get_by_label("Wat ziet u?")).to_have_value("Man voelt aan achterpoorten.")
    page.get_by_role("button", name="Laat het de buren weten").click()
    expect(page.get_by_text("Uw buren zien het nu")).to_be_visible()
    page.goto(URL)
    expect(page.get_by_label("Vertel het kort")).to_have_value("")


def test_what_is_no_emergency_here_shows_other_ways_and_one_tap_leads_to_the_call(browser_page, cast):
    change_settings(cast.group, {"not_acute": ["vandalism"], "municipal_number": "14 0318"}, by=cast.anna)
    page = browser_page(width=360, person=cast.bram)
    page.goto(URL)
    page.get_by_text("Vernielt iets").click()
    page.get_by_label("Of schrijf de straat").fill("Lijsterstraat")
    page.get_by_text("Ja, ik zie het nu").click()
    page.get_by_role("button", name="Verder: 112 bellen").click()
    expect(page.get_by_role("heading", name="Goed dat u het meldt")).to_be_focused()
    for width, dark in ((360, False), (360, True), (1280, False), (1280, True)):
        page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
        page.emulate_media(color_scheme="dark" if dark else "light")
        assert_fits(page)
        assert_accessible(page)
        keep_picture(page, "02c-geen-spoed", width, dark)
    page.context.set_offline(True)  # the way on needs no network
    page.get_by_role("button", name="Dit gaat nu om veiligheid: ik bel 112").click()
    expect(page.get_by_role("heading", name="Bel nu 112")).to_be_visible()
    page.context.set_offline(False)
