# SPDX-License-Identifier: EUPL-1.2
"""Joining when it goes otherwise: with a parent, after a refusal, on paper, by an invitation, from a list."""

import re
from random import randrange

import pytest
from playwright.sync_api import expect
from tests.journeys import joining as j
from tests.journeys.walking import (
    DESK,
    DESK_AT_NIGHT,
    PHONE,
    PHONE_AT_NIGHT,
    PLAIN_DESK,
    become,
    heading,
    letters_to,
    mail_to,
    mark,
    press,
    sent,
    until,
    warn,
    well,
)

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]


def seen(look: dict[str, object]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("street", [pytest.param(look, id="")], indirect=True)


@seen(PHONE)
def test_a_parent_signs_too(street):
    steps = [j.MAIL, j.SIGN, j.PARENT, j.POLICE, j.COORDINATOR]
    who, page, status = j.walk(street, j.VELDWEZELT, "Tibo", steps, minor=True)

    parent = street.browser_of(None)
    j.from_mail(parent, street, who.parent_mail, "Uw kind wil graag meedoen", "/ouder/")
    well(parent, street, "30-ouder")
    parent.check("[name=agree]")
    j.sign(parent)
    press(parent, "Onderteken en verstuur")
    heading(parent, "Dank u, u hebt ondertekend")

    j.shows(page, street, status, steps, "na-de-ouder")
    j.verdict(street.browser_of("Peter"), street, who, "yes")
    j.let_in(become(street, "Rachida", j.VELDWEZELT.coordinator_mail, "/"), street, who)
    j.is_member(page, status)


@seen(DESK)
def test_a_refusal_is_neutral_and_can_be_looked_at_again(street):
    who, page, status = j.walk(street, j.VELDWEZELT, "Bas", [j.MAIL, j.SIGN, j.POLICE, j.COORDINATOR])
    peter = street.browser_of("Peter")
    j.verdict(peter, street, who, "no")

    letter = mail_to(street.post, who.email, "Over uw aanmelding voor")
    assert "Deze brief zegt niet waarom" in letter
    assert not re.search("omdat|verdacht|veroordeel|antecedent", letter, re.IGNORECASE)
    page.goto(status)
    heading(page, "U kunt niet meedoen in deze groep")
    well(page, street, "31-geweigerd")
    j.from_mail(page, street, who.email, "Over uw aanmelding voor", "/bezwaar/")
    well(page, street, "31-bezwaar")
    page.fill("[name=words]", f"Dit moet een vergissing zijn {who.sign}.")
    press(page, "Verstuur")
    heading(page, "Er wordt opnieuw naar gekeken")

    peter.goto("/bezwaren/lanaken/")
    well(peter, street, "31-bezwaren")
    card = peter.locator("li.bw-card", has_text=who.sign)
    with sent(peter):
        card.get_by_role("button", name=re.compile("De aanmelding gaat verder")).click()
    mail_to(street.post, who.email, "Er is opnieuw gekeken")
    j.let_in(become(street, "Rachida", j.VELDWEZELT.coordinator_mail, "/"), street, who)
    j.is_member(page, status)


@seen(PLAIN_DESK)
def test_who_has_no_mail_is_typed_over_from_paper(street):
    who, number = j.Neighbour(j.VOGELBUURT, "Greet"), f"06{randrange(10_000_000, 39_999_999)}"
    anna = street.browser_of("Anna")
    j.promise(anna, "vogelbuurt")
    anna.goto("/bureau/vogelbuurt/leden/op-papier/")
    j.fill_in(anna, who, phone=number)
    anna.fill("[name=email]", "")
    anna.check("[name=phone_was_called]")
    anna.check("[name=is_signed]")
    anna.fill("[name=form_code]", j.form_code(anna, "vogelbuurt"))
    press(anna, "Voeg deze buur toe")
    expect(anna.locator("main")).to_contain_text(who.first_name)
    well(anna, street, "32-van-papier")

    report = warn(street.browser_of("Bram"), f"Iemand kijkt in auto's {mark()}", "Vinkenlaan")
    text = mail_to(street.post, f"+31{number[1:]}", "112 gebeld")
    assert "Vinkenlaan" in text
    assert report


def counts(coordinator, invitation: str) -> list[int]:
    """How often it was opened, how many applied by it, and how many joined."""
    coordinator.goto(invitation)
    return [int(words) for words in coordinator.locator("main dl.bw-facts dd").all_inner_texts()]


@seen(PHONE_AT_NIGHT)
def test_an_invitation_is_counted_from_link_to_member(street):
    anna = street.browser_of("Anna")
    anna.goto("/bureau/vogelbuurt/uitnodigen/")
    anna.fill("[name=street]", "Vinkenlaan")
    anna.check("[name=way][value=link]")
    press(anna, "Maak de uitnodiging")
    anna.wait_for_url(re.compile("/uitnodigen/[0-9a-f-]{36}/"))
    own = anna.url
    well(anna, street, "33-uitnodiging")
    before = counts(anna, own)
    link = anna.locator("main a[href*='/u/']").first.get_attribute("href")

    who, page = j.Neighbour(j.VOGELBUURT, "Ayla", house_number="55"), street.browser_of(None)
    page.goto(link)
    page.wait_for_url("**/aanmelden/vogelbuurt/**")
    status = j.apply(page, street, who)
    j.agree(page, street, status)
    j.choose_way(page, street, status, "visit")
    anna.goto("/bureau/vogelbuurt/aanmeldingen/")
    visit = anna.locator("li.bw-task", has_text=f"{who.listed} 55")
    well(anna, street, "33-langsgaan")
    with sent(anna):
        visit.get_by_role("button", name=re.compile("Ik ben er geweest")).click()
    j.is_member(page, status)

    assert until(lambda: counts(anna, own) == [number + 1 for number in before])


@seen(DESK_AT_NIGHT)
def test_a_list_is_taken_over_and_each_says_yes_or_no(street):
    yes, no = j.Neighbour(j.REKEM, "Wout"), j.Neighbour(j.REKEM, "Ria")
    lines = ["Voornaam;Achternaam;E-mail;Straat;Huisnummer;Postcode;Plaats"]
    lines += [f"{one.first_name};Claes;{one.email};Patersstraat;41;3621;Lanaken" for one in (yes, no)]
    godelieve = become(street, "Godelieve", j.REKEM.coordinator_mail, "/")
    j.promise(godelieve, "rekem")
    godelieve.goto("/bureau/rekem/leden/overnemen/")
    file = {"name": "leden.csv", "mimeType": "text/csv", "buffer": "\n".join(lines).encode()}
    godelieve.set_input_files("[name=file]", file)
    press(godelieve, "Bekijk deze lijst")
    expect(godelieve.locator("h1")).to_have_text("Kijk er eerst naar", timeout=30_000)
    well(godelieve, street, "34-lijst")
    godelieve.locator("form[action$='/vragen/'] button").click()

    page = street.browser_of(None)
    j.from_mail(page, street, yes.email, "Wilt u meedoen in Rekem", "/toestemming/")
    well(page, street, "34-toestemming")
    page.check("[name=is_adult]")
    number = f"470{randrange(10**6):06d}"
    page.fill("[name=phone]", f"0{number}")
    press(page, "Ja, ik doe graag mee")
    page.wait_for_url("**/aanmelding/**")
    status = re.match(r".*/aanmelding/[^/]+/", page.url)[0]
    press(page, "Verder")
    j.prove_phone(page, street, f"+32{number}")
    j.agree(page, street, status)
    j.is_member(page, status)

    other = street.browser_of(None)
    j.from_mail(other, street, no.email, "Wilt u meedoen in Rekem", "/toestemming/")
    press(other, "Nee, wis wat u over mij hebt")
    heading(other, "Alles is gewist")
    assert letters_to(street.post, no.email, "Welkom").count() == 0
