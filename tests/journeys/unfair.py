# SPDX-License-Identifier: EUPL-1.2
"""What people do in a story about unfair words: say them, flag them, judge them, appeal, and try to come back.

Neighbours look on their phones, administrators at a desk. Who writes is of this story only, so that nobody whom the
other stories need is sent away.
"""

import re
from functools import cached_property
from typing import Any

from playwright.sync_api import Page, expect
from tests.journeys import joining as j
from tests.journeys.walking import (
    at_width,
    become,
    heading,
    mail_to,
    mark,
    press,
    sent,
    sign_in,
    until,
    warn,
    was_written_to,
    well,
)

DESK = "/bureau/vogelbuurt/"
ILSE_MAIL, GERRIT_MAIL = "ilse@voorbeeld.example", "gerrit@voorbeeld.example"
SEND, SEND_AS_IT_IS = "Laat het de buren weten", "Verstuur het zo"


class Story:
    """A report of Bram, and Bas, who has something to say about it."""

    def __init__(self, street: Any, demo: Any) -> None:
        self.street, self.sign = street, mark()
        self.unfair = f"Pools busje, klopt niet {self.sign}"
        self.email = f"bas.{self.sign}@gmail.com"
        demo.run("groups", "member", "vogelbuurt", self.email, f"Bas {self.sign.title()}", "Vinkenlaan")
        self.report = warn(self.phone_of("Bram"), f"Iemand voelt aan poorten {self.sign}", "Vinkenlaan")
        self.page = f"/meldingen/{self.report}/"

    def phone_of(self, name: str) -> Page:
        at_width(self.street, 360)
        return self.street.browser_of(name)

    def desk_of(self, name: str, email: str, path: str) -> Page:
        at_width(self.street, 1280)
        return become(self.street, name, email, path)

    @cached_property
    def ilse(self) -> Page:
        return self.phone_of("Ilse")

    @cached_property
    def anna(self) -> Page:
        return self.desk_of("Anna", "", DESK)

    @cached_property
    def bas(self) -> Page:
        """Signs in, reads what a new member reads, and agrees."""
        at_width(self.street, 360)
        bas = sign_in(self.street, self.email)
        bas.goto("/welkom/vogelbuurt/")
        with sent(bas):
            press(bas, "Ik begrijp het")
        bas.goto("/mijn/afspraken/vogelbuurt/")
        if bas.get_by_role("button", name="Ik ga akkoord").count():
            with sent(bas):
                press(bas, "Ik ga akkoord")
        return bas

    def seen(self, page: Page, name: str) -> None:
        well(page, self.street, name)


def say(story: Story, words: str) -> None:
    """Bas adds something. The program has a better idea first."""
    bas = story.bas
    bas.goto(story.page)
    press(bas, "Ik zie dit ook")
    bas.locator("main textarea:visible").first.fill(words)
    press(bas, SEND)
    expect(bas.locator("main .bw-note", has_text="Dit kan beter").first).to_be_visible()
    expect(bas.locator("main textarea:visible").first).to_have_value(words)


def send(page: Page, button: str) -> None:
    """And to the page of the report."""
    press(page, button)
    page.wait_for_url(re.compile(r"/meldingen/[0-9a-f-]+/$"))


def neighbours_read(story: Story, words: str) -> None:
    story.ilse.goto(story.page)
    expect(story.ilse.locator("main")).to_contain_text(words)


def nobody_reads(story: Story, page: Page, words: str) -> None:
    """Neither on the page of the report, nor in the list, nor on the first page."""
    for path in (story.page, "/meldingen/", "/"):
        page.goto(path)
        expect(page.locator("h1:visible").first).to_be_visible()
        expect(page.locator("body")).not_to_contain_text(words)


def line_of(page: Page, words: str) -> Any:
    return page.locator("ol.bw-time > li", has_text=words).first


def flag(story: Story) -> None:
    """Ilse says that something is wrong, and why."""
    ilse = story.ilse
    ilse.goto(story.page)
    line_of(ilse, story.unfair).get_by_role("link", name="Klopt er iets niet?").click()
    heading(ilse, "Klopt er iets niet aan dit bericht?")
    story.seen(ilse, "50-vlag")
    ilse.locator("input[name=reason][value=discriminates]").check(force=True)
    press(ilse, "Doorgeven")
    heading(ilse, "Dank u dat u het zei")


def keep_the_words(story: Story) -> None:
    """The private word to the writer; Bas finds that it is about safety."""
    bas = story.bas
    mail_to(story.street.post, story.email, "tip")
    bas.goto("/")
    bas.locator("a[href$='/tip/']").first.click()
    heading(bas, "Een tip over uw woorden")
    story.seen(bas, "51-tip")
    with sent(bas):
        press(bas, "Dit gaat over veiligheid")


def hide(story: Story) -> None:
    """Anna reads the words and hides them, with a trace."""
    anna = story.anna
    anna.goto(f"{DESK}vlaggen/")
    anna.locator("article", has_text=story.unfair).get_by_role("link", name="Bekijk en beslis").click()
    heading(anna, "Is dit bericht in orde?")
    story.seen(anna, "52-beoordelen")
    anna.locator("input[name=act][value=hide]").check(force=True)
    anna.locator("input[name=reason][value=looks_only]").check(force=True)
    with sent(anna):
        press(anna, "Doe dit")
    expect(anna.locator("main")).to_contain_text("Verborgen")


def hears_that_it_was_hidden(story: Story) -> None:
    """Ilse, who had read it, hears so; not a word of it stands in that letter."""
    post = story.street.post
    until(lambda: was_written_to(post, ILSE_MAIL, story.report, "verborgen"))
    expect(post.locator("main")).not_to_contain_text("Pools")


def open_case(story: Story, entry: str, note: str) -> str:
    """Anna has it looked into. Returns where the case is."""
    anna = story.anna
    anna.goto(f"{DESK}zaken/nieuw/over/{entry}/")
    expect(anna.locator("[name=quoted]")).to_have_value(re.compile(story.unfair))
    anna.fill("[name=quoted]", story.unfair)
    anna.select_option("[name=rule]", "words")
    anna.fill("[name=note]", note)
    story.seen(anna, "53-zaak-openen")
    press(anna, "De zaak openen")
    anna.wait_for_url(re.compile(r"/zaken/[0-9a-f-]{36}/$"))
    return anna.url


def propose_removal(story: Story, case: str, why: str) -> None:
    anna = story.anna
    anna.goto(f"{case}stap/removal/")
    anna.fill("[name=reason]", why)
    story.seen(anna, "54-stap")
    press(anna, "Deze stap voorstellen")
    expect(anna.locator("main")).to_contain_text("Wacht op een tweede ja")
    expect(anna.get_by_role("button", name="Ik zeg ja")).to_have_count(0)


def agree(story: Story, case: str) -> None:
    """Gerrit, who had no part in it, reads everything and says yes."""
    gerrit = story.desk_of("Gerrit", GERRIT_MAIL, case)
    expect(gerrit.locator("main")).to_contain_text("Nog 23 uur")
    expect(gerrit.locator("main")).to_contain_text(story.unfair)
    story.seen(gerrit, "55-tweede")
    with sent(gerrit):
        press(gerrit, "Ik zeg ja: dit geldt vanaf nu")
    expect(gerrit.locator("main")).to_contain_text("Genomen")


def own_case(story: Story) -> Page:
    """Bas opens the link in his mail, without signing in."""
    at_width(story.street, 360)
    page = story.street.browser_of(None)
    words = mail_to(story.street.post, story.email, "Een besluit over uw deelname")
    page.goto(re.search(r"http\S+/zaak/\S+", words)[0])
    heading(page, "Wat is beslist")
    return page


def appeal(story: Story, page: Page, words: str) -> None:
    page.get_by_role("link", name="Bezwaar maken").click()
    heading(page, "Bezwaar maken")
    story.seen(page, "57-bezwaar")
    page.fill("[name=words]", words)
    with sent(page):
        press(page, "Mijn bezwaar versturen")
    expect(page.locator("main")).to_contain_text("U krijgt antwoord")


def judge(story: Story, words: str, verdict: str, answer: str) -> None:
    """Eva, who had no part in it, answers."""
    eva = story.desk_of("Eva", "", "/bezwaren/")
    for path in eva.locator("a[href^='/bezwaar/']").evaluate_all("all => all.map(one => one.getAttribute('href'))"):
        eva.goto(path)
        if words in eva.locator("main").inner_text():
            break
    expect(eva.locator("main")).to_contain_text(words)
    expect(eva.locator("main")).not_to_contain_text(story.sign.title())
    story.seen(eva, "58-oordelen")
    eva.locator(f"input[name=verdict][value={verdict}]").check(force=True)
    eva.fill("[name=answer]", answer)
    with sent(eva):
        press(eva, "Dit antwoord versturen")
    expect(eva.locator("main")).to_contain_text(answer)


def may_read_again(story: Story) -> bool:
    """Bas is let in again: after the welcome page the report opens."""
    mail_to(story.street.post, story.email, "Het antwoord op uw bezwaar")
    bas = sign_in(story.street, story.email)
    bas.goto("/welkom/vogelbuurt/")
    with sent(bas):
        press(bas, "Ik begrijp het")
    answer = bas.goto(story.page)
    return answer is not None and answer.ok


def come_back(story: Story, email: str) -> Page:
    """Somebody applies with this address, and proves it."""
    at_width(story.street, 360)
    page = story.street.browser_of(None)
    page.goto("/aanmelden/vogelbuurt/")
    who = j.Neighbour(j.VOGELBUURT, "Bas")
    j.fill_in(page, who)
    page.fill("[name=email]", email)
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url("**/bevestigen/")
    code = re.search(r"\b\d{6}\b", mail_to(story.street.post, email.lower(), "Uw code voor"))
    page.fill("[name=code]", code[0])
    page.locator("main form button").first.click()
    page.wait_for_url("**/aanmelding/**")
    return page
