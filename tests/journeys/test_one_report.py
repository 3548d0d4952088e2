# SPDX-License-Identifier: EUPL-1.2
"""One report, from the call to the answer: the whole story in real browsers on the running demo."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.walking import go_and_call, look_again, press, sent, until, well

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]

WITH_JAVASCRIPT = {"javascript": True}
STREETS = ("Vinkenlaan", "Zwaluwstraat", "Mezenlaan", "Dorpsstraat")
LOOKS = [
    pytest.param({"width": 360, "dark": False, "javascript": True}, id="phone, light, with JavaScript"),
    pytest.param({"width": 1280, "dark": True, "javascript": True}, id="desk, dark, with JavaScript"),
    pytest.param({"width": 360, "dark": True, "javascript": False}, id="phone, dark, without JavaScript"),
    pytest.param({"width": 1280, "dark": False, "javascript": False}, id="desk, light, without JavaScript"),
]
looks = pytest.mark.parametrize("street", LOOKS, indirect=True)


def share(bram: Page, street, what: str, where: str) -> str:
    """Bram walks the four steps. Returns the id of his report."""
    press(bram, "Ik zie iets verdachts")
    expect(bram.get_by_role("heading", name="Wat gebeurt er?")).to_be_visible()
    well(bram, street, "02-signaleren")
    bram.locator("label:has-text('Voelt aan deuren')").click()
    bram.locator("textarea:visible").first.fill(what)
    bram.locator("input[name=place]").fill(where)
    bram.locator("label:has-text('Ja, ik zie het nu')").click()
    go_and_call(bram)
    expect(bram.get_by_role("heading", name="Bel nu 112")).to_be_visible()
    well(bram, street, "03-alarmeren")
    press(bram, "Ik heb gebeld")
    expect(bram.get_by_role("heading", name="Dit lezen uw buren")).to_be_visible()
    expect(bram.locator(".bw-message:visible")).to_contain_text("112 gebeld")
    well(bram, street, "04-appen")
    press(bram, "Deel met")
    bram.wait_for_url(re.compile("/gedeeld/"))
    expect(bram.get_by_role("heading", name="Uw buren weten het")).to_be_visible()
    well(bram, street, "05-reageren")
    return re.search(r"/meldingen/([0-9a-f-]+)/", bram.url)[1]


@looks
def test_from_the_call_to_the_answer(street):
    mark = uuid4().hex[:6]
    what, where = f"Iemand voelt aan elke poort {mark}.", STREETS[hash(mark) % len(STREETS)]
    ilse, bram = street.browser_of("Ilse"), street.browser_of("Bram")
    well(ilse, street, "01-start")

    # As a resident: share. On a second screen, as a neighbour, it appears by itself.
    report = share(bram, street, what, where)
    look_again(ilse, street)
    expect(ilse.get_by_text(mark).first).to_be_visible()  # how soon is measured by the bench, on a machine of its own

    # The neighbour answers in silence and adds what she sees; the reporter sees it come in.
    ilse.goto(f"/meldingen/{report}/")
    well(ilse, street, "06-melding")
    ilse.locator("label:has-text('Ik kijk vanuit huis')").click()
    if not street.look["java_script_enabled"]:
        ilse.locator("#antwoord button").click()
    expect(ilse.locator("input[name=answer][value=watching]")).to_be_checked()
    add_sighting(ilse, street, f"Loopt naar het park {mark}")
    look_again(bram, street)
    expect(bram.get_by_text(f"Loopt naar het park {mark}").first).to_be_visible()

    # The coordinator says that the police are there, and closes.
    anna = street.browser_of("Anna")
    anna.goto("/bureau/vogelbuurt/")
    well(anna, street, "07-bureau")
    police_are_there(anna, report)
    look_again(bram, street)
    expect(bram.get_by_text("De politie is er").first).to_be_visible()
    earlier = dossiers_on_the_desk(anna)
    anna.goto(f"/bureau/vogelbuurt/meldingen/{report}/afsluiten/")
    anna.locator("label:has-text('De politie is geweest')").click()
    with sent(anna):
        press(anna, "Sluit af")
    anna.goto(f"/meldingen/{report}/")
    expect(anna.get_by_text("Afgesloten").first).to_be_visible()
    well(anna, street, "06-afgesloten")

    # Look through the dossier, hand it over; the demo's mailbox shows what the police get.
    number = hand_over(anna, street, earlier)
    police = street.browser_of(None)
    open_dossier(police, street, number)
    answer(police, street, number)

    # Everybody hears what came of it.
    until(lambda: ilse.goto(f"/meldingen/{report}/") and ilse.get_by_text("Geen strafbaar feit").count())
    expect(ilse.get_by_text("Geen strafbaar feit").first).to_be_visible()
    well(ilse, street, "06-uitkomst")


def add_sighting(page: Page, street, words: str) -> None:
    press(page, "Ik zie dit ook")
    field = page.locator("main textarea:visible, main input[type=text]:visible").first
    expect(field).to_be_visible()
    well(page, street, "06-aanvullen")
    page.locator("main textarea:visible").first.fill(words)
    press(page, "Laat het de buren weten")
    expect(page.get_by_text(words).first).to_be_visible()


def police_are_there(anna: Page, report: str) -> None:
    anna.goto(f"/meldingen/{report}/aanvullen/")
    press(anna, "De politie is er")
    press(anna, "Laat het de buren weten")
    anna.wait_for_url(re.compile(f"/meldingen/{report}/$"))


def dossiers_on_the_desk(anna: Page) -> set[str]:
    """The pages of the dossiers that wait to be looked through."""
    anna.goto("/bureau/vogelbuurt/")
    links = anna.locator("li.bw-task:has-text('Kijk de melding van') a")
    return set(links.evaluate_all("links => links.map(link => link.getAttribute('href'))"))


def hand_over(anna: Page, street, earlier: set[str]) -> str:
    """Look through the dossier that was not on the desk before, and send it. Returns its number."""
    [fresh] = until(lambda: dossiers_on_the_desk(anna) - earlier)  # the work behind the pages puts it there
    anna.goto(fresh)
    expect(anna.get_by_role("heading", name="Kijk het dossier na")).to_be_visible()
    well(anna, street, "08-afsluiten")
    number = re.search(r"\d{4}-\d{4}", anna.locator("#dossier-nummer").inner_text())[0]
    press(anna, "Verstuur naar de politie")
    anna.wait_for_url(re.compile("/volgen/"))
    well(anna, street, "08b-volgen")
    return number


def mail_about(page: Page, subject: str) -> str:
    """The text of the newest mail with this subject in the demo's mailbox."""
    found = page.locator(f"li:has-text('{subject}')")
    until(lambda: page.goto("/demo/postvak/") and found.count())
    page.goto(str(found.first.get_by_role("link", name="Lees").get_attribute("href")))
    return page.locator("main").inner_text()


def open_dossier(police: Page, street, number: str) -> None:
    code = re.search(r"\b\d{6}\b", mail_about(police, f"Code voor dossier {number}"))[0]
    mail_about(police, f"Dossier {number} van")
    police.locator("main a[href*='/politie/open/']").click()
    expect(police.get_by_role("heading", name="Open het dossier")).to_be_visible()
    well(police, street, "11a-openen")
    link = police.url
    police.get_by_label("De code").fill(code)
    police.get_by_role("button", name="Open", exact=True).click()
    expect(police.get_by_role("heading", name="Dit is het dossier")).to_be_visible()
    well(police, street, "11b-lezen")
    again = street.browser_of(None)
    again.goto(link)
    expect(again.get_by_role("heading", name="Deze link doet het niet meer")).to_be_visible()


def answer(police: Page, street, number: str) -> None:
    police.get_by_role("link", name="Vertel wat eruit kwam").click()
    expect(police.get_by_role("heading", name="Wat kwam eruit?")).to_be_visible()
    well(police, street, "11-uitkomst")
    police.locator("label:has-text('Iemand aangesproken')").first.click()
    police.locator("label:has-text('Geen strafbaar feit')").click()
    press(police, "3. Verstuur aan")
    expect(police.get_by_role("heading", name="Dank u wel")).to_be_visible()
