# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.test import Client
from django.utils import timezone

from buurtwacht.enrolment.applying.drafts import draft_of
from buurtwacht.enrolment.tests.support import make_application
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.services import change_settings, set_status
from buurtwacht.outreach.finding import Address, Found, find_group, finding_of
from buurtwacht.outreach.forms import AddressForm
from buurtwacht.places.models import Postcode, Street
from buurtwacht.testing.cast import make_area, make_group
from buurtwacht.testing.nasty import nasty_strings

FINDER = "/vind-uw-groep/"


def ask(client: Client, path: str = FINDER, **typed: str) -> str:
    """The page that answers, in Dutch."""
    response = client.post(path, {"postcode": "", "house_number": "", "street": ""} | typed)
    assert response.status_code == 200
    return response.content.decode()


def street_in(area, name: str) -> None:
    from shapely import from_wkb

    inside = from_wkb(bytes(area.border)).representative_point()
    Street.objects.create(area=area, name=name, latitude=inside.y, longitude=inside.x)


def test_the_page_asks_for_an_address_and_works_without_anything_set_up(client, db):
    page = client.get(FINDER).content.decode()

    assert 'name="postcode"' in page
    assert "nog niets ingericht" in page


def test_an_address_leads_to_its_group_with_first_names_only(client, cast):
    cast.anna.family_name = "Jansen"
    cast.anna.save()
    page = ask(client, street="Lijsterstraat 14")

    assert "Uw adres hoort bij" in page
    assert "3 buren doen mee. Er is plaats. Coördinator: Anna." in " ".join(page.split())
    assert "Jansen" not in page
    assert "Meld u aan" in page


def test_a_postcode_with_a_number_leads_there_too(client, cast):
    Postcode.objects.create(
        country="nl", code="6711 AB", first_number=1, last_number=99, street="Lijsterstraat",
        latitude=52.0415, longitude=5.6628,
    )  # fmt: skip
    assert "Vogelbuurt" in ask(client, postcode="6711ab", house_number="14")


def test_a_full_group_says_so_and_offers_the_waiting_list(client, cast):
    change_settings(cast.group, {"most_members": 3})
    page = ask(client, street="Lijsterstraat")

    assert "De groep is vol; er is een wachtlijst." in page
    assert "Naar de wachtlijst" in page


def test_a_group_is_full_when_its_last_place_is_kept_for_somebody(cast):
    group = change_settings(cast.group, {"most_members": 4})
    assert not finding_of(group).is_full

    make_application(group, "Chantal", placed_at=timezone.now())

    assert finding_of(group).is_full


def test_a_group_that_is_being_formed_says_which_number_one_would_be(client, cast, forming):
    street_in(forming.area, "Rembrandtlaan")
    page = ask(client, street="Rembrandtlaan")

    assert "2 van 10 buren. Nog 8 nodig om te starten." in " ".join(page.split())
    assert "Word nummer 3 van 10" in page


def test_where_there_is_no_group_one_can_start_it(client, cast, empty_area):
    street_in(empty_area, "Bosweg")
    page = ask(client, street="Bosweg")

    assert "Bosrand" in page
    assert "Hier is nog geen groep." in page
    assert 'action="/groep-starten/"' in page


def test_a_resting_group_can_be_asked_but_not_joined(client, cast):
    set_status(cast.group, WatchGroup.Status.DORMANT)
    page = ask(client, street="Lijsterstraat")

    assert "De groep rust" in page
    assert "Meld u aan" not in page


def test_an_idea_is_nobodys_business_yet(client, cast, empty_area):
    street_in(empty_area, "Bosweg")
    make_group(cast.organisation, "Rare naam", area=empty_area, status=WatchGroup.Status.IDEA)
    page = ask(client, street="Bosweg")

    assert "Rare naam" not in page
    assert client.get("/buurtpreventie/ede/groepen/rare-naam/").status_code == 404
    assert b"Rare naam" not in client.get("/buurtpreventie/ede/gebieden.json").content


def test_an_address_of_another_organisation_says_which(client, cast, lanaken):
    street_in(lanaken.groups.get().area, "Brugstraat")
    page = ask(client, "/buurtpreventie/ede/groepen/", street="Brugstraat")

    assert "Deze groep hoort bij Lanaken, niet bij Ede." in page


def test_an_address_far_from_every_organisation(cast):
    street_in(make_area("Verweg", "BU99990101", 4.0, 51.0), "Zeestraat")

    assert find_group(Address(street="Zeestraat")).kind == Found.OUTSIDE


def test_the_first_group_of_a_fresh_installation_can_be_started(db, client):
    from buurtwacht.testing.cast import make_organisation

    make_organisation()
    street_in(make_area("Bosrand", "BU02280104", 5.63, 52.03), "Bosweg")

    assert find_group(Address(street="Bosweg")).kind == Found.NO_GROUP


def test_an_unknown_address_says_what_to_try(client, cast):
    page = ask(client, street="Bestaat Niet Laan")

    assert "We kennen dit adres niet" in page
    assert "zoek op de naam van uw straat" in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Vul uw postcode in, of de naam van uw straat."),
        ({"postcode": "67"}, "Een postcode heeft vier cijfers en twee letters"),
        ({"postcode": "6711"}, "Een postcode heeft vier cijfers en twee letters"),
        ({"postcode": "3620"}, "Een postcode heeft vier cijfers en twee letters"),
        ({"postcode": "6711 AB", "house_number": "huis"}, "Een huisnummer begint met een cijfer"),
    ],
)
def test_bad_input_gets_a_sentence_and_stays(client, cast, typed, sentence):
    page = ask(client, **typed)

    assert sentence in page
    for value in typed.values():
        assert f'value="{value}"' in page


def test_in_belgium_a_postcode_needs_a_street(client, lanaken):
    assert "Vul ook de straat in." in ask(client, postcode="3620")
    assert "Een postcode heeft vier cijfers" in ask(client, postcode="36")


def test_whatever_is_typed_the_page_answers(client, cast):
    for nasty in nasty_strings():
        form = AddressForm({"postcode": nasty, "house_number": nasty, "street": nasty})
        assert not form.is_valid() or find_group(form.address)
        street = AddressForm({"street": nasty})
        assert not street.is_valid() or find_group(street.address).kind in (Found.UNKNOWN, Found.GROUP)
    page = ask(client, street='"><script>alert(1)</script>')
    assert "<script>alert" not in page


def test_the_address_goes_along_to_the_form_and_never_into_the_address_bar(client, cast):
    typed = {"postcode": "6711 AB", "house_number": "14", "street": "Lijsterstraat"}
    response = client.post(f"{FINDER}vogelbuurt/verder/", typed)

    assert response.headers["Location"] == "/aanmelden/vogelbuurt/"
    request = response.wsgi_request
    assert draft_of(request).values == typed
    assert "Lijsterstraat" not in str(dict(request.session))
    form = client.get(response.headers["Location"]).content.decode()
    for value in typed.values():
        assert f'value="{value}"' in form


def test_who_came_by_postcode_need_not_type_the_street_and_the_town(client, cast):
    Postcode.objects.create(
        country="nl", code="6711 AB", street="Lijsterstraat", town="Ede", latitude=52.0415, longitude=5.6628
    )
    response = client.post(f"{FINDER}vogelbuurt/verder/", {"postcode": "6711ab", "house_number": "14", "street": ""})

    kept = draft_of(response.wsgi_request).values
    assert kept == {"postcode": "6711 AB", "house_number": "14", "street": "Lijsterstraat", "town": "Ede"}


def test_looking_keeps_nothing(client, cast):
    ask(client, street="Lijsterstraat 14")

    assert dict(client.session) == {}


def test_who_asks_very_often_waits(client, cast):
    answers = [client.post(FINDER, {"street": "Lijsterstraat"}).status_code for _ in range(61)]

    assert answers[:60] == [200] * 60
    assert answers[60] == 429


def test_the_group_page_shows_what_anybody_may_know(client, cast):
    cast.group.goal = "Weten wie er <b>naast</b> u woont."
    cast.group.save()
    page = client.get("/buurtpreventie/ede/groepen/vogelbuurt/").content.decode()

    assert "Weten wie er &lt;b&gt;naast&lt;/b&gt; u woont." in page
    assert "3 buren doen mee" in page
    for name in ("Bram", "Gerrit", "voorbeeld.example"):
        assert name not in page


def test_two_organisations_do_not_see_each_others_groups(client, cast, lanaken):
    assert client.get("/buurtpreventie/lanaken/groepen/vogelbuurt/").status_code == 404
    assert b"Vogelbuurt" not in client.get("/buurtpreventie/lanaken/groepen/").content
    assert b"Vogelbuurt" not in client.get("/buurtpreventie/lanaken/gebieden.json").content
    assert b"Bel 101" in client.get("/buurtpreventie/lanaken/groepen/").content
    assert b"Lanaken" in client.get(FINDER).content


def test_the_areas_come_as_geojson_and_only_when_they_changed(client, cast, forming, empty_area):
    first = client.get("/buurtpreventie/ede/gebieden.json")
    looks = {one["properties"]["name"]: one["properties"]["look"] for one in first.json()["features"]}

    assert first["Content-Type"] == "application/geo+json"
    assert looks == {"Vogelbuurt": "on", "Bloemenbuurt": "on", "Schildersbuurt": "forming", "Bosrand": "none"}
    again = client.get("/buurtpreventie/ede/gebieden.json", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert again.content == b""
    set_status(forming, WatchGroup.Status.ACTIVE)
    assert client.get("/buurtpreventie/ede/gebieden.json", headers={"If-None-Match": first["ETag"]}).status_code == 200
