# SPDX-License-Identifier: EUPL-1.2
"""Nobody relieves another coordinator alone, nor ends their membership; not by another way either."""

from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.enrolment.members.services import end_for
from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import membership_in
from buurtwacht.groups.services import appoint_moderator, close_group, end_membership, relieve_coordinator, split_group
from buurtwacht.groups.together.services import agree_to, propose_ending, propose_split
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.cases import queries
from buurtwacht.moderation.cases.services import agree, ask_change, decline, mark_lapsed, overturn, propose_measure
from buurtwacht.moderation.models import Ban, Case, Measure
from buurtwacht.policy.presets import PRESETS
from buurtwacht.testing.cast import add_contact_point

WHY = "Ingrid verhuisde in mei en antwoordt niet meer."
DESK = "/bureau/vogelbuurt/"
Role = Membership.Role


def asked(street, kind="relief"):
    return ask_change(street.member(street.ingrid), kind, by=street.anna, reason=WHY)


def test_another_administrator_agrees_and_they_stay_a_member(street):
    measure = asked(street)
    assert street.member(street.ingrid).role == Role.COORDINATOR
    assert [line.facts["kind"] for line in Line.objects.filter(action="measure.proposed")] == ["relief"]
    assert agree(measure, by=street.jonas).status == Measure.Status.TAKEN
    assert street.member(street.ingrid).role == Role.MEMBER


def test_an_end_of_taking_part_begins_no_ban_and_can_be_taken_back(street):
    measure = agree(asked(street, "ending"), by=street.jonas)
    assert membership_in(street.ingrid, street.group) is None
    assert not Ban.objects.exists()
    assert Case.objects.get().outcome == Case.Outcome.MEASURE
    assert measure.appeal_until

    overturn(measure, by=street.eva)

    assert street.member(street.ingrid).street == "Vinkenlaan"


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_under_no_rules_one_coordinator_is_enough(street_under, preset):
    street = street_under(preset)
    for kind in ("relief", "ending"):
        measure = asked(street, kind)
        assert measure.status == Measure.Status.PROPOSED
        with pytest.raises(DomainError):
            agree(measure, by=street.anna)
    assert street.member(street.ingrid).role == Role.COORDINATOR


def test_nor_does_one_suspend_another_whatever_the_rules_say(street_under, in_days):
    street = street_under("nl")
    street.group.overrides = {"removal": "administrator"}
    street.group.save()
    case = street.case_about(street.ingrid)
    for kind in ("suspension", "relief", "removal"):
        measure = propose_measure(case, kind, by=street.anna, reason=WHY, until=in_days(7))
        assert measure.status == Measure.Status.PROPOSED, kind
    member = propose_measure(street.case_about(street.karin), "removal", by=street.anna, reason=WHY)
    assert member.status == Measure.Status.TAKEN  # of a member these rules let one decide


def test_who_answers_for_the_organisation_decides_as_before(street_under):
    street = street_under("nl")
    street.group.overrides = {"removal": "administrator"}
    street.group.save()
    Membership.objects.filter(person__in=(street.ingrid, street.jonas)).update(role=Role.MEMBER)
    case = street.case_about(street.anna, by=street.eva)

    assert propose_measure(case, "relief", by=street.eva, reason=WHY).status == Measure.Status.TAKEN


def test_with_two_coordinators_the_official_says_yes_or_no(street):
    Membership.objects.filter(person=street.jonas).update(role=Role.MEMBER)
    measure = asked(street)
    assert list(queries.seconds_of(measure)) == [street.eva]
    assert decline(measure, by=street.eva, reason="Bel haar eerst.").status == Measure.Status.DECLINED
    assert street.member(street.ingrid).role == Role.COORDINATOR


def test_a_moderator_who_was_appointed_for_it_is_no_second(street):
    Membership.objects.filter(person=street.jonas).update(role=Role.MEMBER)
    appoint_moderator(street.member(street.karin), by=street.anna)
    measure = asked(street)
    assert list(queries.seconds_of(measure)) == [street.eva]
    with pytest.raises(DomainError, match="took part"):
        agree(measure, by=street.karin)


def test_after_a_day_it_lapses(street, time_machine):
    measure = asked(street)
    time_machine.move_to(timezone.now() + timedelta(hours=24, seconds=1), tick=False)
    with pytest.raises(DomainError, match="in time"):
        agree(measure, by=street.jonas)
    assert mark_lapsed(timezone.now()) == 1
    assert street.member(street.ingrid).role == Role.COORDINATOR


def test_asked_twice_is_asked_once_and_the_second_may_not_ask_for_it_too(street):
    assert asked(street) == asked(street)
    assert ask_change(street.member(street.ingrid), "relief", by=street.jonas, reason=WHY).proposed_by == street.anna
    assert Case.objects.count() == 1


def test_not_about_oneself_nor_about_a_member(street):
    with pytest.raises(DomainError, match="by yourself"):
        ask_change(street.member(street.anna), "relief", by=street.anna, reason=WHY)
    with pytest.raises(DomainError, match="does not coordinate"):
        ask_change(street.member(street.bram), "ending", by=street.anna, reason=WHY)
    with pytest.raises(DomainError, match="do not know this step"):
        ask_change(street.member(street.ingrid), "removal", by=street.anna, reason=WHY)


def test_who_stops_meanwhile_is_not_relieved_as_well(street):
    measure = asked(street, "ending")
    relieve_coordinator(street.member(street.ingrid), by=street.ingrid)
    with pytest.raises(DomainError):
        agree(measure, by=street.jonas)
    assert membership_in(street.ingrid, street.group)


def test_no_other_way_does_it_alone(street):
    ingrid = street.member(street.ingrid)
    for act in (
        lambda: relieve_coordinator(ingrid, by=street.anna),
        lambda: end_membership(ingrid, by=street.anna),
        lambda: end_for(ingrid, reason="moved", by=street.anna),
        lambda: close_group(street.group, by=street.anna),
        lambda: split_group(
            street.group, streets=["Vinkenlaan"], name="Vinkenbuurt", coordinator=ingrid, by=street.anna
        ),
    ):
        with pytest.raises(DomainError):
            act()
    assert street.member(street.ingrid).role == Role.COORDINATOR


def test_who_takes_their_street_along_asks_the_other_and_leaving_takes_one_tap(street):
    away = {"streets": ["Vinkenlaan"], "name": "Vinkenbuurt", "coordinator": street.member(street.ingrid)}
    new = agree_to(propose_split(street.group, **away, by=street.ingrid), by=street.anna)
    assert membership_in(street.ingrid, new).role == Role.COORDINATOR
    assert end_membership(membership_in(street.ingrid, new), by=street.ingrid).left_at
    street.group.organisation.roles.filter(role="official").delete()
    assert close_group(street.group, by=street.anna).status == "closed"  # nobody else is there any more


def test_the_official_ends_a_group_with_two_coordinators_with_the_yes_of_one(street):
    with pytest.raises(DomainError, match="second yes"):
        close_group(street.group, by=street.eva)
    assert agree_to(propose_ending(street.group, by=street.eva), by=street.ingrid).status == "closed"


def test_the_button_on_the_page_of_coordinators_leads_to_the_question(street, login):
    ingrid = street.member(street.ingrid)
    answer = login(street.anna).post(f"{DESK}groep/coordinatoren/{ingrid.pk}/")
    assert answer.headers["Location"] == f"{DESK}zaken/coordinator/{ingrid.pk}/stoppen/"
    assert street.member(street.ingrid).role == Role.COORDINATOR


def test_the_page_asks_and_the_coordinator_hears_and_answers(street, login, received, time_machine):
    time_machine.move_to("2026-05-12T13:00:00+02:00", tick=False)  # by day: nothing waits for the morning
    add_contact_point(street.ingrid)
    ingrid = street.member(street.ingrid)
    page = f"{DESK}zaken/coordinator/{ingrid.pk}/stoppen/"
    anna = login(street.anna)
    assert anna.get(page).status_code == 200
    assert anna.post(page, {"reason": ""}).status_code == 400
    done = anna.post(page, {"reason": WHY})
    measure = Measure.objects.get()
    assert done.headers["Location"] == f"{DESK}zaken/{measure.case_id}/"

    assert any("/mijn/zaak/" in one.url for one in received(street.ingrid))
    assert login(street.ingrid).get(done.headers["Location"]).status_code == 404
    for stranger in (street.bram, street.jonas, street.ingrid, street.farid):
        assert login(stranger).get(page).status_code == 404
    login(street.jonas).post(f"{done.headers['Location']}antwoord/{measure.pk}/", {"agree": "1"})
    assert street.member(street.ingrid).role == Role.MEMBER
    assert anna.get(page).status_code == 404
