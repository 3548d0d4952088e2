# SPDX-License-Identifier: EUPL-1.2
"""Making a photo unrecognisable in a real browser: with a finger, with keys, and fit to be seen."""

import pytest
from playwright.sync_api import expect

from buurtwacht.pages.demo.picture import SIZE, street_photo
from buurtwacht.reports.models import Photo
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread import services
from buurtwacht.testing.cast import gather

from .threads import make_photo

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast(live_site):
    return gather("be-lanaken")


@pytest.fixture
def photo(cast):
    photo = make_photo(make_report(cast.group, cast.bram), "waiting", jpeg=street_photo())
    Photo.objects.update(width=SIZE[0], height=SIZE[1])
    return photo


@pytest.fixture
def desk(cast, photo):
    return f"/bureau/{cast.group.slug}/meldingen/{photo.report_id}/foto/{photo.pk}/"


def test_the_photo_is_fit_to_be_seen_at_every_step(cast, photo, desk, seen_well):
    services.blur_photo(photo, by=cast.bram, areas=[(225, 420, 325, 540)])
    seen_well(f"{desk}?opnieuw", cast.anna, "07-foto-rooster")
    seen_well(desk, cast.anna, "07-foto-voorbeeld")
    services.refuse_photo(photo, by=cast.anna, reason="for_the_police")
    seen_well(f"/meldingen/{photo.report_id}/", cast.bram, "06-foto-geweigerd")


def test_a_finger_draws_an_area_and_a_tap_chooses_a_field(cast, photo, desk, browser_page):
    page = browser_page(width=360, person=cast.anna)
    page.goto(desk)
    expect(page.locator("[data-blur].is-ready")).to_be_visible()
    sheet = page.locator("[data-blur-photo]")
    sheet.scroll_into_view_if_needed()
    box = sheet.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.5)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.6, steps=4)
    page.mouse.move(box["x"] + box["width"] * 0.8, box["y"] + box["height"] * 0.7, steps=4)
    page.mouse.up()
    expect(page.locator(".bw-blur__area")).to_have_count(1)
    expect(page.locator("[data-blur-status]")).to_contain_text("1")
    page.get_by_label("Rij 1, kolom 1", exact=True).check()
    expect(page.locator("[data-blur-status]")).to_contain_text("2")
    page.get_by_role("button", name="Bekijk hoe de groep hem ziet").click()
    expect(page.get_by_role("button", name="Zo mag de groep hem zien")).to_be_visible()

    areas = Photo.objects.get().areas
    assert areas[0] == [0, 0, 125, 166]
    assert all(abs(told - meant) < 30 for told, meant in zip(areas[1], (500, 500, 800, 700), strict=True))


def test_keys_place_an_area_and_take_it_away(cast, photo, desk, browser_page):
    page = browser_page(width=1280, person=cast.anna)
    page.goto(desk)
    page.get_by_role("button", name="Vlak erbij").press("Enter")
    area = page.get_by_role("button", name="Vlak 1.")
    expect(area).to_be_focused()
    for key in ("ArrowRight", "ArrowDown", "Shift+ArrowRight", "Shift+ArrowUp"):
        area.press(key)
    expect(page.locator('input[name="areas"]')).to_have_value("420,420,640,600")
    page.get_by_role("button", name="Vlak erbij").press("Enter")
    page.get_by_role("button", name="Vlak 2.").press("Delete")
    expect(page.locator(".bw-blur__area")).to_have_count(1)
    page.get_by_label("Rij 1, kolom 1", exact=True).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page.get_by_label("Rij 2, kolom 2", exact=True)).to_be_checked()
    page.get_by_role("button", name="Bekijk hoe de groep hem ziet").click()
    expect(page.get_by_role("button", name="Zo mag de groep hem zien")).to_be_visible()
    assert Photo.objects.get().areas == [[125, 166, 250, 333], [420, 420, 640, 600]]
    page.get_by_role("link", name="Verander wat onherkenbaar is").click()
    expect(page.get_by_role("button", name="Vlak 1.")).to_be_visible()
