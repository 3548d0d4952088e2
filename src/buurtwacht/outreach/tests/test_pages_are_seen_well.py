# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.testing.browser import assert_accessible, assert_fits, keep_picture

pytestmark = pytest.mark.browser
SITE = "/buurtpreventie/ede/"


@pytest.fixture
def town(cast, forming, empty_area):
    cast.group.goal = "Minder inbraken, en weten wie er naast u woont."
    cast.group.save()
    return cast


@pytest.mark.parametrize("path", ["", "hoe-werkt-het/", "gedragsregels/", "vragen/", "inschrijven/", "contact/"])
def test_each_part_of_the_site_is_fit_to_be_seen(seen_well, town, path):
    seen_well(f"{SITE}{path}")


@pytest.mark.parametrize(
    "path",
    [
        "/vind-uw-groep/",
        "/groep-starten/",
        f"{SITE}groepen/",
        f"{SITE}groepen/vogelbuurt/",
        f"{SITE}groepen/schildersbuurt/",
    ],
)
def test_finding_and_starting_are_fit_to_be_seen(seen_well, town, path):
    seen_well(path)


@pytest.mark.parametrize("path", ["site/", "site/questions/nl/", "site/what/fr/", "site/links/", "vragen/"])
def test_the_desk_of_the_official_is_fit_to_be_seen(seen_well, town, eva, path):
    seen_well(f"/gemeente/ede/{path}", eva)


@pytest.mark.parametrize(("width", "dark"), [(360, False), (360, True), (1280, False), (1280, True)])
@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_the_answer_is_fit_to_be_seen(browser_page, town, width, dark, javascript):
    page = browser_page(width=width, dark=dark, javascript=javascript)
    page.goto("/vind-uw-groep/")
    page.locator("summary", has_text="straat").click()
    page.get_by_label("Straat").fill("Lijsterstraat")
    page.get_by_role("button", name="Zoek").click()

    page.get_by_role("heading", name="Vogelbuurt").wait_for()
    assert_fits(page)
    if javascript:
        page.locator("[data-started=yes]").wait_for()
        assert_accessible(page)
    keep_picture(page, f"gevonden-{'js' if javascript else 'kaal'}", width, dark)


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_a_real_town_is_fit_to_be_seen(browser_page, cast, real_borders, javascript):
    named = {area.name: area for area in real_borders if area.code.startswith("WK0228")}
    for group, area in zip((cast.group, cast.next_group), list(named.values())[3:5], strict=True):
        group.area = area
        group.name = area.name
        group.save()
    for width in (360, 1280):
        page = browser_page(width=width, javascript=javascript)
        page.goto("/vind-uw-groep/")
        if javascript:
            page.locator("[data-started=yes]").wait_for()
        assert_fits(page)
        keep_picture(page, f"echt-{'js' if javascript else 'kaal'}", width, False)
