# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.services import advance, mark_done, refuse, reopen, withdraw
from buurtwacht.enrolment.services.advance import step_of
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.groups.services import change_settings, create_organisation, end_membership, give_role
from buurtwacht.lib.errors import DomainError
from buurtwacht.people.models import Person
from buurtwacht.policy.presets import PRESETS
from buurtwacht.testing.cast import make_group

AFTER_THE_MAIL = {
    "be-politiezone": ["SIGN", "POLICE", "ADMISSION"],
    "nl-binnenbijster": ["SIGN", "ADMISSION"],
    "be-gemeente": ["SIGN", "ADMISSION"],
    "nl-ede": ["SIGN", "GATE", "ADMISSION"],
    "be-lanaken": ["SIGN"],
    "nl": ["SIGN", "RESIDENCE"],
    "be": ["SIGN", "RESIDENCE"],
    "be-bin": ["SIGN", "ADMISSION"],
}


@pytest.mark.parametrize("preset", PRESETS)
def test_each_preset_asks_exactly_its_steps(cast, apply_to, preset):
    application = apply_to(make_group(cast.organisation, f"Buurt {preset}", preset=preset))

    done = []
    while (step := step_of(advance(application))) is not None:
        done.append(step.name)
        application = mark_done(application, step)

    assert done == AFTER_THE_MAIL[preset]
    assert application.status == "joined"


def test_the_first_neighbour_waits_for_no_official_where_there_is_none(cast, apply_to):
    forming = {"preset": "nl", "status": WatchGroup.Status.FORMING}
    alone = create_organisation(name="Buren van de Zandlaan", slug="zandlaan")
    group = make_group(alone, "Zandlaan", **forming)

    first = mark_done(apply_to(group, "Ans"), Step.SIGN)
    second = mark_done(apply_to(group, "Bas"), Step.SIGN)
    assert first.status == "joined"
    assert step_of(second) is Step.RESIDENCE  # now there is a neighbour who can say so

    give_role(alone, cast.eva, "official")  # who prints letters, and may be away (R016)
    assert mark_done(apply_to(make_group(alone, "Duinlaan", **forming), "Cor"), Step.SIGN).status == "joined"


def test_whoever_joined_is_a_person_with_a_proven_address(cast, apply_to):
    application = mark_done(apply_to(make_group(cast.organisation, "Smeermaas", preset="be-lanaken")), Step.SIGN)

    person = Person.objects.get(email="chantal.new@voorbeeld.example")
    [membership] = Membership.objects.filter(person=person)
    assert (membership.street, membership.house_number) == ("Merelweg", "14")
    assert person.family_name == "Vos"
    assert person.contact_points.get(channel="email").verified_at is not None
    application.refresh_from_db()
    assert (application.family_name, application.email, application.phone, application.house_number) == ("",) * 4


def test_a_minor_waits_for_a_parent_only_where_the_policy_lets_one_sign(cast, apply_to):
    zone = make_group(cast.organisation, "Zone", preset="be-politiezone")

    assert step_of(mark_done(apply_to(zone, is_minor=True), Step.SIGN)) is Step.GUARDIAN
    assert step_of(mark_done(apply_to(zone, "Daan"), Step.SIGN)) is Step.POLICE


def test_a_full_group_puts_who_comes_on_the_waiting_list_in_order(cast, apply_to):
    group = change_settings(make_group(cast.organisation, "Klein", preset="be-lanaken"), {"most_members": 2})
    people = [mark_done(apply_to(group, name), Step.SIGN) for name in ("Ans", "Bas", "Cor", "Dirkje")]

    assert [one.status for one in people] == ["joined", "joined", "waiting", "waiting"]

    end_membership(Membership.objects.filter(group=group).earliest("joined_at"))
    assert advance(people[3]).status == "waiting"
    assert advance(people[2]).status == "joined"
    assert advance(people[3]).status == "waiting"


def test_a_group_that_is_being_formed_has_nobody_who_lets_people_in(cast, apply_to):
    group = make_group(cast.organisation, "Nieuw", preset="nl-binnenbijster", status=WatchGroup.Status.FORMING)

    assert mark_done(apply_to(group), Step.SIGN).status == "joined"


@pytest.mark.parametrize("end", [refuse, withdraw])
def test_what_has_ended_goes_no_further(cast, apply_to, end):
    application = end(apply_to(cast.group, national_number="93051822361"))

    assert application.national_number == ""
    with pytest.raises(DomainError, match="is afgelopen"):
        mark_done(application, Step.SIGN)
    assert Application.objects.get(pk=application.pk).signed_at is None


def test_somebody_in_another_group_does_not_join_a_second_by_surprise(cast, apply_to):
    group = make_group(cast.organisation, "Smeermaas", preset="be-lanaken")
    application = apply_to(group, person=cast.bram)

    with pytest.raises(DomainError, match="een andere groep"):
        mark_done(application, Step.SIGN)

    change_settings(group, {"most_groups_per_person": 2})
    application.refresh_from_db()
    assert mark_done(application, Step.SIGN).status == "joined"


def test_a_refusal_can_be_taken_back_within_thirty_days(cast, apply_to):
    group = make_group(cast.organisation, "Zone", preset="be-politiezone")
    refused = refuse(mark_done(apply_to(group), Step.SIGN), reason="police")

    reopened = reopen(refused)

    assert (reopened.status, reopened.ended_at, step_of(reopened)) == ("checking", None, Step.POLICE)
    with pytest.raises(DomainError, match="kan niet meer verdergaan"):
        reopen(reopened)


def test_after_thirty_days_a_refusal_stands(cast, apply_to):
    refused = refuse(apply_to(cast.group))
    Application.objects.update(ended_at=timezone.now() - timedelta(days=30))

    with pytest.raises(DomainError, match="kan niet meer verdergaan"):
        reopen(refused)


def test_who_applied_again_has_one_application(cast, apply_to):
    refused = refuse(apply_to(cast.group))
    apply_to(cast.group)

    with pytest.raises(DomainError, match="intussen opnieuw aangemeld"):
        reopen(refused)
