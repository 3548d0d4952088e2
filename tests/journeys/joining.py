# SPDX-License-Identifier: EUPL-1.2
"""From the public page to the first alert: what a new neighbour does, and what others do for them."""

import re
import subprocess
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page, expect
from tests.journeys.walking import (
    heading,
    mail_to,
    mark,
    press,
    sent,
    type_sign_in_code,
    until,
    warn,
    was_written_to,
    well,
)

MAIL, SIGN = "Bevestig uw mailadres", "Lees de afspraken en zeg ja"
PARENT, ADDRESS, POLICE = (
    "Uw ouder tekent mee",
    "Laat zien dat u er woont of werkt",
    "De politie kijkt of u mee kunt doen",
)
PACK, COORDINATOR, MEMBER = "Workshop of starterspakket", "De coördinator laat u toe", "U doet mee"
DONE = {
    "Uw mailadres is bevestigd": MAIL,
    "U bent akkoord met de afspraken": SIGN,
    "Uw ouder heeft getekend": PARENT,
    "Uw adres is gecontroleerd": ADDRESS,
    "De politie is akkoord": POLICE,
    "Workshop of starterspakket gedaan": PACK,
    "De coördinator heeft u toegelaten": COORDINATOR,
}


@dataclass(frozen=True, slots=True)
class Place:
    """A group of the demo, and who coordinates it."""

    slug: str
    name: str
    street: str
    postcode: str
    town: str
    coordinator: str
    organisation: str = "lanaken"

    @property
    def coordinator_mail(self) -> str:
        return f"{self.coordinator.lower().replace('-', '').replace('é', 'e')}@voorbeeld.example"

    @property
    def number(self) -> str:
        return "101" if self.organisation == "lanaken" else "112"


VOGELBUURT = Place("vogelbuurt", "Vogelbuurt", "Vinkenlaan", "6799 ZZ", "Ede", "Anna", "ede")
BLOEMENBUURT = Place("bloemenbuurt", "Bloemenbuurt", "Tulpstraat", "6799 ZZ", "Ede", "Sita", "ede")
KLAVERVELD = Place("klaverveld", "Klaverveld", "Tijmlaan", "6799 ZZ", "Ede", "Wim", "ede")
GROENEWEG = Place(
    "groenewegkwartier", "Groenewegkwartier", "Bronstraat", "6299 ZZ", "Maastricht", "Marie-José", "maastricht"
)
SMEERMAAS = Place("smeermaas", "Smeermaas", "Maasstraat", "3620", "Lanaken", "Lotte")
REKEM = Place("rekem", "Rekem", "Patersstraat", "3621", "Lanaken", "Godelieve")
NEERHAREN = Place("neerharen", "Neerharen", "Bampstraat", "3620", "Lanaken", "Luc")
VELDWEZELT = Place("veldwezelt", "Veldwezelt", "Wolfstraat", "3620", "Lanaken", "Rachida")
GELLIK = Place("gellik", "Gellik", "Eikenstraat", "3620", "Lanaken", "Stefaan")


@dataclass(slots=True)
class Neighbour:
    """Somebody who would like to take part. The second half of the first name is of this story only."""

    place: Place
    name: str
    house_number: str = "41"
    sign: str = field(default_factory=mark)

    @property
    def first_name(self) -> str:
        return f"{self.name} {self.sign.title()}"

    @property
    def email(self) -> str:
        return f"{self.sign}@nieuw.example"

    @property
    def parent_mail(self) -> str:
        return f"ouder.{self.sign}@nieuw.example"

    @property
    def listed(self) -> str:
        """As a coordinator sees them: first name and street."""
        return f"{self.first_name}, {self.place.street}"


def find(page: Page, street: Any, who: Neighbour) -> None:
    """From the public page to the form of the group where this address lies."""
    page.goto("/vind-uw-groep/")
    fill_address(page, who)
    press(page, "Zoek")
    expect(page.locator("#gevonden")).to_have_text(who.place.name)
    well(page, street, "20-gevonden")
    page.locator("form[action$='/verder/'] button").click()
    page.wait_for_url(f"**/aanmelden/{who.place.slug}/")


def fill_address(page: Page, who: Neighbour) -> None:
    page.fill("[name=postcode]", who.place.postcode)
    page.fill("[name=house_number]", who.house_number)
    page.fill("[name=street]", who.place.street)


def fill_in(page: Page, who: Neighbour, *, minor: bool = False, phone: str = "") -> None:
    """Step 1: the fields that this group asks, and no more."""
    told = {
        "postcode": who.place.postcode,
        "house_number": who.house_number,
        "street": who.place.street,
        "town": who.place.town,
        "first_name": who.first_name,
        "family_name": "Peeters",
        "email": who.email,
        "phone": phone,
    }
    for name, value in told.items():
        page.fill(f"[name={name}]", value)
    for choice in ("[name=kind][value=lives]", "[name=is_adult]", "[name=agreed_to_transfer]"):
        if page.locator(choice).count():
            page.check(choice)
    if page.locator("[name=age]").count():
        page.check(f"[name=age][value={'minor' if minor else 'adult'}]")
    if minor:
        page.fill("[name=guardian_name]", "Greet Peeters")
        page.fill("[name=guardian_email]", who.parent_mail)


def apply(page: Page, street: Any, who: Neighbour, **told: Any) -> str:
    """Step 1 and 2: the form, and the code from the mail. Returns the address of the page that says how far it is."""
    fill_in(page, who, **told)
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url("**/bevestigen/")
    well(page, street, "22-code")
    code = re.search(r"\b\d{6}\b", mail_to(street.post, who.email, "Uw code voor"))
    page.fill("[name=code]", code[0])
    page.locator("main form button").first.click()
    page.wait_for_url("**/aanmelding/**")
    return re.match(r".*/aanmelding/[^/]+/", page.url)[0]


def agree(page: Page, street: Any, status: str) -> None:
    """Step 3: read, tick, and sign where this group asks that."""
    page.goto(f"{status}ondertekenen/")
    well(page, street, "23-ondertekenen")
    for name in ("adult", "transfer", "agree"):
        if page.locator(f"[name={name}]").count():
            page.check(f"[name={name}]")
    if page.locator("[name=name]").count():
        sign(page)
    page.locator("main .bw-actions button").click()
    page.wait_for_url(status)


def prove_phone(page: Page, street: Any, number: str) -> None:
    """The code from the text message."""
    well(page, street, "22-telefoon")
    press(page, "Stuur de code")
    text = mail_to(street.post, number, "is uw code voor")
    page.fill("[name=code]", re.search(r"\b\d{6}\b", text)[0])
    page.locator("main form button").first.click()
    page.wait_for_url(lambda url: "/telefoon/" not in url)


def sign(page: Page) -> None:
    """Draw where one can draw; else write one's name."""
    sheet = page.locator("[data-sign]")
    if not sheet.is_visible():
        page.fill("[name=name]", "M. Peeters")
        return
    sheet.scroll_into_view_if_needed()
    box = sheet.bounding_box()
    page.mouse.move(box["x"] + 30, box["y"] + 40)
    page.mouse.down()
    for across, down in ((60, 15), (90, 60), (120, 20), (150, 55), (180, 30)):
        page.mouse.move(box["x"] + 30 + across, box["y"] + down)
    page.mouse.up()


def steps(page: Page) -> list[str]:
    """The steps on the page of an application, done or not, in the words of what has to be done."""
    shown = page.locator("ol.bw-steps > li p.bw-strong").all_inner_texts()
    titles = [words.partition(":")[0].strip() for words in shown]
    return [DONE.get(title, title) for title in titles]


def shows(page: Page, street: Any, status: str, expected: list[str], name: str) -> None:
    """The page of the application lists exactly these steps, and then membership."""
    page.goto(status)
    assert steps(page) == [*expected, MEMBER], steps(page)
    well(page, street, f"24-{name}")


def choose_way(page: Page, street: Any, status: str, way: str) -> None:
    """How the address is shown."""
    page.goto(f"{status}adres/")
    well(page, street, "25-adres")
    page.check(f"[name=way][value={way}]")
    with sent(page):
        press(page, "Kies dit")


def code_in_letter(printer: Page, street: Any, path: str, who: Neighbour) -> str:
    """Print the letters that wait; the code in the one to this neighbour."""
    printer.goto(path)
    well(printer, street, "25-brieven")
    with printer.expect_download() as told:
        press(printer, "Maak de PDF")
    words = subprocess.run(["pdftotext", "-layout", told.value.path(), "-"], check=True, capture_output=True)
    letter = next(page for page in words.stdout.decode().split("\f") if who.first_name in page)
    return re.search(r"Uw code\s+([A-Z0-9 ]+-[A-Z0-9 ]+)", letter)[1].replace(" ", "").strip()


def type_code(page: Page, status: str, code: str) -> None:
    page.goto(f"{status}adres/")
    page.fill("[name=code]", code)
    press(page, "Dit is mijn code")
    page.wait_for_url(status)


def vouch(page: Page, street: Any, status: str, neighbour: Page) -> None:
    """A neighbour who takes part says that this one lives there."""
    choose_way(page, street, status, "neighbour")
    well(page, street, "25-buur-vragen")
    code = page.locator("p.bw-code").inner_text()
    neighbour.goto("/buur-kent-mij/")
    neighbour.fill("[name=code]", code)
    neighbour.locator("main form button").click()
    heading(neighbour, "Kent u ")
    expect(neighbour.get_by_role("button", name="Ja, deze buur woont daar")).to_be_visible()
    well(neighbour, street, "25-buur-zegt-ja")
    press(neighbour, "Ja, deze buur woont daar")
    neighbour.wait_for_url(lambda url: "/buur-kent-mij/" not in url)


def let_in(coordinator: Page, street: Any, who: Neighbour) -> None:
    """One tap of the coordinator."""
    row = coordinator.locator("li.bw-task", has_text=who.listed)
    until(lambda: coordinator.goto(f"/bureau/{who.place.slug}/aanmeldingen/") and row.count())
    expect(row).to_have_count(1)
    well(coordinator, street, "26-toevoegen")
    row.get_by_role("button", name="Voeg toe").click()
    expect(coordinator.locator("li.bw-task", has_text=who.listed)).to_have_count(0)


def verdict(officer: Page, street: Any, who: Neighbour, answer: str) -> None:
    """The police say yes or no about this one."""
    case = officer.locator("section.bw-verdict", has_text=who.first_name)
    until(lambda: officer.goto(f"/politie/{who.place.organisation}/aanmeldingen/bekijken/") and case.count())
    case.locator(f"input[name$=verdict][value={answer}]").check(force=True)
    well(officer, street, "25-politie")
    with sent(officer):
        officer.locator("main .bw-actions button").click()
    until(lambda: officer.goto(f"/politie/{who.place.organisation}/aanmeldingen/bekijken/") and not case.count())


def welcome(page: Page, street: Any, who: Neighbour) -> None:
    """The link in the mail of welcome, signing in, and what a new member reads first."""
    text = mail_to(street.post, who.email, f"Welkom in {who.place.name}")
    page.goto(re.search(r"http\S+/welkom/\S+", text)[0])
    type_sign_in_code(page, street, who.email)
    heading(page, f"Welkom in {who.place.name}")
    expect(page.locator("main")).to_contain_text(f"Bij gevaar belt u {who.place.number}")
    well(page, street, "27-welkom")
    press(page, "Ik begrijp het")
    heading(page, "Maak uw telefoon klaar")
    well(page, street, "28-telefoon")


def hears(page: Page, street: Any, who: Neighbour, report: str, what: str) -> None:
    """The warning comes by mail; behind its link stands what was seen, and the first page shows it too."""
    until(lambda: was_written_to(street.post, who.email, report, report_words(who.place)))
    page.goto("/")
    expect(page.get_by_text(what).first).to_be_visible()
    page.goto(f"/meldingen/{report}/")
    expect(page.get_by_text(what).first).to_be_visible()
    well(page, street, "29-melding")


def report_words(place: Place) -> str:
    return f"{place.number} gebeld "


def read_pack(page: Page, street: Any, status: str) -> None:
    """Five leaflets, one after the other."""
    page.goto(f"{status}starterspakket/")
    well(page, street, "25-starterspakket")
    press(page, "Begin met lezen")
    for _leaflet in range(5):
        expect(page.locator("main form button").last).to_be_visible()
        page.locator("main form button").last.click()
    heading(page, "U bent klaar")


def make_room(coordinator: Page, place: Place, most: int) -> None:
    """The coordinator lets the group grow, or no further."""
    coordinator.goto(f"/bureau/{place.slug}/groep/instellingen/")
    coordinator.locator("details:has([name=most_members]) summary").click()
    coordinator.fill("[name=most_members]", str(most))
    coordinator.locator("main form button[type=submit]").last.click()
    expect(coordinator.locator("[name=most_members]")).to_have_value(str(most))


def start(coordinator: Page, place: Place) -> None:
    """A group that is being formed starts: few neighbours are enough, and the coordinator promised secrecy."""
    coordinator.goto(f"/bureau/{place.slug}/groep/verhaal/")
    if coordinator.locator("[name=needed_members]").count():
        coordinator.fill("[name=needed_members]", "3")
        with sent(coordinator):
            coordinator.locator("main form button[type=submit]").last.click()
    promise(coordinator, place.slug)
    coordinator.goto(f"/bureau/{place.slug}/groep/")
    if coordinator.locator("button[value=start]").count():
        coordinator.locator("button[value=start]").click()
    expect(coordinator.locator("a[href$='/groep/splitsen/']")).to_be_visible()


def form_code(coordinator: Page, slug: str) -> str:
    """The code at the foot of the form that the coordinator prints."""
    form = coordinator.request.get(
        f"{coordinator.url.split('/bureau/')[0]}/bureau/{slug}/leden/op-papier/formulier.pdf"
    )
    told = subprocess.run(["pdftotext", "-", "-"], input=form.body(), capture_output=True, check=True).stdout.decode()
    return re.findall(r"[0-9A-F]{4}-[0-9A-F]{4}", told)[-1]


def promise(coordinator: Page, slug: str) -> None:
    """Sign the agreement on secrecy, unless that was done."""
    coordinator.goto(f"/bureau/{slug}/vertrouwelijk/")
    if coordinator.locator("[name=agree]").count():
        coordinator.check("[name=agree]")
        sign(coordinator)
        coordinator.locator("main .bw-actions button").click()
        expect(coordinator.locator("[name=agree]")).to_have_count(0)


def walk(street: Any, place: Place, name: str, expected: list[str], **told: Any) -> tuple[Neighbour, Page, str]:
    """The part that is the same everywhere: find, apply, confirm, agree. Returns who, their browser and their page."""
    who, page = Neighbour(place, name), street.browser_of(None)
    find(page, street, who)
    well(page, street, "21-aanmelden")
    status = apply(page, street, who, **told)
    shows(page, street, status, expected, "stappen")
    if page.locator("main a[href$='/ondertekenen/']").count():
        agree(page, street, status)
        shows(page, street, status, expected, "na-de-afspraken")
    return who, page, status


def take_part(street: Any, who: Neighbour, page: Page, reporter: Page) -> None:
    """Member: welcome, and the first alert after a neighbour called and told."""
    welcome(page, street, who)
    what = f"Iemand kijkt door elk raam {mark()}"
    report = warn(reporter, what, who.place.street)
    hears(page, street, who, report, what)


def is_member(page: Page, status: str) -> None:
    title = page.locator("h1:visible").first
    until(lambda: page.goto(status) and "U doet mee" in title.inner_text())


def from_mail(page: Page, street: Any, address: str, words: str, path: str) -> None:
    """Open the newest mail with these words, and follow its link in this browser."""
    mail_to(street.post, address, words)
    link = street.post.locator(f"main .bw-letter a[href*='{path}']").first.get_attribute("href")
    page.goto(link)
