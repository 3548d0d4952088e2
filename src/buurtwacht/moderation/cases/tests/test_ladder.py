# SPDX-License-Identifier: EUPL-1.2
"""Who decides a removal, in each of the eight presets (requirements, section 3, row "removal of a member")."""

import pytest

from buurtwacht.groups.queries import membership_in
from buurtwacht.lib.errors import DomainError
from buurtwacht.moderation.cases import rules
from buurtwacht.moderation.cases.queries import steps_of
from buurtwacht.moderation.cases.services import agree, propose_measure
from buurtwacht.moderation.ladder import Decider, rung_of
from buurtwacht.moderation.models import Measure
from buurtwacht.policy.presets import PRESETS

WHY = "You called a neighbour names twice."
ALONE, TOGETHER, TOWN = Decider.ADMINISTRATOR, Decider.TOGETHER, Decider.MUNICIPALITY


@pytest.mark.parametrize(
    ("preset", "decider"),
    [
        ("be-politiezone", ALONE),
        ("nl-binnenbijster", TOGETHER),
        ("be-gemeente", ALONE),
        ("nl-ede", ALONE),
        ("be-lanaken", TOWN),
        ("nl", TOGETHER),
        ("be", TOGETHER),
        ("be-bin", TOGETHER),
    ],
)
def test_who_decides_a_removal(preset, decider):
    rung = rung_of(PRESETS[preset], "removal", coordinates=False)
    assert rung.decider is decider
    assert rung.can_appeal


@pytest.mark.parametrize("preset", ["be-politiezone", "be-gemeente", "nl-ede"])
def test_where_one_decides_it_holds_at_once(preset, street_under):
    street = street_under(preset)
    measure = propose_measure(street.case_about(street.karin), "removal", by=street.anna, reason=WHY)

    assert measure.status == Measure.Status.TAKEN
    assert measure.seconded_by is None
    assert membership_in(street.karin, street.group) is None


@pytest.mark.parametrize("preset", ["nl-binnenbijster", "nl", "be"])
def test_where_two_decide_it_waits(preset, street_under):
    street = street_under(preset)
    measure = propose_measure(street.case_about(street.karin), "removal", by=street.anna, reason=WHY)

    assert measure.status == Measure.Status.PROPOSED
    assert membership_in(street.karin, street.group)


def test_where_the_municipality_decides_another_coordinator_is_not_enough(street_under):
    street = street_under("be-lanaken")
    measure = propose_measure(street.case_about(street.karin), "removal", by=street.anna, reason=WHY)

    with pytest.raises(DomainError):
        agree(measure, by=street.ingrid)
    assert agree(measure, by=street.eva).status == Measure.Status.TAKEN


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_a_removal_never_comes_before_what_the_ladder_puts_first(preset, street_under):
    street = street_under(preset)
    case = street.case_about(street.karin)
    by_kind = {step.rung.kind: step.obstacle for step in steps_of(case)}

    if preset == "be-bin":
        assert by_kind["removal"] == "First comes: Written reprimand by the chief of police / Suspension."
        with pytest.raises(DomainError, match="First comes"):
            propose_measure(case, "removal", by=street.anna, reason=WHY)
    else:
        assert by_kind["removal"] == ""
    assert "relief" not in by_kind


def test_a_step_that_the_rules_do_not_know(street):
    with pytest.raises(DomainError, match="do not know this step"):
        propose_measure(street.case_about(street.karin), "reprimand", by=street.anna, reason=WHY)


def test_a_moderator_has_the_ladder_of_who_runs_the_group_but_not_in_the_circular(street):
    from django.utils import timezone

    member, today = street.member(street.jonas), timezone.localdate()
    assert rules.coordinates(member, PRESETS["nl"], today)
    assert not rules.coordinates(member, PRESETS["be-bin"], today)
