# SPDX-License-Identifier: EUPL-1.2
import gzip

import pytest
from playwright.sync_api import expect

from buurtwacht.testing.browser import assert_accessible

pytestmark = pytest.mark.browser
FINDER = "/vind-uw-groep/"
MOST_BYTES = 100_000  # of the first view, as it travels


@pytest.fixture
def town(cast, forming, empty_area):
    return cast


def opened(browser_page, **options):
    page = browser_page(width=1280, **options)
    page.goto(FINDER)
    page.locator("[data-started=yes]").wait_for()
    return page


def test_the_drawing_becomes_a_map_with_the_same_names(browser_page, town):
    page = opened(browser_page)

    assert page.locator(".leaflet-container").count() == 1
    words = page.locator(".bw-area-label b").all_text_contents()
    assert set(words) == {"Vogelbuurt", "Bloemenbuurt", "Schildersbuurt", "Bosrand"}
    assert page.locator("path.bw-area--forming").count() == 1
    assert_accessible(page)


def test_without_script_the_drawing_stands(browser_page, town):
    page = browser_page(javascript=False)
    page.goto(FINDER)

    assert page.locator(".bw-map > svg path").count() == 4
    assert page.get_by_text("Schildersbuurt").first.is_visible()


def test_the_buttons_have_names_and_the_arrow_keys_move_the_map(browser_page, town):
    page = opened(browser_page)
    label = page.locator(".bw-area-label", has_text="Vogelbuurt")
    before = label.bounding_box()
    page.get_by_role("button", name="Dichterbij").click()
    page.get_by_role("button", name="Verder weg").click()
    page.locator(".leaflet-container").focus()
    page.keyboard.press("ArrowRight")

    moved = "([label, x]) => label.getBoundingClientRect().x < x"
    page.wait_for_function(moved, arg=[label.element_handle(), before["x"] - 40])


def test_an_area_with_a_group_leads_to_it(browser_page, town):
    page = opened(browser_page)
    page.locator("path.bw-area--forming").click()
    page.get_by_role("link", name="Meer over deze groep").click()

    page.wait_for_url("**/buurtpreventie/ede/groepen/schildersbuurt/")


def test_tiles_come_only_from_where_the_operator_says(browser_page, town, settings):
    asked: list[str] = []
    page = browser_page(width=1280)
    page.on("request", lambda request: asked.append(request.url))
    page.goto(FINDER)
    page.locator("[data-started=yes]").wait_for()
    assert page.locator("img.leaflet-tile").count() == 0
    assert all("127.0.0.1" in url or "localhost" in url for url in asked)

    settings.TILES = "/static/pages/icon-192.png?{z}/{x}/{y}"
    settings.TILES_THANKS = "© <b>Kaartenmakers</b>"
    page = opened(browser_page)
    page.locator("img.leaflet-tile").first.wait_for(state="attached")
    expect(page.locator(".leaflet-control-attribution")).to_have_text("© <b>Kaartenmakers</b>")


def test_a_map_that_cannot_be_fetched_stays_a_drawing(browser_page, town):
    page = browser_page(width=1280)
    page.route("**/gebieden.json", lambda route: route.fulfill(status=503, body=""))
    with page.expect_response("**/gebieden.json"):
        page.goto(FINDER)
    page.wait_for_load_state("networkidle")

    assert page.locator(".bw-map > svg path").count() == 4


def test_the_first_view_is_light(browser_page, town, client):
    bodies: dict[str, int] = {}
    page = browser_page(javascript=True)

    def weigh(response) -> None:
        if "leaflet" in response.url or "gebieden" in response.url:
            return  # after the first view
        body = response.body()
        bodies[response.url] = len(body) if response.url.endswith((".woff2", ".png")) else len(gzip.compress(body))

    page.on("response", weigh)
    page.goto(FINDER)
    page.wait_for_load_state("networkidle")

    assert len(bodies) > 5
    assert sum(bodies.values()) < MOST_BYTES, bodies
