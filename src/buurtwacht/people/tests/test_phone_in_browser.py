# SPDX-License-Identifier: EUPL-1.2
"""Switching alerts on, in a real browser. Only the push service itself, which is far away, is stood in for."""

import json

import pytest
from playwright.sync_api import expect

from buurtwacht.people.models import ContactPoint
from buurtwacht.people.tests.samples import subscription
from buurtwacht.testing.browser import assert_accessible, keep_picture

pytestmark = pytest.mark.browser

PUSH_SERVICE = """
  const given = %s;
  const kept = () => localStorage.getItem("subscribed") ? made : null;
  const made = { options: {}, toJSON: () => given, unsubscribe: async () => true };
  PushManager.prototype.getSubscription = async function () { return kept(); };
  PushManager.prototype.subscribe = async function (options) {
    if (!options.userVisibleOnly || options.applicationServerKey.length !== 65) throw new Error("wrong options");
    localStorage.setItem("subscribed", "yes");
    return made;
  };
"""
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1"


def test_one_press_switches_alerts_on(browser_page, bram):
    page = browser_page(person=bram, service_workers="allow", permissions=["notifications"])
    page.add_init_script(PUSH_SERVICE % subscription())
    page.goto("/mijn/telefoon/")
    page.get_by_role("button", name="Zet meldingen hier aan").click()
    page.get_by_text("Meldingen staan hier aan").wait_for()
    page.get_by_role("heading", name="Meldingen staan aan, maar zijn nog niet beproefd").wait_for()
    point = ContactPoint.objects.get(person=bram, channel="webpush")
    assert json.loads(point.address) == json.loads(subscription())
    assert point.session.user == bram
    keep_picture(page, "telefoon-aan", 360, False)

    page.get_by_role("button", name="Probeer het nu").click()
    page.get_by_role("heading", name="De proef is onderweg").wait_for()
    assert_accessible(page)

    page.get_by_role("button", name="Haal weg").click()
    page.get_by_role("button", name="Zet meldingen hier aan").wait_for()
    assert not ContactPoint.objects.filter(pk=point.pk).exists()


def test_a_refusal_explains_how_to_undo_it(browser_page, bram):
    page = browser_page(person=bram)
    page.add_init_script("Object.defineProperty(Notification, 'permission', { get: () => 'denied' })")
    page.goto("/mijn/telefoon/")
    page.get_by_text("Uw browser blokkeert meldingen").wait_for()
    expect(page.get_by_role("button", name="Zet meldingen hier aan")).to_be_hidden()
    keep_picture(page, "telefoon-geblokkeerd", 360, False)


def test_an_iphone_is_led_to_its_home_screen(browser_page, bram):
    page = browser_page(person=bram, user_agent=IPHONE)
    page.add_init_script("delete window.PushManager")
    page.goto("/mijn/telefoon/")
    page.get_by_text("Zet Buurtwacht eerst op uw beginscherm").wait_for()
    assert_accessible(page)
    keep_picture(page, "telefoon-iphone", 360, False)


def test_an_old_browser_is_told_that_mail_remains(browser_page, bram):
    page = browser_page(person=bram)
    page.add_init_script("delete window.PushManager")
    page.goto("/mijn/telefoon/")
    page.get_by_text("Deze browser kan geen meldingen krijgen").wait_for()


def test_without_a_script_the_page_says_the_same(browser_page, bram):
    page = browser_page(person=bram, javascript=False)
    page.goto("/mijn/telefoon/")
    assert page.get_by_text("Deze browser kan geen meldingen krijgen").is_visible()
    assert not page.get_by_role("button", name="Zet meldingen hier aan").is_visible()


def test_a_push_service_that_is_out_of_order(browser_page, bram):
    page = browser_page(person=bram, service_workers="allow", permissions=["notifications"])
    page.add_init_script(PUSH_SERVICE % "{}")
    page.goto("/mijn/telefoon/")
    page.get_by_role("button", name="Zet meldingen hier aan").click()
    page.locator("[data-phone-state=failed]").wait_for()
    expect(page.get_by_role("button", name="Zet meldingen hier aan")).to_be_visible()
