# SPDX-License-Identifier: EUPL-1.2
import pytest
from playwright.sync_api import expect

from buurtwacht.places.geo import distance_metres
from buurtwacht.places.services import add_landmark, add_street

from .pages_with_maps import HERE

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.urls("buurtwacht.places.tests.pages_with_maps"),
]


@pytest.fixture
def street_plan(cast):
    """The Vogelbuurt with streets that run somewhere."""
    area = cast.group.area
    for name, south, bend in (("Lijsterstraat", 52.0419, 0.0001), ("Merelweg", 52.0404, -0.0001)):
        add_street(area, name, line=[(south, 5.655), (south + bend, 5.663), (south, 5.672)])
    for name, west in (("Mezenlaan", 5.6612), ("Zwaluwstraat", 5.6652)):
        add_street(area, name, line=[(52.036, west), (52.0412, west + 0.0001), (52.046, west)])
    add_landmark(
        area,
        "park",
        surface=[(52.0407, 5.6655), (52.0407, 5.6668), (52.0416, 5.6668), (52.0416, 5.6655)],
        name="Vogelpark",
    )
    add_landmark(area, "path", line=[(52.0412, 5.6613), (52.0411, 5.6652)])
    for number in range(6):
        west = 5.6615 + number * 0.0006
        add_landmark(
            area,
            "building",
            surface=[(52.0414, west), (52.0414, west + 0.0004), (52.0417, west + 0.0004), (52.0417, west)],
        )
    return area


def place_in(page):
    return tuple(float(page.input_value(f"#id_{name}")) for name in ("latitude", "longitude"))


def test_the_map_is_fit_to_be_seen(street_plan, seen_well):
    seen_well("/kaart/", name="kaart")
    seen_well("/kaart/schuiven/", name="kaart-schuiven")


def test_without_script_it_is_a_picture(street_plan, browser_page):
    page = browser_page(javascript=False)
    page.goto("/kaart/schuiven/")
    assert page.get_by_role("img", name="Kaart: brandgang bij de Merelweg").is_visible()
    assert page.locator(".bw-map__zoom").count() == 0


def test_the_pin_moves_with_the_arrow_keys(street_plan, browser_page):
    page = browser_page()
    page.goto("/kaart/schuiven/")
    pin = page.get_by_role("button", name="Speld")
    pin.focus()
    for _ in range(5):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+ArrowRight")

    expect(page.get_by_role("status")).to_contain_text("Merelweg")
    latitude, longitude = place_in(page)
    assert latitude == pytest.approx(HERE["latitude"] - 50 / 111_195, abs=2e-5)
    assert longitude > HERE["longitude"]


def test_the_pin_is_dragged_and_dropped(street_plan, browser_page):
    page = browser_page()
    page.goto("/kaart/schuiven/")
    box = page.locator(".m-pin .halo").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y - 40, steps=4)
    page.mouse.up()

    expect(page.locator("#id_latitude")).not_to_have_value("")
    latitude, longitude = place_in(page)
    assert latitude > HERE["latitude"]
    assert longitude > HERE["longitude"]
    assert 20 < distance_metres(HERE, (latitude, longitude)) < 150


def test_a_tap_puts_the_pin_where_there_was_none(street_plan, browser_page):
    page = browser_page()
    page.goto("/kaart/zetten/")
    assert page.locator(".m-pin").count() == 0
    page.locator(".bw-map svg").click(position={"x": 100, "y": 80})

    expect(page.locator(".m-pin")).to_have_count(1)
    expect(page.locator("#id_latitude")).not_to_have_value("")
    assert distance_metres(HERE, place_in(page)) < 5_000
    expect(page.get_by_role("button", name="Speld")).to_be_visible()


def test_plus_and_minus_change_the_view_and_not_the_place(street_plan, browser_page):
    page = browser_page()
    page.goto("/kaart/schuiven/")
    sheet = page.locator(".bw-map svg")
    before = sheet.get_attribute("viewBox")
    page.get_by_role("button", name="Dichterbij").click()
    expect(sheet).not_to_have_attribute("viewBox", before)
    closer = sheet.get_attribute("viewBox")
    page.get_by_role("button", name="Verder weg").click()
    expect(sheet).not_to_have_attribute("viewBox", closer)

    assert float(closer.split()[2]) < float(before.split()[2])
    assert float(sheet.get_attribute("viewBox").split()[2]) == pytest.approx(480)
    assert page.input_value("#id_latitude") == ""
    for _ in range(8):
        page.get_by_role("button", name="Dichterbij").click(force=True)
    expect(page.get_by_role("button", name="Dichterbij")).to_have_attribute("aria-disabled", "true")
    assert float(sheet.get_attribute("viewBox").split()[2]) == pytest.approx(800 * 0.25)


def test_dragging_the_sheet_moves_the_view_and_not_the_pin(street_plan, browser_page):
    page = browser_page()
    page.goto("/kaart/schuiven/")
    sheet = page.locator(".bw-map svg")
    before, box = sheet.get_attribute("viewBox"), page.locator(".bw-map").bounding_box()
    page.mouse.move(box["x"] + 30, box["y"] + 150)
    page.mouse.down()
    page.mouse.move(box["x"] + 90, box["y"] + 120, steps=4)
    page.mouse.up()

    expect(sheet).not_to_have_attribute("viewBox", before)
    assert float(sheet.get_attribute("viewBox").split()[0]) < 160
    assert page.input_value("#id_latitude") == ""


def test_a_place_that_comes_from_elsewhere_moves_the_pin(street_plan, browser_page):
    page = browser_page()
    page.goto("/kaart/schuiven/")
    pin = page.locator(".m-pin")
    before = pin.get_attribute("transform")
    page.fill("#id_longitude", "5.6640")
    page.fill("#id_latitude", "52.0420")
    page.locator("#id_latitude").blur()
    expect(pin).not_to_have_attribute("transform", before)
    moved = pin.get_attribute("transform")

    x, y = map(float, moved.removeprefix("translate(").rstrip(")").split())
    assert x > 400
    assert y < 280
    assert place_in(page) == (52.042, 5.664)


def test_the_page_does_not_scroll_along_with_the_pin(street_plan, browser_page):
    """Else the tap that follows on a written street lands beside what was meant: the browser keeps the pin in place."""
    page = browser_page()
    page.goto("/kaart/schuiven/")
    anchor = page.evaluate("getComputedStyle(document.querySelector('.bw-map')).overflowAnchor")

    assert anchor == "none"


def test_tiles_of_the_own_server_lie_under_the_drawing(street_plan, browser_page, settings):
    settings.TILES = "/static/pages/icon-192.png?{z}/{x}/{y}"
    page = browser_page()
    page.goto("/kaart/")
    tiles = page.locator(".bw-map svg > g:first-child image")
    tiles.first.wait_for(state="attached")

    boxes = [[float(tile.get_attribute(side)) for side in ("x", "y", "width", "height")] for tile in tiles.all()]
    assert any(x <= 400 <= x + width and y <= 280 <= y + height for x, y, width, height in boxes)
    assert all(abs(width - height) < width / 50 for _, _, width, height in boxes)  # the squares that they are
    assert "?" in tiles.first.get_attribute("href")
    assert page.locator(".m-pin").is_visible()
