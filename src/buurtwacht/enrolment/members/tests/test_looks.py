# SPDX-License-Identifier: EUPL-1.2
"""Every page as people see it, narrow and wide, by day and by night."""

import pytest

from buurtwacht.enrolment.links import CONSENT
from buurtwacht.enrolment.members.services import ask_everybody, go_on_asking, note_view, set_proxy, start_import
from buurtwacht.enrolment.models import Application
from buurtwacht.groups.queries import membership_in
from buurtwacht.lib.links import link_token
from buurtwacht.testing.cast import add_contact_point, join, make_person
from buurtwacht.testing.member_lists import member_list

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LIST = "/bureau/vogelbuurt/leden/"


@pytest.fixture
def street(signed):
    """A register as one would see it: several ways to be reached, one neighbour at the door."""
    signed.bram.family_name = "de Boer"
    signed.bram.save()
    bram = membership_in(signed.bram, signed.group)
    bram.house_number, bram.postcode, bram.town, bram.phone = "14", "6711 AB", "Ede", "+31612345678"
    bram.serves = True
    bram.save()
    add_contact_point(signed.bram, "webpush", '{"endpoint": "x"}')
    ans = join(signed.group, make_person("Ans", family_name="Mol"), house_number="3")
    set_proxy(ans, bram, by=signed.anna)
    return ans


def test_the_register(seen_well, street, anna, bram, group):
    seen_well(LIST, anna, "leden")
    seen_well(f"{LIST}{membership_in(bram, group).pk}/", anna, "lid")
    seen_well(f"{LIST}{street.pk}/", anna, "lid-aanbellen")
    seen_well(f"{LIST}{street.pk}/adres/", anna, "lid-adres")
    seen_well(f"{LIST}{street.pk}/beeindigen/", anna, "lid-stopt")


def test_paper(seen_well, street, anna):
    seen_well(f"{LIST}op-papier/", anna, "op-papier")


def test_a_list(seen_well, street, anna, brought):
    found = brought(member_list(300, 40)[0])
    start_import(found.group, b"Naam;E-mail\nBo;bo@voorbeeld.example", by=anna)

    seen_well(f"{LIST}overnemen/", anna, "overnemen")
    seen_well(f"{LIST}overnemen/{found.pk}/", anna, "overnemen-kijken")
    seen_well(f"{LIST}overnemen/{found.pk}/terugnemen/", anna, "overnemen-terug")
    ask_everybody(found, by=anna)
    seen_well(f"{LIST}overnemen/{found.pk}/", anna, "overnemen-bezig")
    go_on_asking(found.pk)
    seen_well(f"{LIST}overnemen/{found.pk}/", anna, "overnemen-klaar")


def test_what_is_no_list(seen_well, street, anna, brought):
    seen_well(f"{LIST}overnemen/{brought(b'PK' + bytes((3, 4)) + b'x').pk}/", anna, "overnemen-onleesbaar")


def test_the_question(seen_well, street, anna, brought):
    found = brought("Naam;E-mail;Straat;Nr\nNoor de Vries;noor@voorbeeld.example;Merelweg;3\n")
    ask_everybody(found, by=anna)
    go_on_asking(found.pk)

    seen_well(f"/toestemming/{link_token(CONSENT, Application.objects.get().pk)}/", None, "toestemming")


def test_ones_own_pages(seen_well, street, anna, bram, group):
    note_view(anna, group, membership_in(bram, group))
    note_view(anna, group, 3)

    seen_well("/mijn/gegevens/bekeken/", bram, "bekeken")
    seen_well("/groepen/vogelbuurt/aanbellen/", bram, "aanbellen")


def test_the_page_asks_by_itself_how_far_it_is(browser_page, street, anna, brought, group):
    found = start_import(group, b"Naam;E-mail\nBo;bo@voorbeeld.example\n", by=anna)
    page = browser_page(width=360, person=anna)
    page.goto(f"{LIST}overnemen/{found.pk}/")
    assert "gelezen" in page.locator("h1").inner_text()

    from buurtwacht.enrolment.members.services import read_import

    read_import(found.pk)

    page.locator("h1", has_text="Kijk er eerst naar").wait_for()
