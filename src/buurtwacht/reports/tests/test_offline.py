# SPDX-License-Identifier: EUPL-1.2
"""The flow in a browser whose network comes and goes."""

import json
import re
import time
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from buurtwacht.lib.clock import clock
from buurtwacht.reports.models import Report

from .stories import make_report
from .walker import URL

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MINUTE = 60 * 1000
PATIENCE = 60.0  # seconds


@pytest.fixture
def page(browser_page, bram):
    return browser_page(person=bram)


def tell(page):
    page.get_by_text("Voelt aan deuren of poorten").click()
    page.get_by_label("Vertel het kort").fill("Man voelt aan achterpoorten.")
    page.get_by_label("Of schrijf de straat").fill("Lijsterstraat")
    page.get_by_text("Ja, ik zie het nu").click()


def to_the_message(page):
    page.get_by_role("button", name="Verder: 112 bellen").click()
    page.get_by_role("button", name=re.compile("Ik heb gebeld")).click()


def share(page):
    page.get_by_role("button", name=re.compile("Deel met")).click()


def kept(page):
    return page.evaluate("JSON.parse(Object.values(localStorage)[0] ?? 'null')")


def age(page, name, milliseconds):
    """Make what is kept on the device older than it is."""
    [(key, text)] = page.evaluate("Object.entries(localStorage)")
    held = json.loads(text)
    held[name] -= milliseconds
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(held)])


def until(question):
    deadline = time.monotonic() + PATIENCE
    while not question():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


def test_the_whole_way_up_to_sharing_works_without_a_network_and_sharing_follows(page):
    page.goto(URL)
    page.context.set_offline(True)
    page.get_by_text("Er is geen internet.").wait_for()
    tell(page)
    page.get_by_role("button", name="Verder: 112 bellen").click()
    expect(page.locator("#belkaart").get_by_text("Man voelt aan achterpoorten.")).to_be_visible()
    expect(page.locator("#belkaart").get_by_text("Lijsterstraat")).to_be_visible()
    expect(page.locator("a.bw-dial")).to_have_attribute("href", "tel:112")
    page.get_by_role("button", name=re.compile("Ik heb gebeld")).click()
    expect(page.locator("#voorbeeld")).to_contain_text("112 gebeld")
    share(page)
    page.get_by_text("Wordt gedeeld zodra er netwerk is").wait_for()
    assert Report.objects.count() == 0

    page.context.set_offline(False)
    page.wait_for_url("**/gedeeld/")
    assert Report.objects.get().title == "Man voelt aan achterpoorten"
    assert page.evaluate("localStorage.length") == 0


def test_after_sharing_the_next_report_begins_empty(page):
    for number in (1, 2):
        page.goto(URL)
        assert page.get_by_label("Vertel het kort").input_value() == ""
        tell(page)
        to_the_message(page)
        share(page)
        page.wait_for_url("**/gedeeld/")
        assert page.evaluate("localStorage.length") == 0
        assert Report.objects.count() == number


def test_after_a_quarter_of_an_hour_it_asks_again(page):
    page.goto(URL)
    tell(page)
    to_the_message(page)
    page.context.set_offline(True)
    share(page)
    page.get_by_text("Wordt gedeeld zodra er netwerk is").wait_for()
    age(page, "sharing", 16 * MINUTE)
    page.context.set_offline(False)
    page.get_by_text("Uw melding is ouder dan 15 minuten.").wait_for()
    assert Report.objects.count() == 0
    page.get_by_role("button", name="Ja, deel het nu").click()
    page.wait_for_url("**/gedeeld/")
    assert Report.objects.count() == 1


def test_one_can_think_better_of_it_while_it_waits(page):
    page.goto(URL)
    tell(page)
    to_the_message(page)
    page.context.set_offline(True)
    share(page)
    page.get_by_role("button", name="Toch niet delen").click()
    asked = []
    page.on("request", lambda request: asked.append(request.post_data_buffer or b""))
    page.context.set_offline(False)
    page.get_by_text("Er is geen internet.").wait_for(state="hidden")  # it knows that there is a network again
    page.get_by_label("Kleding, van boven naar beneden").fill("Donkere jas")
    expect(page.locator("#voorbeeld")).to_contain_text("Donkere jas")  # and has asked the server something since
    assert any(b"Donkere jas" in body for body in asked)
    assert not any(b'"do"\r\n\r\nshare' in body for body in asked)
    assert Report.objects.count() == 0
    expect(page.get_by_role("button", name=re.compile("Deel met"))).to_be_visible()


def test_the_answer_that_got_lost_does_not_make_a_second_report(page, cast):
    page.goto(URL)
    tell(page)
    to_the_message(page)
    page.wait_for_load_state("networkidle")
    lost = []

    def lose_the_answer(route):
        if lost or b'"do"\r\n\r\nshare' not in (route.request.post_data_buffer or b""):
            return route.continue_()
        lost.append(route.fetch(max_redirects=0).status)  # it arrived, but nobody heard that it did
        return route.abort()

    page.route("**/melden/", lose_the_answer)
    share(page)
    page.get_by_role("button", name="Probeer nu opnieuw").click()
    page.wait_for_url("**/gedeeld/")
    assert lost == [204]
    assert Report.objects.get().entries.count() == 1


def test_a_draft_survives_a_closed_page_and_can_be_thrown_away(page, cast):
    page.goto(URL)
    tell(page)
    to_the_message(page)
    page.get_by_label("Kleding, van boven naar beneden").fill("Donkere jas")
    page.get_by_role("button", name="Nog een persoon").click()
    page.get_by_label("Kleding, van boven naar beneden").nth(1).fill("Rode trui")
    page.goto("about:blank")

    page.goto(URL)
    page.get_by_text("Dit is de melding waar u mee bezig was.").wait_for()
    expect(page.get_by_role("heading", name="Dit lezen uw buren")).to_be_visible()
    clothing = page.get_by_label("Kleding, van boven naar beneden")
    expect(clothing).to_have_count(2)
    expect(clothing.nth(0)).to_have_value("Donkere jas")
    expect(clothing.nth(1)).to_have_value("Rode trui")
    page.get_by_role("button", name="Weggooien").click()
    page.get_by_role("heading", name="Wat gebeurt er?").wait_for()
    expect(page.get_by_label("Vertel het kort")).to_have_value("")
    assert "Donkere jas" not in json.dumps(kept(page) or {})


def test_a_draft_of_two_hours_ago_is_gone(page):
    page.goto(URL)
    tell(page)
    age(page, "at", 121 * MINUTE)
    page.goto(URL)
    assert page.get_by_label("Vertel het kort").input_value() == ""


def test_the_draft_of_one_neighbour_is_not_shown_to_another_on_the_same_device(page, cast, login, live_site):
    page.goto(URL)
    tell(page)
    session = login(cast.anna).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_site}])
    page.goto(URL)
    assert page.get_by_label("Vertel het kort").input_value() == ""


def test_the_back_button_of_the_browser_goes_one_step_back(page):
    page.goto(URL)
    tell(page)
    to_the_message(page)
    page.go_back()
    page.get_by_role("heading", name="Bel nu 112").wait_for()
    page.go_back()
    page.get_by_role("heading", name="Wat gebeurt er?").wait_for()
    expect(page.get_by_label("Vertel het kort")).to_have_value("Man voelt aan achterpoorten.")


def test_an_answer_that_comes_late_does_not_pull_somebody_forward_again(page):
    held = []
    page.route("**/melden/", lambda route: held.append(route) if route.request.method == "POST" else route.continue_())
    page.goto(URL)
    tell(page)
    page.get_by_role("button", name="Verder: 112 bellen").click()
    page.get_by_role("heading", name="Bel nu 112").wait_for()
    page.go_back()
    page.get_by_role("heading", name="Wat gebeurt er?").wait_for()

    with page.expect_response("**/melden/"):
        held.pop().continue_()
    page.wait_for_timeout(500)  # what the script would do with it, it has done by now
    expect(page.get_by_role("heading", name="Wat gebeurt er?")).to_be_visible()
    expect(page.get_by_label("Vertel het kort")).to_have_value("Man voelt aan achterpoorten.")


def test_the_place_of_the_phone_puts_the_pin(browser_page, bram):
    here = {"latitude": 52.0415, "longitude": 5.6628}
    page = browser_page(person=bram, geolocation=here, permissions=["geolocation"])
    page.goto(URL)
    page.get_by_role("button", name="Gebruik mijn plek").click()
    page.get_by_text("Uw plek is ingevuld.").wait_for()
    expect(page.locator("#id_latitude")).to_have_value("52.04150")
    page.get_by_text("Ruzie of geweld").click()
    page.get_by_text("Ja, ik zie het nu").click()
    to_the_message(page)
    page.locator("#voorbeeld").get_by_text("Bij de Lijsterstraat.").wait_for()


def test_a_phone_from_elsewhere_tells_the_time_in_the_street(browser_page, bram, group):
    page = browser_page(person=bram, timezone_id="Asia/Tokyo")
    page.goto(URL)
    tell(page)
    to_the_message(page)
    here = clock(timezone.now(), group.tz)
    called = page.locator("#voorbeeld b").inner_text()[-5:]
    assert called in (here, clock(timezone.now() - timedelta(minutes=1), group.tz))


def test_a_phone_that_gives_no_place_says_what_to_do(browser_page, bram):
    page = browser_page(person=bram, permissions=[])
    page.goto(URL)
    page.get_by_role("button", name="Gebruik mijn plek").click()
    page.get_by_text("Uw telefoon geeft uw plek niet. Schrijf de straat.").wait_for()


def test_a_neighbour_who_called_is_heard_of_on_the_way_to_the_call(page, cast):
    make_report(cast.group, cast.anna)
    page.goto(URL)
    tell(page)
    page.get_by_role("button", name="Verder: 112 bellen").click()
    page.get_by_role("heading", name="Een buur heeft al gebeld").wait_for()


def test_eight_taps_are_enough(page):
    page.goto(URL)
    taps = [
        page.get_by_text("Voelt aan deuren of poorten"),
        page.get_by_role("button", name="Gebruik mijn plek"),
        page.get_by_text("Ja, ik zie het nu"),
        page.get_by_role("button", name="Verder: 112 bellen"),
        page.get_by_role("button", name=re.compile("Ik heb gebeld")),
        page.get_by_role("button", name=re.compile("Deel met")),
    ]
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation({"latitude": 52.0412, "longitude": 5.6631})
    for tap in taps:
        tap.click()
        if tap is taps[1]:
            page.get_by_text("Uw plek is ingevuld.").wait_for()
    page.wait_for_url("**/gedeeld/")  # with the dial button in between that makes seven
    assert Report.objects.count() == 1


def test_a_member_with_an_old_browser_gets_all_the_way(browser_page, bram):
    page = browser_page(person=bram, javascript=False)
    page.goto(URL)
    tell(page)
    page.get_by_role("button", name="Verder: 112 bellen").click()
    page.get_by_role("button", name=re.compile("Ik heb gebeld")).click()
    page.get_by_role("button", name="Nog een persoon").click()
    page.get_by_role("heading", name="Persoon 2").wait_for()
    page.get_by_role("button", name="Terug").or_(page.get_by_role("button", name="Back")).click()
    page.get_by_role("heading", name="Bel nu 112").wait_for()
    page.get_by_role("button", name=re.compile("Ik heb gebeld")).click()
    share(page)
    page.get_by_role("heading", name="Uw buren weten het").wait_for()
    assert until(lambda: Report.objects.count() == 1)
