# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.core import mail

from buurtwacht.enrolment.applying.tests.support import BELGIAN, CHANTAL, code_in, last_mail, link_in
from buurtwacht.enrolment.models import Acceptance, Application, Invitation
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.services import change_settings
from buurtwacht.journal.models import Line
from buurtwacht.places.models import Street
from buurtwacht.testing.cast import make_area, make_group

FORM = "/aanmelden/vogelbuurt/"
CODE = "/aanmelden/vogelbuurt/bevestigen/"


def test_the_form_and_the_code_from_the_mail(cast, client):
    answer = client.post(FORM, CHANTAL)

    assert answer.headers["Location"] == CODE
    letter = last_mail()
    assert letter.to == ["chantal.vos@voorbeeld.example"]
    assert client.post(CODE, {"code": "000000"}).status_code == 400
    onward = client.post(CODE, {"code": code_in(letter)}).headers["Location"]
    [application] = Application.objects.all()
    assert onward.startswith("/aanmelding/")
    assert (application.status, application.email_code) == ("confirmed", None)
    assert (application.phone, application.postcode, application.kind) == ("+31612345678", "6711 AB", "lives")
    assert application.home == {"latitude": 52.0412, "longitude": 5.6631}


def test_the_link_in_the_mail_proves_the_same_with_one_more_tap(cast, client):
    client.post(FORM, CHANTAL)
    link = link_in(last_mail())

    page = client.get(link)
    assert page.status_code == 200
    assert Application.objects.get().email_proven_at is None

    assert client.post(link).status_code == 302
    assert Application.objects.get().status == "confirmed"
    assert client.get(link).status_code == 302


def test_after_the_code_a_mail_says_where_to_look(cast, client):
    client.post(FORM, CHANTAL)
    client.post(CODE, {"code": code_in(last_mail())})

    letter = last_mail()
    assert "Vogelbuurt" in letter.subject
    assert client.get(link_in(letter)).status_code == 200
    assert "112" in letter.body


def test_a_question_can_be_asked_from_the_form_and_from_the_page_of_the_application(cast, client):
    """R079: with the name of who coordinates, and to the form that reaches them without an address."""
    form = client.get(FORM).content.decode()
    client.post(FORM, CHANTAL)
    client.post(CODE, {"code": code_in(last_mail())})
    page = client.get(link_in(last_mail())).content.decode()

    assert "Anna" in form
    for shown in (form, page):
        assert "/buurtpreventie/ede/contact/" in shown


@pytest.mark.parametrize(
    "missing", ["postcode", "house_number", "street", "town", "first_name", "family_name", "email"]
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(cast, client, missing):
    page = client.post(FORM, CHANTAL | {missing: "   "})

    assert page.status_code == 400
    assert f"id_{missing}_error" in page.content.decode()
    others = [value for name, value in CHANTAL.items() if name not in (missing, "kind", "is_adult")]
    assert all(value in page.content.decode() for value in others)
    assert not Application.objects.exists()


def test_going_back_finds_everything_again(cast, client):
    client.post(FORM, CHANTAL)

    page = client.get(FORM).content.decode()
    assert all(value in page for name, value in CHANTAL.items() if name not in ("kind", "is_adult"))


def test_nothing_is_ticked_beforehand(cast, client):
    for preset in ("nl", "be-politiezone"):
        group = make_group(cast.organisation, f"Groep {preset}", preset=preset, status=WatchGroup.Status.FORMING)
        assert "checked" not in client.get(f"/aanmelden/{group.slug}/").content.decode()


def test_a_street_of_the_next_group_leads_there_with_what_was_typed(cast, client):
    Street.objects.create(area=cast.next_group.area, name="Tulpstraat", latitude=52.041, longitude=5.68)
    page = client.post(FORM, CHANTAL | {"street": "Tulpstraat"}).content.decode()

    assert 'href="/aanmelden/bloemenbuurt/"' in page
    assert "Tulpstraat" in client.get("/aanmelden/bloemenbuurt/").content.decode()
    assert not Application.objects.exists()


def test_a_place_without_a_group_is_told_so(cast, client):
    far = make_area("Veldhuizen", "BU02280199", 5.50, 52.00)
    Street.objects.create(area=far, name="Verweg", latitude=52.01, longitude=5.51)

    page = client.post(FORM, CHANTAL | {"street": "Verweg"})

    assert page.status_code == 400
    assert not Application.objects.exists()


def test_an_unknown_street_is_asked_about_once_and_then_believed(cast, client):
    typed = CHANTAL | {"street": "Gloednieuwe Laan"}
    page = client.post(FORM, typed)
    assert "street_is_right" in page.content.decode()

    assert client.post(FORM, typed | {"street_is_right": "on"}).status_code == 302
    application = Application.objects.get()
    assert (application.street, application.home) == ("Gloednieuwe Laan", None)


def test_the_invitation_that_somebody_came_by_is_kept(cast, client):
    invitation = Invitation.objects.create(group=cast.group, code="MEREL7")
    page = client.get(f"{FORM}?uitnodiging=MEREL7&postcode=6711AB&huisnummer=14&straat=Merelweg")

    assert all(f'value="{value}"' in page.content.decode() for value in ("MEREL7", "6711AB", "14", "Merelweg"))
    client.post(FORM, CHANTAL | {"invitation": "MEREL7"})
    assert Application.objects.get().invitation == invitation


def test_a_false_invitation_keeps_nobody_out(cast, client):
    assert client.post(FORM, CHANTAL | {"invitation": "'; drop table"}).status_code == 302
    assert Application.objects.get().invitation is None


def test_the_police_get_data_only_after_a_separate_yes(cast, client):
    zone = make_group(cast.organisation, "Rekem", preset="be-politiezone")
    typed = BELGIAN | {"age": "adult"}

    assert client.post("/aanmelden/rekem/", typed).status_code == 400
    assert client.post("/aanmelden/rekem/", typed | {"agreed_to_transfer": "on"}).status_code == 302
    assert Acceptance.objects.get(kind="transfer").group == zone


@pytest.mark.parametrize(
    ("number", "status"), [("93051822361", 302), ("93.05.18-223.61", 302), ("93051822362", 400), ("", 400)]
)
def test_the_national_number_is_checked_and_never_kept_as_a_draft(cast, client, number, status):
    zone = make_group(cast.organisation, "Rekem", preset="be-politiezone")
    change_settings(zone, {"national_number_authorisation": "FO 12/2026"})
    typed = BELGIAN | {"age": "adult", "agreed_to_transfer": "on", "national_number": number}
    assert "adres en rijksregisternummer gaan naar" in client.get("/aanmelden/rekem/").content.decode()

    assert client.post("/aanmelden/rekem/", typed).status_code == status
    assert [one.national_number for one in Application.objects.all()] == ["93051822361"] * (status == 302)
    assert "93051822361" not in client.get("/aanmelden/rekem/").content.decode()


def test_a_minor_names_a_parent_with_an_address_of_their_own(cast, client):
    make_group(cast.organisation, "Rekem", preset="be-politiezone")
    typed = BELGIAN | {"age": "minor", "agreed_to_transfer": "on"}

    assert "id_guardian_name_error" in client.post("/aanmelden/rekem/", typed).content.decode()
    typed |= {"guardian_name": "Ria Vos", "guardian_email": typed["email"]}
    assert "id_guardian_email_error" in client.post("/aanmelden/rekem/", typed).content.decode()
    assert client.post("/aanmelden/rekem/", typed | {"guardian_email": "ria@voorbeeld.example"}).status_code == 302
    assert Application.objects.get().is_minor


def test_below_the_age_nobody_joins_where_no_parent_may_sign(cast, client):
    page = client.post(FORM, {name: value for name, value in CHANTAL.items() if name != "is_adult"})

    assert "id_is_adult_error" in page.content.decode()


def test_somebody_who_is_signed_in_needs_no_code(cast, login):
    answer = login(cast.chantal).post(FORM, {name: value for name, value in CHANTAL.items() if name != "email"})

    application = Application.objects.get()
    assert (application.person, application.status, application.email) == (
        cast.chantal,
        "confirmed",
        cast.chantal.email,
    )
    assert answer.headers["Location"].startswith("/aanmelding/")
    assert login(cast.chantal).get(FORM).headers["Location"].startswith("/aanmelding/")


def test_a_member_is_told_so_and_somebody_of_another_group_how_to_move(cast, login):
    assert 'name="street"' not in login(cast.bram).get(FORM).content.decode()
    assert "Bloemenbuurt" in login(cast.farid).get(FORM).content.decode()
    assert login(cast.farid).post(FORM, CHANTAL).status_code == 200
    assert not Application.objects.exists()


def test_the_page_of_a_belgian_group_says_101_to_everybody(cast, client):
    make_group(cast.organisation, "Rekem", preset="be")

    page = client.get("/aanmelden/rekem/").content.decode()
    assert "tel:101" in page
    assert "tel:112" not in page


def test_a_belgian_group_speaks_dutch_of_belgium_to_who_reads_dutch(cast, client):
    cast.organisation.language = "nl-be"
    cast.organisation.save()

    assert "Familienaam" in client.get(FORM, headers={"accept-language": "nl"}).content.decode()
    assert "Nom de famille" in client.get(FORM, headers={"accept-language": "fr"}).content.decode()
    client.post(FORM, CHANTAL, headers={"accept-language": "nl"})
    assert Application.objects.get().language == "nl-be"


@pytest.mark.parametrize("status", ["closed", "dormant"])
def test_a_group_that_takes_nobody_has_no_form(cast, client, status):
    make_group(cast.organisation, "Oud", status=status)

    assert client.get("/aanmelden/oud/").status_code == 404


def test_no_code_and_no_address_stand_in_the_journal(cast, client):
    client.post(FORM, CHANTAL)
    code = code_in(last_mail())
    client.post(CODE, {"code": code})

    facts = str(list(Line.objects.values_list("facts", flat=True)))
    assert code not in facts
    assert "voorbeeld" not in facts
    assert len(mail.outbox) == 1
