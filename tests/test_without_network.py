# SPDX-License-Identifier: EUPL-1.2
"""The network goes while Bram writes. Nothing gets lost, and nothing is shared behind his back."""

import re

import pytest
from playwright.sync_api import expect

from buurtwacht.reports.models import Report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

URL = "/groepen/vogelbuurt/melden/"
WORDS = "Man voelt aan achterpoorten."


def tell(page):
    page.get_by_text("Voelt aan deuren of poorten").click()
    page.get_by_label("Vertel het kort").fill(WORDS)
    page.get_by_label("Of schrijf de straat").fill("Merelweg")
    page.get_by_text("Ja, ik zie het nu").click()


def test_a_draft_is_kept_on_the_device_and_not_on_the_server(browser_page, bram):
    page = browser_page(person=bram)
    page.goto(URL)
    tell(page)

    page.reload()

    expect(page.get_by_label("Vertel het kort")).to_have_value(WORDS)
    expect(page.get_by_text("Dit is de melding waar u mee bezig was")).to_be_visible()
    assert Report.objects.count() == 0


def test_without_network_one_writes_on_and_shares_once_it_is_back(browser_page, bram):
    page = browser_page(person=bram)
    page.goto(URL)
    tell(page)

    page.context.set_offline(True)
    page.get_by_role("button", name="Verder: 112 bellen").click()
    expect(page.get_by_role("heading", name="Bel nu 112")).to_be_visible()
    page.get_by_role("button", name=re.compile("Ik heb gebeld")).click()
    page.get_by_role("button", name=re.compile("Deel met")).click()
    expect(page.locator("[data-is=waiting]")).to_be_visible()
    assert Report.objects.count() == 0

    page.context.set_offline(False)
    page.wait_for_url("**/gedeeld/")
    assert Report.objects.get().entries.count() == 1
