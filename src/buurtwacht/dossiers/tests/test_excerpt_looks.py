# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.dossiers import services
from buurtwacht.dossiers.excerpt.window import Said
from buurtwacht.enrolment.welcome.services import make_invitation
from buurtwacht.testing.browser import assert_accessible, assert_fits, keep_picture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CHAT = "".join(
    f"{1 + number % 28:02}-{1 + number % 9:02}-2026 {8 + number % 14:02}:{number % 60:02} - Buur {number % 7}: {said}\n"
    for number, said in enumerate(
        ["Bedankt allemaal", "👍", "Weet iemand wanneer het vuilnis komt", "Verdachte man bij de poort, 112 gebeld"]
        * 60
    )
)


def test_the_coordinator_brings_an_excerpt_in_comfort(seen_well, dossier, anna, group):
    seen_well(f"/bureau/{group.slug}/dossiers/{dossier.pk}/gesprek/", anna, "08c-gesprek")


def test_the_dossier_shows_the_excerpt(seen_well, dossier, anna, group):
    lines = [
        Said("2026-11-12T21:14:00", "Jan", "Man bij de poort"),
        Said("2026-11-12T21:15:00", "Buur 1", "Ik zie hem"),
    ]
    services.add_excerpt(dossier, lines, chosen={0, 1}, by=anna)

    seen_well(f"/bureau/{group.slug}/dossiers/{dossier.pk}/", anna, "08d-nakijken-met-gesprek")


@pytest.mark.parametrize("width", [360, 1280])
def test_ticking_and_confirming_by_hand(browser_page, dossier, anna, group, tmp_path, width):
    file = tmp_path / "chat.txt"
    at = dossier.report.shared_at.astimezone(dossier.report.group.tz)
    file.write_text("".join(f"{at:%d-%m-%Y %H:%M} - Jan Jansen: Bericht {number}\n" for number in range(6)))
    page = browser_page(width=width, person=anna)
    page.goto(f"/bureau/{group.slug}/dossiers/{dossier.pk}/gesprek/")
    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name="Bekijk deze berichten").click()
    page.get_by_text("Bericht 2").click()
    assert_fits(page)
    assert_accessible(page)
    keep_picture(page, "08e-aanvinken", width, dark=False)
    page.get_by_role("button", name="Zet deze in het dossier").click()

    page.locator("#zo-ziet-de-politie-het", has_text="Bericht 2").wait_for()
    assert "Bericht 3" not in page.locator("#zo-ziet-de-politie-het").inner_text()


def test_the_page_of_the_old_group_looks_well(seen_well, anna, group):
    make_invitation(group, way="link", by=anna)

    seen_well(f"/bureau/{group.slug}/oude-groep/", anna, "15-oude-groep")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_figures_are_drawn(browser_page, anna, group, tmp_path, width):
    file = tmp_path / "chat.txt"
    file.write_text(CHAT)
    page = browser_page(width=width, person=anna)
    page.goto(f"/bureau/{group.slug}/oude-groep/")
    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name="Laat de cijfers zien").click()

    page.get_by_role("img", name="Berichten per maand").wait_for()
    assert page.locator("rect").count() > 24
    assert_fits(page)
    assert_accessible(page)
    keep_picture(page, "15b-cijfers", width, dark=False)
