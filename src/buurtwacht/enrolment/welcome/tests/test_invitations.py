# SPDX-License-Identifier: EUPL-1.2
import re

import pytest
from django.test import Client
from django.urls import reverse

from buurtwacht.enrolment.applying.facts import ApplicantFacts
from buurtwacht.enrolment.applying.services import submit_application
from buurtwacht.enrolment.models import Invitation
from buurtwacht.enrolment.services import mark_done
from buurtwacht.enrolment.steps import Step
from buurtwacht.enrolment.welcome import papers, queries, rules, services
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.testing.cast import make_group

PHONE = {"HTTP_USER_AGENT": "Mozilla/5.0 (Linux; Android 15) Chrome/140 Mobile"}


@pytest.fixture
def letter(cast):
    return services.make_invitation(cast.group, way="letter", street="Merelweg", by=cast.anna)


def opened(invitation):
    return Invitation.objects.get(pk=invitation.pk).opened


def test_a_code_can_be_read_from_paper(letter):
    assert len(letter.code) == rules.CODE_LENGTH
    assert set(letter.code) <= set(rules.LETTERS)
    assert not set("0O1IL2Z5S8B") & set(rules.LETTERS)
    assert rules.clean_code(f" {rules.shown_code(letter.code).lower()}. ") == letter.code


def test_opening_leads_to_the_form_and_counts_once(cast, letter):
    client = Client(**PHONE)
    url = reverse("invitation", args=[letter.code.lower()])

    for _again in range(3):
        response = client.get(url)

    assert response.headers["Location"] == f"/aanmelden/{cast.group.slug}/?uitnodiging={letter.code}"
    assert opened(letter) == 1
    Client(**PHONE).get(url)
    assert opened(letter) == 2


@pytest.mark.parametrize(
    "agent", ["WhatsApp/2.23", "facebookexternalhit/1.1", "Mozilla/5.0 (compatible; Googlebot/2.1)", "curl/8.5", ""]
)
def test_programs_that_look_ahead_do_not_count(letter, agent):
    Client(HTTP_USER_AGENT=agent).get(reverse("invitation", args=[letter.code]))

    assert opened(letter) == 0


def test_a_glance_does_not_count(letter):
    url = reverse("invitation", args=[letter.code])
    Client(**PHONE).head(url)
    Client(**PHONE, HTTP_SEC_PURPOSE="prefetch").get(url)

    assert opened(letter) == 0


def test_an_invitation_that_was_ended_leads_elsewhere(cast, letter):
    services.end_invitation(letter, by=cast.anna)
    services.end_invitation(letter, by=cast.anna)

    response = Client(**PHONE).get(reverse("invitation", args=[letter.code]))

    assert response.status_code == 404
    assert reverse("find_group") in response.content.decode()


def test_who_types_the_code_gets_there(letter):
    url = reverse("typed_code")

    assert Client(**PHONE).get(url).status_code == 200
    found = Client(**PHONE).get(url, {"code": rules.shown_code(letter.code)})
    wrong = Client(**PHONE).get(url, {"code": "XXXXXX"})

    assert found.headers["Location"] == reverse("invitation", args=[letter.code])
    assert wrong.status_code == 400
    assert 'value="XXXXXX"' in wrong.content.decode()


def test_from_letter_to_member_in_counts(cast):
    group = make_group(cast.organisation, "Smeermaas", preset="be-lanaken")
    letter = services.make_invitation(group, way="letter", street="Merelweg", by=cast.anna)
    services.count_letters(letter, 40, by=cast.anna)
    Client(**PHONE).get(reverse("invitation", args=[letter.code]))
    facts = ApplicantFacts(first_name="Chantal", street="Merelweg", email="chantal.new@voorbeeld.example")
    application = submit_application(group, facts, source="site", invitation=letter, email_is_proven=True)
    mark_done(application, Step.SIGN)
    handle_due_lines()
    handle_due_lines()

    [row] = queries.invited_streets(group)

    assert (row.street, row.letters, row.opened, row.applied, row.joined, row.members) == ("Merelweg", 40, 1, 1, 1, 1)


def test_the_same_street_twice_is_one_invitation(cast, letter):
    again = services.make_invitation(cast.group, way="letter", street="  Merelweg ", by=cast.anna)

    assert again.pk == letter.pk


def test_letters_are_a_number_that_can_be(cast, letter, login):
    url = reverse("desk_invitation", args=[cast.group.slug, letter.pk])
    response = login(cast.anna).post(url, {"letters": "-3"})

    assert response.status_code == 400
    assert 'value="-3"' in response.content.decode()
    with pytest.raises(DomainError):
        services.count_letters(letter, 100_000, by=cast.anna)


@pytest.mark.parametrize("way", ["letter", "poster"])
def test_the_paper_is_one_sheet(cast, way):
    invitation = services.make_invitation(cast.group, way=way, street="Lijsterstraat", by=cast.anna)

    pdf = papers.invitation_pdf(invitation)

    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


def test_the_coordinator_makes_one_and_farid_finds_nothing(cast, login):
    url = reverse("desk_invitations", args=[cast.group.slug])
    made = login(cast.anna).post(url, {"street": "Vinkenlaan", "way": "link"})
    page = login(cast.anna).get(made.headers["Location"]).content.decode()
    invitation = Invitation.objects.get(street="Vinkenlaan")

    assert f"/u/{invitation.code}/" in page
    assert "<svg" in page
    assert login(cast.farid).get(made.headers["Location"]).status_code == 404
    for name in ("desk_invitation_paper", "desk_invitation_code"):
        there = reverse(name, args=[cast.group.slug, invitation.pk])
        assert login(cast.anna).get(there).status_code == 200
        assert login(cast.bram).get(there).status_code == 404


def test_streets_to_choose_from_come_from_the_area(cast):
    assert queries.streets_of(cast.group) == ["Lijsterstraat", "Merelweg"]
    assert queries.streets_of(make_group(cast.organisation, "Nergens")) == []
