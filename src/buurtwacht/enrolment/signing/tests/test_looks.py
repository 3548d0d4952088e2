# SPDX-License-Identifier: EUPL-1.2
import pytest
from playwright.sync_api import expect

from buurtwacht.enrolment.signing.mark import TICK, written
from buurtwacht.enrolment.signing.services import accept_again, sign_application
from buurtwacht.groups.queries import membership_in
from buurtwacht.groups.services import change_settings
from buurtwacht.testing.cast import join

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("preset", ["nl", "be", "be-politiezone"])
def test_reading_and_signing_is_comfortable(preset, cast, group_of, apply_to, page_of, seen_well):
    group = group_of(preset)
    join(group, cast.anna, "coordinator")

    seen_well(page_of(apply_to(group, is_minor=preset == "be-politiezone")), None, f"10-aanmelden-{preset}")


def test_paper_and_questions_are_comfortable(group_of, apply_to, page_of, seen_well):
    application = apply_to(group_of("be"))

    seen_well(page_of(application, "application_on_paper"), None, "10-papier")
    seen_well(page_of(application, "application_quiz"), None, "10-vragen")


def test_the_page_of_the_parent_is_comfortable(group_of, apply_to, page_of, seen_well):
    minor = apply_to(group_of("be-politiezone"), is_minor=True)
    sign_application(minor, written(strokes="", name="Chantal"), transfer=True)

    seen_well(page_of(minor, "application_guardian"), None, "10-ouder")


def test_the_promise_of_a_coordinator_is_comfortable(cast, seen_well):
    seen_well(f"/bureau/{cast.group.slug}/vertrouwelijk/", cast.anna, "10-vertrouwelijk")


def test_what_changed_is_comfortable_to_read(cast, seen_well):
    accept_again(membership_in(cast.bram, cast.group), TICK)
    change_settings(cast.group, {"photo": "group", "raiser": "coordinator"})

    seen_well("/mijn/afspraken/", cast.bram, "10-afspraken")
    seen_well(f"/mijn/afspraken/{cast.group.slug}/", cast.bram, "10-gewijzigd")


def test_a_finger_draws_a_signature_and_may_begin_again(group_of, apply_to, page_of, browser_page):
    application = apply_to(group_of("be"))
    page = browser_page(width=360)
    page.goto(page_of(application))
    sheet = page.locator("[data-sign] svg")
    sheet.scroll_into_view_if_needed()
    box = sheet.bounding_box()
    assert box is not None

    def draw() -> None:
        page.mouse.move(box["x"] + 40, box["y"] + 90)
        page.mouse.down()
        for x, y in ((60, 40), (90, 110), (120, 50), (160, 100), (220, 60)):
            page.mouse.move(box["x"] + x, box["y"] + y, steps=4)
        page.mouse.up()

    draw()
    expect(page.locator("[name=strokes]")).not_to_have_value("")
    page.get_by_role("button", name="Opnieuw").click()
    expect(page.locator("[name=strokes]")).to_have_value("")
    draw()
    page.get_by_text("Ik ben 18 jaar of ouder", exact=True).click()
    page.get_by_text("Ik heb de 15 afspraken gelezen").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Onderteken en verstuur").click()

    kept = application.acceptances.get(kind="declaration")
    assert kept.way == "drawn"
    assert bytes(kept.signature).startswith(b"M40 90L")


def test_without_a_script_one_writes_a_name(group_of, apply_to, page_of, browser_page):
    application = apply_to(group_of("be"))
    page = browser_page(width=360, javascript=False)
    page.goto(page_of(application))

    assert not page.locator("[data-sign]").is_visible()
    page.get_by_text("Ik ben 18 jaar of ouder", exact=True).click()
    page.get_by_text("Ik heb de 15 afspraken gelezen").click()
    page.get_by_label("Of schrijf uw naam").fill("Chantal Vos")
    with page.expect_navigation():
        page.get_by_role("button", name="Onderteken en verstuur").click()

    assert application.acceptances.get(kind="declaration").signed_name == "Chantal Vos"
