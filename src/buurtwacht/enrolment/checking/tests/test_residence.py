# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from buurtwacht.enrolment.applying.services import Correction, change_details
from buurtwacht.enrolment.checking import codes, services
from buurtwacht.enrolment.checking.access import neighbour_url
from buurtwacht.enrolment.checking.letters import LETTER
from buurtwacht.enrolment.links import APPLICANT
from buurtwacht.enrolment.models import AddressProof, Application
from buurtwacht.groups.queries import membership_in
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.links import link_token
from buurtwacht.testing.cast import join, make_person
from buurtwacht.testing.chance import without_chance
from buurtwacht.testing.nasty import nasty_strings


def page_of(application):
    return f"/aanmelding/{link_token(APPLICANT, application.pk)}/adres/"


def status_of(application):
    return Application.objects.get(pk=application.pk).status


def test_a_letter_brings_somebody_in(showing, login, eva, client):
    application = showing()
    page = page_of(application)
    assert "Chantal" not in client.get(page).content.decode()

    client.post(page, {"choose": "1", "way": "letter"})
    [proof] = AddressProof.objects.all()
    pdf = login(eva).post("/gemeente/ede/brieven/")
    assert pdf["Content-Type"] == "application/pdf"
    proof.refresh_from_db()
    assert proof.printed_at is not None

    client.post(page, {"code": codes.shown(proof.code).lower()})
    assert status_of(application) == "joined"
    proof.refresh_from_db()
    assert proof.code == ""


def test_five_wrong_codes_end_a_letter_and_nothing_else(showing, client):
    application = showing()
    proof = services.choose_way(application, "letter")
    page = page_of(application)

    for _try in range(4):
        assert "Dat is niet de code" in client.post(page, {"code": "AAAA-AAAA"}).content.decode()
    assert "laatste poging" in client.post(page, {"code": "AAAA-AAAA"}).content.decode()

    proof.refresh_from_db()
    assert (proof.code, proof.ended_at is None) == ("", False)
    assert status_of(application) == "checking"
    assert services.choose_way(application, "letter").pk != proof.pk


def test_a_code_works_for_thirty_days_after_printing(showing, eva, cast):
    proof = services.choose_way(showing(), "letter")
    code = proof.code
    services.print_letters([cast.group], by=eva)
    AddressProof.objects.update(printed_at=timezone.now() - timedelta(days=30))
    proof.refresh_from_db()

    with pytest.raises(DomainError, match=r"werkt niet meer"):
        services.enter_code(proof, code)


def test_the_same_letter_is_not_sent_twice_while_it_is_under_way(showing):
    application = showing()
    first = services.choose_way(application, "letter")

    assert services.choose_way(application, "letter").pk == first.pk
    AddressProof.objects.update(asked_at=timezone.now() - timedelta(days=11))
    again = services.choose_way(application, "letter")
    assert again.pk != first.pk
    with pytest.raises(DomainError):
        services.enter_code(first, first.code)


def test_choosing_another_way_ends_the_first(showing, client):
    application = showing()
    letter = services.choose_way(application, "letter")

    client.post(page_of(application), {"choose": "1", "way": "visit"})

    letter.refresh_from_db()
    assert letter.ended_at is not None
    assert [proof.way for proof in AddressProof.objects.filter(ended_at=None)] == ["visit"]


def test_a_letter_at_a_wrong_address_tells_nothing_and_can_be_refused(showing, client):
    application = showing()
    proof = services.choose_way(application, "letter")
    page = f"/aanmelding/{link_token(LETTER, proof.pk)}/adres/"

    shown = without_chance(client.get(page).content.decode())
    assert not any(word in shown for word in ("Chantal", "Vos", "voorbeeld.example", "Merelweg"))
    client.post(page + "hier-niet/")
    handle_due_lines()

    proof.refresh_from_db()
    assert proof.ended_at is not None
    assert "andere manier" in mail.outbox[-1].subject


def test_the_code_can_be_typed_on_the_page_from_the_letter(showing, client):
    application = showing()
    proof = services.choose_way(application, "letter")

    client.post(f"/aanmelding/{link_token(LETTER, proof.pk)}/adres/", {"code": proof.code})

    assert status_of(application) == "joined"


def test_a_neighbour_sees_a_first_name_and_a_street_and_vouches(showing, login, bram, group):
    application = showing(house_number="99")
    proof = services.choose_way(application, "neighbour")
    page = neighbour_url(proof)

    shown = without_chance(login(bram).get(page).content.decode())
    assert "Chantal" in shown
    assert "Merelweg" in shown
    assert not any(word in shown for word in ("Vos", "99", "+31612345678", "voorbeeld.example"))
    login(bram).post(page, {"known": "1"})

    assert status_of(application) == "joined"
    assert Line.objects.filter(action="neighbour.vouched", subject_id=membership_in(bram, group).pk).count() == 1


def test_the_code_leads_a_neighbour_there_too(showing, login, bram, farid):
    proof = services.choose_way(showing(), "neighbour")

    assert login(bram).post("/buur-kent-mij/", {"code": proof.code}).headers["Location"] == neighbour_url(proof)
    assert login(farid).post("/buur-kent-mij/", {"code": proof.code}).status_code == 200


def test_a_neighbour_who_does_not_know_them_decides_nothing(showing, login, bram):
    application = showing()
    proof = services.choose_way(application, "neighbour")

    login(bram).post(neighbour_url(proof), {"unknown": "1"})
    handle_due_lines()

    assert status_of(application) == "checking"
    assert "kon uw adres niet bevestigen" in mail.outbox[-1].body


def test_somebody_of_another_group_or_who_is_not_signed_in_sees_nothing(showing, login, farid, eva, client):
    page = neighbour_url(services.choose_way(showing(), "neighbour"))

    assert login(farid).get(page).status_code == 404
    assert login(eva).get(page).status_code == 404
    assert "/inloggen/" in client.get(page).headers["Location"]


def test_a_housemate_cannot_vouch(showing, cast):
    proof = services.choose_way(showing(street="Merelweg", house_number="14 a"), "neighbour")
    housemate = join(cast.group, make_person("Henk"), street="merelweg", house_number="14A")

    with pytest.raises(DomainError):
        services.vouch(proof, housemate)


def test_five_in_a_year_is_enough(showing, bram, group):
    neighbour = membership_in(bram, group)
    for name in ("Ans", "Bas", "Cor", "Dee", "Els"):
        services.vouch(services.choose_way(showing(name), "neighbour"), neighbour)
    Application.objects.all().delete()  # as the night does

    sixth = services.choose_way(showing("Fien"), "neighbour")
    with pytest.raises(DomainError, match="5"):
        services.vouch(sixth, neighbour)
    Line.objects.update(at=timezone.now() - timedelta(days=366))
    assert services.vouch(sixth, neighbour).proven_at


def test_the_coordinator_comes_by(showing, login, anna, group, signed):
    application = showing()
    signed(anna, group)
    assert "14" not in login(anna).get(f"/bureau/{group.slug}/aanmeldingen/").content.decode().split("main")[1]
    proof = services.choose_way(application, "visit")

    shown = without_chance(login(anna).get(f"/bureau/{group.slug}/aanmeldingen/").content.decode())
    assert "Merelweg 14" in shown
    assert "Vos" not in shown
    login(anna).post(f"/bureau/{group.slug}/bezoek/{proof.pk}/", {"found": "1"})

    assert status_of(application) == "joined"
    assert AddressProof.objects.get().proven_by == anna


def test_a_house_number_shows_to_who_promised_and_leaves_a_line(showing, login, anna, group, signed):
    application = showing()
    services.choose_way(application, "visit")
    client, page = login(anna), f"/bureau/{group.slug}/aanmeldingen/"

    before = client.get(page).content.decode()
    assert "Merelweg" in before
    assert "Merelweg 14" not in before + client.get(f"/bureau/{group.slug}/").content.decode()
    assert f"/bureau/{group.slug}/vertrouwelijk/" in before
    assert not Line.objects.filter(action="application.viewed").exists()

    signed(anna, group)
    assert "Merelweg 14" in client.get(page).content.decode()
    assert Line.objects.get(action="application.viewed").by_id == anna.pk


def test_nobody_at_home_leaves_everything_open(showing, login, anna, group):
    application = showing()
    proof = services.choose_way(application, "visit")

    login(anna).post(f"/bureau/{group.slug}/bezoek/{proof.pk}/", {"nobody": "1"})
    handle_due_lines()

    assert status_of(application) == "checking"
    assert "niemand thuis" in mail.outbox[-1].body


def test_another_groups_coordinator_cannot_confirm_a_visit(showing, login, gerrit, farid, group):
    proof = services.choose_way(showing(), "visit")

    assert login(farid).post(f"/bureau/{group.slug}/bezoek/{proof.pk}/", {"found": "1"}).status_code == 404
    assert AddressProof.objects.get().proven_at is None


def test_nasty_strings_as_a_code_or_a_way(showing, login, bram, client):
    application = showing()
    services.choose_way(application, "letter")
    for words in nasty_strings():
        AddressProof.objects.update(tries=0)
        assert client.post(page_of(application), {"code": words}).status_code == 200, words
        assert client.post(page_of(application), {"choose": "1", "way": words}).status_code == 200, words
        assert login(bram).post("/buur-kent-mij/", {"code": words}).status_code == 200, words
    assert status_of(application) == "checking"


def test_forged_links_lead_nowhere(client, showing):
    application = showing()
    for token in ("x", link_token("guardian", application.pk), link_token(LETTER, application.pk)):
        assert client.get(f"/aanmelding/{token}/adres/").status_code == 404


@pytest.mark.parametrize("changed", [{"street": "Lijsterstraat"}, {"house_number": "99"}, {"family_name": "Bos"}])
def test_a_code_that_lies_at_one_door_proves_no_other(showing, client, changed):
    """Somebody gets the letter at home, then says to live elsewhere, and types the code."""
    application = showing()
    proof = services.choose_way(application, "letter")
    corrected = {name: getattr(application, name) for name in Correction.__slots__} | changed

    change_details(application, Correction(**corrected))

    proof.refresh_from_db()
    assert (proof.ended_at is not None, proof.code) == (True, "")
    with pytest.raises(DomainError):
        services.enter_code(proof, proof.code)
    assert Application.objects.get().residence_proven_at is None
    handle_due_lines()
    assert mail.outbox == []  # they did it themselves, and read it on the page


def test_another_phone_number_leaves_the_letter_alone(showing):
    application = showing()
    proof = services.choose_way(application, "letter")
    corrected = {name: getattr(application, name) for name in Correction.__slots__} | {"phone": ""}

    change_details(application, Correction(**corrected))

    proof.refresh_from_db()
    assert proof.ended_at is None
