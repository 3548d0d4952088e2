# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.enrolment.checking import services
from buurtwacht.enrolment.checking.desk import applications_to_answer
from buurtwacht.enrolment.checking.queries import cases_of
from buurtwacht.enrolment.models import Candidacy, Clearance
from buurtwacht.enrolment.services import mark_done
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.queries import membership_in
from buurtwacht.groups.services import add_member, appoint_coordinator
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.testing.cast import join, make_group


@pytest.fixture
def bin(cast):
    """A group of the circular: its coordinators are screened, its members are not."""
    return make_group(cast.organisation, "Bin", preset="be-bin")


@pytest.fixture
def member(bin, cast):
    return join(bin, cast.hanna, street="Binweg")


def role_of(membership):
    return Membership.objects.get(pk=membership.pk).role


def test_from_the_wish_to_the_desk(bin, member, cast, login, dirk, signed):
    client = login(cast.hanna)
    page = "/groepen/bin/coordinator-worden/"
    assert "bw-error" in client.post(page, {"offer": "1"}).content.decode()
    assert not Candidacy.objects.exists()

    client.post(page, {"offer": "1", "agrees": "on"})
    handle_due_lines()
    [case] = cases_of(cast.organisation)
    assert (case.kind, case.first_name) == ("candidate", "Hanna")
    services.give_verdict(case, "yes", by=dirk)
    handle_due_lines()
    assert role_of(member) == "member"

    signed(cast.hanna, bin)
    handle_due_lines()
    assert role_of(member) == "coordinator"
    assert Clearance.objects.get().valid_until == timezone.localdate() + timedelta(days=365)
    assert "U coördineert deze groep" in client.get(page).content.decode()


def test_a_candidate_who_did_not_agree_is_not_shown_to_the_police(bin, member, cast):
    services.open_candidacy(member)

    assert cases_of(cast.organisation) == []


def test_a_no_leaves_a_member_and_the_others_are_asked(bin, member, cast, dirk, bram, received, signed, by_day):
    join(bin, bram, street="Binweg")
    services.offer(member, agrees=True, by=cast.hanna)
    services.give_verdict(cases_of(cast.organisation)[0], "no", by=dirk)
    signed(cast.hanna, bin)

    assert any("Wie wil Bin coördineren" in message.title for message in received(bram))
    assert role_of(member) == "member"
    assert Membership.objects.get(pk=member.pk).left_at is None
    with pytest.raises(DomainError):
        services.open_candidacy(member)


def test_where_somebody_coordinates_they_appoint(bin, member, cast, login, gerrit, dirk, signed):
    join(bin, gerrit, "coordinator", street="Binweg")
    services.offer(member, agrees=True, by=cast.hanna)
    services.give_verdict(cases_of(cast.organisation)[0], "yes", by=dirk)
    page = f"/bureau/bin/kandidaat/{Candidacy.objects.get().pk}/"
    login(gerrit).post(page, {"appoint": "1"})
    assert role_of(member) == "member"

    signed(cast.hanna, bin)
    handle_due_lines()
    assert role_of(member) == "member"
    login(gerrit).post(page, {"appoint": "1"})
    assert role_of(member) == "coordinator"


def test_a_coordinator_can_choose_another(bin, member, cast, login, gerrit, anna):
    join(bin, gerrit, "coordinator", street="Binweg")
    page = f"/bureau/bin/kandidaat/{services.open_candidacy(member).pk}/"

    assert login(anna).post(page, {"other": "1"}).status_code == 404
    login(gerrit).post(page, {"other": "1"})

    assert Candidacy.objects.get().ended_at is not None


def test_without_police_in_the_rules_a_signature_is_enough(cast, signed):
    group = make_group(cast.organisation, "Los", preset="be-lanaken")
    member = join(group, cast.hanna)
    services.open_candidacy(member)
    signed(cast.hanna, group)
    handle_due_lines()

    assert role_of(member) == "coordinator"
    assert not Clearance.objects.exists()


def test_whoever_ticked_it_when_applying_becomes_a_candidate(cast, apply_to):
    group = make_group(cast.organisation, "Los", preset="be-lanaken")
    join(group, cast.gerrit, "coordinator")
    application = mark_done(apply_to(group, wants_to_coordinate=True), Step.SIGN)
    handle_due_lines()

    assert Candidacy.objects.get().membership == membership_in(application.person, group)


def test_whoever_begins_a_group_is_its_candidate_and_the_second_is_not(cast):
    group = make_group(cast.organisation, "Nieuw", status=WatchGroup.Status.FORMING)
    first = add_member(group, cast.hanna, street="Merelweg")
    add_member(group, cast.eva, street="Merelweg")
    handle_due_lines()

    assert [candidacy.membership for candidacy in Candidacy.objects.all()] == [first]


def test_a_coordinator_is_asked_about_again_and_stops_after_a_no(bin, member, cast, dirk, signed):
    services.offer(member, agrees=True, by=cast.hanna)
    services.give_verdict(
        cases_of(cast.organisation)[0], "until", until=timezone.localdate() + timedelta(days=60), by=dirk
    )
    signed(cast.hanna, bin)
    handle_due_lines()
    Clearance.objects.update(valid_until=timezone.localdate())
    assert services.ask_again_in_time() == 1

    services.give_verdict(cases_of(cast.organisation)[0], "no", by=dirk)

    assert role_of(member) == "member"
    assert Membership.objects.get(pk=member.pk).left_at is None


def test_a_candidate_can_think_better_of_it(bin, member, cast, login):
    services.open_candidacy(member)
    login(cast.hanna).post("/groepen/bin/coordinator-worden/", {"stop": "1"})
    assert Candidacy.objects.get().ended_at is not None

    assert services.open_candidacy(member).ended_at is None


def test_who_does_not_take_part_has_no_such_page(bin, login, bram):
    assert login(bram).get("/groepen/bin/coordinator-worden/").status_code == 404


@pytest.mark.parametrize(("verdict", "role"), [("yes", "coordinator"), ("no", "member")])
def test_who_was_appointed_without_a_check_is_checked_afterwards(bin, member, cast, login, dirk, verdict, role):
    appoint_coordinator(member)
    handle_due_lines()
    assert [task.kind for task in applications_to_answer(bin, cast.hanna)] == ["screening"]
    assert cases_of(cast.organisation) == []

    login(cast.hanna).post("/groepen/bin/coordinator-worden/", {"offer": "1", "agrees": "on"})
    services.give_verdict(cases_of(cast.organisation)[0], verdict, by=dirk)
    handle_due_lines()

    assert role_of(member) == role
    assert Clearance.objects.exists() == (verdict == "yes")
    assert [task.kind for task in applications_to_answer(bin, cast.hanna)] == []
