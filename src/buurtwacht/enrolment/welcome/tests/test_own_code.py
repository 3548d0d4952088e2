# SPDX-License-Identifier: EUPL-1.2
"""A code of one's own to ring bells with, and ready texts with an address that counts."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from buurtwacht.enrolment.applying.facts import ApplicantFacts
from buurtwacht.enrolment.applying.services import submit_application
from buurtwacht.enrolment.models import Invitation
from buurtwacht.enrolment.personal_data.applications import erase_invitations, export_invitations
from buurtwacht.enrolment.welcome import queries, services, words
from buurtwacht.groups.queries import membership_in
from buurtwacht.groups.services import end_membership
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError

PHONE = {"HTTP_USER_AGENT": "Mozilla/5.0 (Linux; Android 15) Chrome/140 Mobile"}


@pytest.fixture
def of_bram(cast):
    return services.make_own_code(membership_in(cast.bram, cast.group))


def test_a_member_makes_one_code_and_shows_it_at_the_door(cast, login):
    page = f"/groepen/{cast.group.slug}/uitnodigen/"
    client = login(cast.bram)

    assert "Maak mijn code" in client.get(page).content.decode()
    client.post(page)
    client.post(page)
    invitation = Invitation.objects.get()
    assert f"/u/{invitation.code}" in client.get(page).content.decode()
    answer = Client(**PHONE).get(reverse("invitation", args=[invitation.code]))
    assert answer.headers["Location"].endswith(f"?uitnodiging={invitation.code}")


def test_the_coordinator_reads_a_number_and_no_name_of_who_came(cast, login, of_bram):
    facts = ApplicantFacts(first_name="Chantal", street="Merelweg", email="chantal.new@voorbeeld.example")
    submit_application(cast.group, facts, source="site", invitation=of_bram)
    handle_due_lines()

    page = login(cast.anna).get(f"/bureau/{cast.group.slug}/uitnodigen/").content.decode()
    part = page.partition('id="aanbellers"')[2]
    assert "Bram" in part
    assert "Chantal" not in page
    [row] = queries.ringers_of(cast.group)
    assert (row.opened, row.applied, row.joined) == (0, 1, 0)
    assert queries.invited_streets(cast.group) == []  # streets count letters and posters only


def test_the_code_of_who_left_works_no_longer_and_names_nobody(cast, of_bram):
    end_membership(membership_in(cast.bram, cast.group))
    handle_due_lines()

    of_bram.refresh_from_db()
    assert (of_bram.ringer, of_bram.ended_at is not None) == (None, True)


def test_own_data_hold_it_and_erasing_takes_the_name_away(cast, of_bram):
    assert [row["code"] for row in export_invitations(cast.bram.pk)] == [of_bram.code]
    assert erase_invitations(cast.bram.pk) == 1
    of_bram.refresh_from_db()
    assert (of_bram.ringer, of_bram.made_by) == (None, None)
    assert of_bram.ended_at


def test_a_coordinator_makes_no_code_for_somebody_else(cast):
    with pytest.raises(DomainError):
        services.make_invitation(cast.group, way="door", by=cast.anna)


@pytest.mark.parametrize("way", ["social", "newspaper"])
def test_ready_texts_in_every_language_hold_the_address_that_counts(cast, login, way):
    invitation = services.make_invitation(cast.group, way=way, by=cast.anna)
    page = login(cast.anna).get(f"/bureau/{cast.group.slug}/uitnodigen/{invitation.pk}/").content.decode()
    texts = words.texts_for(way, cast.group, f"https://buurtwacht.example/u/{invitation.code}")

    codes = {code for code, _name, _text in texts}
    assert codes | {"nl-be"} == {code for code, _name in settings.LANGUAGES}  # each reads differently: all translated
    assert texts[0][0] == cast.group.organisation.language
    assert ("nl-be" in codes) == (way == "newspaper")  # "gsm"
    for _code, _name, text in texts:
        assert f"/u/{invitation.code}" in text
        assert "112" in text
        assert "Vogelbuurt" in text
    assert page.count("<textarea") == len(texts)
    assert f"/u/{invitation.code}" in page
