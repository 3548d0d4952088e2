# SPDX-License-Identifier: EUPL-1.2
"""Nobody arranges the outcome of a case: by a friend as the second, by other rules, or by leaving for a moment."""

from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.groups.models import Membership, PolicyVersion
from buurtwacht.groups.queries import membership_in
from buurtwacht.groups.services import (
    add_member,
    appoint_coordinator,
    appoint_moderator,
    change_settings,
    end_membership,
    set_deputy,
    split_group,
)
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.cases import queries
from buurtwacht.moderation.cases.services import agree, propose_measure
from buurtwacht.moderation.ladder import Kind
from buurtwacht.moderation.models import Measure

Role = Membership.Role
WHY = "Het ging door na een gesprek."


@pytest.fixture
def alone(street):
    """Anna is the only administrator."""
    Membership.objects.filter(person__in=[street.ingrid, street.jonas]).update(role=Role.MEMBER)
    return street


def friend_as(how, street):
    karin = street.member(street.karin)
    if how == "moderator":
        appoint_moderator(karin, by=street.anna)
    elif how == "coordinator":
        appoint_coordinator(karin, by=street.anna)
    else:
        set_deputy(street.member(street.anna), karin, last_day=timezone.localdate() + timedelta(days=3), by=street.anna)


@pytest.mark.parametrize("how", ["moderator", "coordinator", "deputy"])
@pytest.mark.parametrize("first", [True, False])
def test_who_was_appointed_for_the_occasion_is_no_second(alone, how, first):
    if first:
        friend_as(how, alone)
    removal = propose_measure(alone.case_about(alone.bram), Kind.REMOVAL, by=alone.anna, reason=WHY)
    if not first:
        friend_as(how, alone)

    assert list(queries.seconds_of(removal)) == [alone.eva]
    with pytest.raises(DomainError):
        agree(removal, by=alone.karin)
    assert agree(removal, by=alone.eva).status == Measure.Status.TAKEN


def test_who_administered_the_group_before_is_a_second(alone, time_machine):
    friend_as("moderator", alone)
    time_machine.move_to(timezone.now() + timedelta(days=2))
    removal = propose_measure(alone.case_about(alone.bram), Kind.REMOVAL, by=alone.anna, reason=WHY)

    assert agree(removal, by=alone.karin).status == Measure.Status.TAKEN


def test_another_rule_about_removals_does_not_count_for_a_case_of_now(alone, time_machine):
    PolicyVersion.objects.create(
        group=alone.group, number=1, preset=alone.group.preset, changed_at=timezone.now() - timedelta(days=99)
    )
    case = alone.case_about(alone.bram)
    removal = propose_measure(case, Kind.REMOVAL, by=alone.anna, reason=WHY)
    change_settings(alone.group, {"removal": "administrator"}, by=alone.anna)
    alone.group.refresh_from_db()
    with pytest.raises(DomainError):
        agree(removal, by=alone.anna)
    time_machine.move_to(timezone.now() + timedelta(days=2))

    again = propose_measure(alone.case_about(alone.karin), Kind.REMOVAL, by=alone.anna, reason=WHY)

    assert again.status == Measure.Status.PROPOSED
    assert membership_in(alone.karin, alone.group)

    time_machine.move_to(timezone.now() + timedelta(days=14))
    third = propose_measure(alone.case_about(alone.karin), Kind.REMOVAL, by=alone.anna, reason=WHY)
    assert third.status == Measure.Status.TAKEN


def test_who_leaves_and_comes_back_is_still_suspended(street, in_days):
    until = in_days(30)
    propose_measure(street.case_about(street.bram), Kind.SUSPENSION, by=street.anna, reason=WHY, until=until)
    end_membership(street.member(street.bram), by=street.bram)

    add_member(street.group, street.bram, street="Merelweg")
    handle_due_lines()

    assert street.member(street.bram).suspended_until == until


def test_who_comes_back_after_a_suspension_writes_again(street, in_days, time_machine):
    propose_measure(street.case_about(street.bram), Kind.SUSPENSION, by=street.anna, reason=WHY, until=in_days(7))
    end_membership(street.member(street.bram), by=street.bram)
    time_machine.move_to(timezone.now() + timedelta(days=8))

    add_member(street.group, street.bram, street="Merelweg")
    handle_due_lines()

    assert not street.member(street.bram).is_suspended


def test_a_case_goes_along_when_a_group_is_split(street):
    case = street.case_about(street.bram)
    bram_lives = street.member(street.bram).street
    Membership.objects.filter(group=street.group, person=street.ingrid).update(street=bram_lives)
    Membership.objects.filter(group=street.group).exclude(person__in=[street.ingrid, street.bram]).update(
        street="Elders"
    )
    away = {"streets": [bram_lives], "name": "Merelbuurt", "coordinator": street.member(street.ingrid)}
    new = split_group(street.group, **away, by=street.eva, decided=True)
    handle_due_lines()

    case.refresh_from_db()
    assert case.group == new
    assert not queries.is_judge(street.anna, case)
    assert queries.is_judge(street.ingrid, case)
