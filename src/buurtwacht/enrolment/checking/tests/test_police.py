# SPDX-License-Identifier: EUPL-1.2
from datetime import date, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from buurtwacht.enrolment.applying.services import Correction, change_details
from buurtwacht.enrolment.checking import services
from buurtwacht.enrolment.checking.queries import case_of, cases_of, transfer_of
from buurtwacht.enrolment.links import APPLICANT
from buurtwacht.enrolment.models import Application, Clearance, Vetting
from buurtwacht.enrolment.services import withdraw
from buurtwacht.groups.models import Membership, OrganisationRole
from buurtwacht.groups.services import accept_group, change_settings, offer_group
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.links import link_token
from buurtwacht.testing.cast import make_organisation, make_person
from buurtwacht.testing.chance import without_chance
from buurtwacht.testing.nasty import nasty_strings

NUMBER, AS_READ = "93051822361", "93.05.18-223.61"

DESK = "/politie/ede/aanmeldingen/"
OPEN = f"{DESK}bekijken/"


def test_the_queue_has_no_names_and_a_record_only_what_is_needed(asked, login, dirk):
    vetting = asked()
    client = login(dirk)

    queue = without_chance(client.get(DESK).content.decode())
    assert "Zonnewijk" in queue
    assert not any(word in queue for word in ("Chantal", "Vos", "Merelweg", AS_READ))

    record = client.get(f"{OPEN}?wie={vetting.pk}").content.decode()
    assert all(word in record for word in ("Chantal Vos", "Merelweg 14", "3600 Genk", AS_READ))
    assert not any(word in record for word in ("+31612345678", "voorbeeld.example"))


def test_what_was_sent_opened_and_decided_is_on_record(asked, login, dirk, answers):
    vetting = asked()
    login(dirk).get(f"{OPEN}?wie={vetting.pk}")
    login(dirk).post(OPEN, answers((vetting, "yes")))

    lines = Line.objects.filter(subject_id=vetting.pk).order_by("at")
    assert [line.action for line in lines] == [
        "vetting.sent",
        "vetting.opened",
        "vetting.number_erased",
        "vetting.decided",
    ]
    assert lines[0].facts["fields"] == "name.address.number"
    assert lines[1].by_id == dirk.pk
    told = transfer_of(vetting.application)
    assert (told.with_number, len(told.opened_at), told.decided_at is not None) == (True, 1, True)


def test_yes_lets_the_coordinator_see_and_add(asked, login, dirk, gerrit, answers, zone, signed):
    vetting = asked()
    before = without_chance(login(gerrit).get(f"/bureau/{zone.slug}/aanmeldingen/").content.decode())
    assert "Chantal, Merelweg" in before
    assert not any(word in before for word in ("Vos", "+31612345678"))
    page = f"/bureau/{zone.slug}/aanmeldingen/{vetting.application_id}/"
    signed(gerrit, zone)
    assert login(gerrit).get(page).status_code == 404

    login(dirk).post(OPEN, answers((vetting, "yes")))
    handle_due_lines()

    details = login(gerrit).get(page).content.decode()
    assert all(word in details for word in ("Chantal Vos", "+31612345678", "Merelweg 14"))
    assert AS_READ not in details
    assert Line.objects.filter(action="application.viewed", by_id=gerrit.pk).count() == 1
    login(gerrit).post(f"{page}toevoegen/")
    handle_due_lines()
    application = Application.objects.get(pk=vetting.application_id)
    assert application.status == "joined"
    clearance = Clearance.objects.get(membership__person=application.person)
    assert clearance.valid_until == timezone.localdate() + timedelta(days=365)


def test_no_ends_it_with_a_neutral_letter(asked, login, dirk, answers):
    vetting = asked()
    login(dirk).post(OPEN, answers((vetting, "no")))
    handle_due_lines()

    application = Application.objects.get(pk=vetting.application_id)
    assert (application.status, application.national_number) == ("refused", "")
    vetting.refresh_from_db()
    assert vetting.number_erased_at is not None
    letter = mail.outbox[-1]
    assert letter.to == ["chantal.new@voorbeeld.example"]
    assert "Basisteam Ede" in letter.body
    assert "/bezwaar/" in letter.body
    assert letter.attachments[0][2] == "application/pdf"


def test_until_a_day_counts_for_the_member(asked, login, dirk, answers, zone, gerrit):
    vetting = asked()
    day = timezone.localdate() + timedelta(days=90)
    login(dirk).post(OPEN, answers((vetting, "until"), until=day.isoformat()))

    vetting.refresh_from_db()
    assert vetting.valid_until == day
    services.admit(vetting.application, by=gerrit)
    handle_due_lines()
    assert Clearance.objects.get().valid_until == day


@pytest.mark.parametrize("until", ["", "gisteren", "2020-01-01", "2999-01-01"])
def test_until_without_a_good_day_changes_nothing(asked, login, dirk, answers, until):
    vetting = asked()
    page = login(dirk).post(OPEN, answers((vetting, "until"), until=until))

    assert page.status_code == 200
    assert "bw-error" in page.content.decode()
    vetting.refresh_from_db()
    assert vetting.verdict == ""


def test_many_at_once_and_the_rest_stays(asked, login, dirk, answers):
    first, second, third = asked("Ans"), asked("Bas"), asked("Cor")
    login(dirk).post(OPEN, answers((first, "yes"), (second, "no"), (third, "")))

    assert list(Vetting.objects.values_list("verdict", flat=True)) == ["yes", "no", ""]


def test_who_is_not_this_organisations_officer_sees_nothing(asked, login, dirk, cast):
    vetting = asked()
    other = make_organisation("Genk")
    stranger = make_person("Victor")
    OrganisationRole.objects.create(organisation=other, person=stranger, role="officer")

    assert login(stranger).get(DESK).status_code == 404
    assert login(stranger).get(f"/politie/genk/aanmeldingen/bekijken/?wie={vetting.pk}").status_code == 302
    for person in (cast.anna, cast.bram, cast.eva, cast.hanna, cast.gerrit):
        assert login(person).get(DESK).status_code == 404
        assert login(person).get(OPEN).status_code == 404


def test_an_officer_without_second_factor_is_asked_for_it(asked, dirk):
    asked()
    client = Client()
    client.force_login(dirk, backend="allauth.account.auth_backends.AuthenticationBackend")

    for url in (DESK, OPEN):
        assert client.get(url).status_code == 302
    assert not Line.objects.filter(action="vetting.opened").exists()


def test_the_second_of_two_officers_hears_that_it_was_answered(asked, login, dirk, cast, answers):
    vetting = asked()
    case = case_of(cast.organisation, vetting.pk)
    login(dirk).post(OPEN, answers((vetting, "yes")))

    with pytest.raises(DomainError):
        services.give_verdict(case, "no", by=dirk)
    page = login(dirk).post(OPEN, answers((vetting, "no")), follow=True).content.decode()
    assert "collega" in page
    vetting.refresh_from_db()
    assert vetting.verdict == "yes"


def test_a_slip_is_mended_within_a_day(asked, login, dirk, answers):
    vetting = asked()
    login(dirk).post(OPEN, answers((vetting, "no")))
    page = login(dirk).get(DESK).content.decode()
    assert "Chantal Vos" in page

    login(dirk).post(f"{DESK}{vetting.pk}/herstellen/")
    vetting.refresh_from_db()
    assert vetting.verdict == "yes"
    assert Application.objects.get().status == "approved"

    Vetting.objects.update(decided_at=timezone.now() - timedelta(hours=25))
    assert login(dirk).post(f"{DESK}{vetting.pk}/herstellen/").status_code == 400
    assert "Chantal Vos" not in login(dirk).get(DESK).content.decode()


def test_withdrawing_erases_the_number_and_shows_when(asked):
    vetting = asked()
    withdraw(vetting.application)
    handle_due_lines()

    vetting.refresh_from_db()
    assert vetting.number_erased_at is not None
    assert Application.objects.get().national_number == ""


def test_without_authorisation_the_desk_shows_no_number(asked, zone, login, dirk):
    vetting = asked()
    change_settings(zone, {})

    assert AS_READ not in login(dirk).get(f"{OPEN}?wie={vetting.pk}").content.decode()


def test_the_police_get_one_mail_a_day_without_names(asked):
    asked("Ans"), asked("Bas")
    mail.outbox.clear()

    assert services.tell_the_police() == 1
    assert services.tell_the_police() == 0
    handle_due_lines()

    [letter] = mail.outbox
    assert letter.subject.startswith("2 ")
    assert not any(word in without_chance(letter.body) for word in ("Ans", "Bas", "Vos", "Merelweg"))
    Line.objects.update(at=timezone.now() - timedelta(hours=21))
    assert services.tell_the_police() == 1


def test_after_a_week_the_applicant_hears_that_it_takes_longer_once(asked):
    asked()
    Vetting.objects.update(asked_at=timezone.now() - timedelta(days=8))

    assert services.tell_of_delays() == 1
    assert services.tell_of_delays() == 0
    handle_due_lines()
    assert "zegt niets over u" in mail.outbox[-1].body


def test_once_a_year_the_police_are_asked_again(asked, zone, dirk, cast, gerrit):
    vetting = asked()
    services.give_verdict(case_of(cast.organisation, vetting.pk), "yes", by=dirk)
    services.admit(vetting.application, by=gerrit)
    handle_due_lines()
    Application.objects.all().delete()  # as the night does after thirty days
    assert services.ask_again_in_time() == 0

    Clearance.objects.update(valid_until=timezone.localdate() + timedelta(days=30))
    assert services.ask_again_in_time() == 1
    assert services.ask_again_in_time() == 0
    [case] = cases_of(cast.organisation)
    assert (case.kind, case.name) == ("member", "Chantal Vos")

    services.give_verdict(case, "yes", by=dirk)
    assert Clearance.objects.get().valid_until == timezone.localdate() + timedelta(days=365)
    assert cases_of(cast.organisation) == []


def test_a_no_the_second_time_ends_the_membership(asked, dirk, cast, gerrit):
    vetting = asked()
    services.give_verdict(case_of(cast.organisation, vetting.pk), "yes", by=dirk)
    services.admit(vetting.application, by=gerrit)
    handle_due_lines()
    Clearance.objects.update(valid_until=date.today())
    services.ask_again_in_time()

    [case] = cases_of(cast.organisation)
    services.give_verdict(case, "no", by=dirk)

    assert Membership.objects.get(person__email="chantal.new@voorbeeld.example").left_at is not None
    assert not Clearance.objects.exists()


def test_a_number_is_erased_when_the_rules_ask_for_none_any_more(asked, zone):
    vetting = asked()

    change_settings(zone, {"national_number_authorisation": ""})
    handle_due_lines()

    vetting.refresh_from_db()
    assert vetting.application.national_number == ""
    assert vetting.number_erased_at is not None


def test_a_number_does_not_go_along_to_a_group_that_asks_for_none(asked, cast, eva, dirk):
    vetting = asked()

    services.assign_group(vetting.application, cast.group, by=dirk)
    handle_due_lines()

    assert Application.objects.get().national_number == ""


def test_what_went_to_the_police_stays_as_it_went(asked, client):
    """Else the answer about one person could be had for another."""
    vetting = asked()
    application = vetting.application
    page = f"/aanmelding/{link_token(APPLICANT, application.pk)}/gegevens/"
    corrected = {name: getattr(application, name) for name in Correction.__slots__} | {"family_name": "Bos"}

    assert client.get(page).status_code == 302
    with pytest.raises(DomainError):
        change_details(application, Correction(**corrected))
    application.refresh_from_db()
    assert application.family_name == "Vos"


def test_a_record_that_is_shown_again_is_noted_again(asked, login, dirk, answers):
    """Also when what was sent is no answer, for then the page shows name and number too."""
    vetting = asked()

    page = login(dirk).post(OPEN, answers((vetting, "until"), until="gisteren"))

    assert AS_READ in page.content.decode()
    assert Line.objects.filter(action="vetting.opened", subject_id=vetting.pk, by_id=dirk.pk).exists()


def test_nasty_strings_as_an_answer(asked, login, dirk, answers):
    vetting = asked()
    client = login(dirk)
    for words in nasty_strings():
        assert client.post(OPEN, answers((vetting, words), until=words)).status_code in (200, 302), words
        assert client.post(OPEN, {"case": words}).status_code in (200, 302), words
    vetting.refresh_from_db()
    assert vetting.verdict == ""


def test_nasty_names_are_shown_as_they_are(asked, login, dirk):
    for number, words in enumerate(nasty_strings()[:200:9]):
        asked(f"N{number}", first_name=words[:60], street=words[:100])
    page = login(dirk).get(OPEN)

    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()


def test_who_agreed_to_one_police_is_not_shown_to_another(asked, eva):
    vetting = asked()
    group = vetting.application.group
    elsewhere = make_organisation("Lanaken")
    accept_group(offer_group(group, to=elsewhere, by=eva), by=eva)
    handle_due_lines()

    assert Application.objects.get(pk=vetting.application_id).status == "withdrawn"
    assert not Vetting.objects.filter(application__ended_at=None).exists()
