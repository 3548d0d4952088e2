# SPDX-License-Identifier: EUPL-1.2
"""The four screens in a real browser: fit to be seen, and still working when the network goes."""

import re

import pytest

from buurtwacht.groups.models import Membership
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
    assert page.get_by_role("heading", name="Goed dat u het meldt").is_visible()
    assert not page.get_by_role("button", name="Verder: 112 bellen").is_visible()
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
    page.wait_for_timeout(1200)
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
