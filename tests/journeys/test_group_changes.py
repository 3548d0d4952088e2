# SPDX-License-Identifier: EUPL-1.2
"""Groups change: a neighbour moves or leaves, a full group splits, and three neighbours begin one by themselves."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect
from tests.journeys import joining as j
from tests.journeys.walking import (
    DESK,
    DESK_AT_NIGHT,
    PHONE,
    PHONE_AT_NIGHT,
    become,
    heading,
    letters_to,
    mark,
    press,
    sign_in,
    until,
    warn,
    was_written_to,
    well,
)

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]
STREET_AT = (50.8950, 5.6400)  # in Lanaken, where no group watches


def seen(look: dict[str, object]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("street", [pytest.param(look, id="")], indirect=True)


def sees(page, report: str) -> bool:
    """Can this member open the report?"""
    return page.goto(f"/meldingen/{report}/").ok


@seen(PHONE)
def test_who_moves_is_warned_by_the_old_group_until_the_new_one_begins(street):
    who, page, _status = j.walk(street, j.REKEM, "Jana", [j.MAIL, j.SIGN])
    j.welcome(page, street, who)
    page.goto("/mijn/verhuizen/")
    well(page, street, "40-verhuizen")
    told = {"street": "Maasstraat", "house_number": "61", "postcode": "3620", "town": "Lanaken"}
    for name, value in (told | {"moves_on": date.today().isoformat()}).items():
        page.fill(f"[name={name}]", value)
    page.locator("main form button").last.click()
    heading(page, "U verhuist naar Smeermaas")
    well(page, street, "40-waarheen")
    press(page, "Ja, meld mij daar aan")
    heading(page, "U verhuist op")
    well(page, street, "40-onderweg")

    page.locator("main a[href*='/aanmelding/']").first.click()
    page.wait_for_url("**/aanmelding/**")
    status = re.match(r".*/aanmelding/[^/]+/", page.url)[0]
    j.agree(page, street, status)
    j.shows(page, street, status, [j.MAIL, j.SIGN, j.ADDRESS], "verhuizing")
    j.choose_way(page, street, status, "letter")
    godelieve = become(street, "Godelieve", j.REKEM.coordinator_mail, "/")
    what = f"Iemand loopt achterom {mark()}"
    meanwhile = warn(godelieve, what, "Patersstraat")
    j.hears(page, street, who, meanwhile, what)

    lotte = street.browser_of("Lotte")
    j.promise(lotte, "smeermaas")
    moved = j.Neighbour(j.SMEERMAAS, who.name, sign=who.sign)
    j.type_code(page, status, j.code_in_letter(lotte, street, "/bureau/smeermaas/brieven/", moved))
    j.is_member(page, status)
    page.goto("/welkom/smeermaas/")
    press(page, "Ik begrijp het")
    afterwards = warn(godelieve, f"Iemand loopt achterom {mark()}", "Patersstraat")
    what = f"Iemand kijkt in de tuin {mark()}"
    here = warn(street.browser_of("Joris"), what, "Maasstraat")
    j.hears(page, street, moved, here, what)
    assert not sees(page, afterwards)
    assert not was_written_to(street.post, who.email, afterwards)  # and what was shared later has come


@seen(DESK)
def test_who_leaves_in_two_clicks_is_not_warned_any_more(street):
    who, page, status = j.walk(street, j.SMEERMAAS, "Senne", [j.MAIL, j.SIGN, j.ADDRESS])
    j.vouch(page, street, status, street.browser_of("Lotte"))
    j.welcome(page, street, who)
    page.goto("/mijn/gegevens/")
    press(page, "Vertrek uit Smeermaas")
    heading(page, "Vertrek uit Smeermaas")
    well(page, street, "41-vertrekken")
    press(page, "Ja, ik vertrek")
    heading(page, "U bent vertrokken")
    well(page, street, "41-vertrokken")

    report = warn(street.browser_of("Joris"), f"Iemand kijkt in de schuur {mark()}", "Maasstraat")
    until(lambda: was_written_to(street.post, "lotte@voorbeeld.example", report))
    assert not sees(page, report)
    assert not was_written_to(street.post, who.email, report)


@seen(DESK_AT_NIGHT)
def test_a_full_group_splits_and_who_waited_gets_a_place(street):
    sita, farid = become(street, "Sita", j.BLOEMENBUURT.coordinator_mail, "/"), street.browser_of("Farid")
    sita.goto("/bureau/bloemenbuurt/groep/")
    well(sita, street, "42-de-groep")
    members = int(re.search(r"\d+", sita.locator(".bw-meter b").first.inner_text())[0])
    j.make_room(sita, j.BLOEMENBUURT, members)

    who, page, status = j.walk(street, j.BLOEMENBUURT, "Ties", [j.MAIL, j.SIGN, j.ADDRESS])
    j.vouch(page, street, status, farid)
    page.goto(status)
    heading(page, "van de wachtlijst")
    well(page, street, "42-wachtlijst")

    name = f"Tulpenhof {who.sign.title()}"
    sita.goto("/bureau/bloemenbuurt/groep/splitsen/")
    well(sita, street, "42-splitsen")
    streets = sita.locator("[name=streets]")
    for number in range(streets.count()):
        box = streets.nth(number)
        box.set_checked(box.get_attribute("value") in ("Tulpstraat", "Irisstraat", "Leliehof"))
    sita.fill("[name=name]", name)
    sita.select_option("[name=coordinator]", label="Farid, Tulpstraat")
    press(sita, "Maak er twee groepen van")
    expect(sita.locator("main")).to_contain_text(name)
    well(sita, street, "42-gesplitst")

    until(lambda: letters_to(street.post, who.email, f"Welkom in {name}").count())
    j.is_member(page, status)
    page = sign_in(street, who.email)
    press(page, "Ik begrijp het")
    what = f"Iemand kijkt over de schutting {mark()}"
    there = warn(farid, what, "Tulpstraat")
    j.hears(page, street, who, there, what)
    here = warn(sita, f"Iemand kijkt in de kelder {mark()}", "Rozenweg")
    assert not sees(page, here)
    assert not sees(farid, here)
    assert not sees(sita, there)


@seen(PHONE_AT_NIGHT)
def test_three_neighbours_begin_a_group_without_any_municipality(street, demo, tmp_path):
    lane = f"Zandlaan {mark().title()}"
    file = tmp_path / "postcodes.csv"
    latitude, longitude = STREET_AT
    told = f"postcode;house_number;street;town;latitude;longitude\n3620;1-99;{lane};Lanaken;{latitude};{longitude}\n"
    file.write_text(told, encoding="utf-8")
    demo.run("areas", "postcodes", str(file))
    name = f"Buren van de {lane}"
    place = j.Place("", name, lane, "3620", "Lanaken", "")
    steps = [j.MAIL, j.SIGN, j.ADDRESS]

    # The first neighbour begins.
    ivo, page = j.Neighbour(place, "Ivo"), street.browser_of(None)
    page.goto("/groep-starten/")
    j.fill_address(page, ivo)
    press(page, "Verder")
    well(page, street, "43-groep-starten")
    page.fill("[name=name]", name)
    page.fill("[name=goal]", "Samen opletten in een nieuwe straat.")
    page.fill("[name=needed]", "3")
    press(page, "Verder: uw gegevens")
    page.wait_for_url("**/aanmelden/**")
    expect(page.locator("[name=wants_to_coordinate]")).to_be_checked()
    status = j.apply(page, street, ivo)
    j.shows(page, street, status, [j.MAIL, j.SIGN], "initiatiefnemer")
    j.agree(page, street, status)
    j.is_member(page, status)
    j.welcome(page, street, ivo)

    # Two others find it, and the first says that they live there.
    slug = re.search(r"/welkom/([^/]+)/", page.url)[1]
    place = j.Place(slug, name, lane, "3620", "Lanaken", "")
    others = []
    for first_name, door in (("Mila", "43"), ("Otto", "45")):
        who, other = j.Neighbour(place, first_name, house_number=door), street.browser_of(None)
        j.find(other, street, who)
        theirs = j.apply(other, street, who)
        j.shows(other, street, theirs, steps, "in-oprichting")
        j.agree(other, street, theirs)
        j.vouch(other, street, theirs, page)
        j.is_member(other, theirs)
        others.append((who, other))

    # The first promises secrecy, and coordinates.
    page.goto(f"/groepen/{slug}/coordinator-worden/")
    well(page, street, "43-coordinator-worden")
    j.promise(page, slug)
    (mila, hers), (otto, his) = others
    j.welcome(hers, street, mila)
    j.welcome(his, street, otto)

    # Nobody has checked where the first lives: two from two other houses say so, and the group begins.
    for theirs in (hers, his):
        theirs.goto(f"/groepen/{slug}/eerste-buren/")
        well(theirs, street, "43-eerste-buren")
        press(theirs, f"Ja, {ivo.first_name} woont daar")
        expect(theirs.get_by_role("button", name=f"Ja, {ivo.first_name} woont daar")).to_have_count(0)
    until(lambda: letters_to(street.post, ivo.email, f"{name} is begonnen").count())
    what = f"Iemand zit aan de brievenbussen {mark()}"
    report = warn(hers, what, lane)
    j.hears(his, street, otto, report, what)
