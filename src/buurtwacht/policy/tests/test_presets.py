# SPDX-License-Identifier: EUPL-1.2
"""The table of settings of the requirements (section 3), written out a second time, cell by cell."""

from dataclasses import fields

import pytest

from buurtwacht.policy.model import MemberType, Policy
from buurtwacht.policy.presets import PRESETS, policy_for

PRESET_NAMES = (
    *("be-politiezone", "nl-binnenbijster", "be-gemeente", "nl-ede", "be-lanaken"),
    *("nl", "be", "be-bin"),
)
LIVES, LIVES_OR_WORKS = ("lives",), ("lives", "business", "works")
COUNCIL_AND_DOSSIER = ("steering_group", "dossier")
AFTER_TWO = "after_two_traits"
TABLE = {
    "country": ("be", "nl", "be", "nl", "be", "nl", "be", "be"),
    "emergency_number": ("101", "112", "101", "112", "101", "112", "101", "101"),
    "fire_and_ambulance_number": ("112",) * 8,
    "non_urgent_number": ("", "0900-8844", "", "0900-8844", "", "0900-8844", "", ""),
    "anonymous_number": ("", "0800-7000", "", "0800-7000", "", "0800-7000", "", ""),
    "municipal_report_url": ("",) * 8,
    "municipal_number": ("",) * 8,
    "last_letter": (
        *("react_and_register", "react", "react", "react", "register"),
        *("react_then_register", "react_then_register", "register"),
    ),
    "doubt": ("off", "whole_group", "off", "off", "off", "coordinator_first", "off", "off"),
    "doubt_minutes": (15,) * 8,
    "raiser": ("member",) * 7 + ("coordinator",),
    "not_acute": ((),) * 8,
    "photo": (
        *("group", "group_if_of_value", "group", "group_if_of_value", "coordinator_releases"),
        *("police_only", "police_only", "never"),
    ),
    "plate": ("group", "group", "group", "group", "group", "group", "police_only", "never"),
    "skin_colour": (AFTER_TWO,) * 6 + ("off", "off"),
    "vetting": ("police", "none", "none", "none", "none", "address", "address", "coordinator_only"),
    "acceptance": (
        *("signed_declaration", "by_signing_up", "tick_box", "tick_box", "tick_box"),
        *("tick_box", "e_signature", "charter"),
    ),
    "minimum_age": (18,) * 8,
    "parents_may_sign": (True,) + (False,) * 7,
    "member_types": (LIVES, LIVES, LIVES, ("lives", "business"), LIVES, *(LIVES_OR_WORKS,) * 3),
    "gate": (
        *("recommended", "none", "none", "required_or_starter_pack", "recommended"),
        *("course_recommended", "course_recommended", "recommended"),
    ),
    "most_members": (100, 100, 100, 100, 100, 150, 150, 350),
    "steering_group": (False, False, False, True, False, True, True, True),
    "police_access": (("vetting",), ("dossier",), (), ("steering_group",), (), *(COUNCIL_AND_DOSSIER,) * 3),
    "dossier": (
        *("on_request", "always_after_closing", "on_request", "on_request", "on_request"),
        *("after_closing_confirmed",) * 3,
    ),
    "outcome": ("yes", "always", "no", "exercises", "no", "due_in_days", "due_in_days", "due_in_days"),
    "outcome_days": (7, 7, 7, 7, 7, 7, 7, 1),
    "approach": (
        *("if_safe", "at_least_two", "friendly_question", "ask_for_company", "register_only"),
        *("if_safe_at_least_two", "visible_from_home", "visible_from_home"),
    ),
    "removal": (
        *("administrators", "administrators_together", "administrator", "administrators", "municipality"),
        *("two_people_and_appeal", "two_people_and_appeal", "circular_ladder"),
    ),
    "municipality": (
        *("supports", "supports", "advises", "first_supporter", "technical_management"),
        *("facilitates", "facilitates", "signs_charter"),
    ),
    "silence_minutes": (60,) * 8,
    "silence_grace_minutes": (30,) * 8,
    "near_metres": (0,) * 8,
    "widen_minutes": (5,) * 8,
    "test_alarm": ("silent",) * 8,
    "most_groups_per_person": (1,) * 8,
    "national_number_authorisation": ("",) * 8,
    "admission": (*("coordinator",) * 4, *("automatic",) * 3, "coordinator"),
}
CELLS = [(name, field, TABLE[field][at]) for field in TABLE for at, name in enumerate(PRESET_NAMES)]


@pytest.mark.parametrize(("preset", "field", "value"), CELLS)
def test_a_preset_follows_its_source_to_the_letter(preset, field, value):
    assert getattr(PRESETS[preset], field) == value


def test_the_table_is_whole():
    assert set(PRESETS) == set(PRESET_NAMES)
    assert set(TABLE) == {field.name for field in fields(Policy)} - {"online_report_url"}
    assert all(len(row) == len(PRESET_NAMES) for row in TABLE.values())


@pytest.mark.parametrize("preset", PRESET_NAMES)
def test_theft_can_be_reported_online_in_every_country(preset):
    policy = PRESETS[preset]
    site = {"nl": "https://www.politie.nl", "be": "https://www.police-on-web.be"}[policy.country]
    assert policy.online_report_url.startswith(site)


@pytest.mark.parametrize("preset", PRESET_NAMES)
def test_in_belgium_nobody_is_asked_along_and_nobody_shares_before_calling(preset):
    policy = PRESETS[preset]
    if policy.country == "be":
        assert not policy.buddies_allowed
        assert policy.doubt == "off"
        assert policy.emergency_number == "101"
    else:
        assert policy.buddies_allowed
        assert policy.emergency_number == "112"


def test_a_belgian_group_cannot_choose_to_ask_neighbours_along():
    assert not policy_for("be", {"approach": "if_safe_at_least_two"}).buddies_allowed


def test_a_group_changes_a_few_values_and_keeps_the_rest():
    policy = policy_for("nl", {"most_members": 60, "doubt": "off", "member_types": ["lives"]})
    assert (policy.most_members, policy.doubt, policy.member_types) == (60, "off", ("lives",))
    assert policy.photo == PRESETS["nl"].photo


@pytest.mark.parametrize(
    ("preset", "overrides", "error"),
    [
        ("fr", {}, KeyError),
        ("nl", {"colour": "red"}, TypeError),
        ("nl", {"doubt": "sometimes"}, ValueError),
        ("nl", {"most_members": "many"}, ValueError),
    ],
)
def test_what_does_not_fit_is_refused(preset, overrides, error):
    with pytest.raises(error):
        policy_for(preset, overrides)


def test_a_changed_list_holds_choices_again():
    policy = policy_for("nl", {"member_types": ["lives", "works"]})

    assert policy.member_types == (MemberType.LIVES, MemberType.WORKS)
    assert all(isinstance(kind, MemberType) for kind in policy.member_types)
