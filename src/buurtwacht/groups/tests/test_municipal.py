# SPDX-License-Identifier: EUPL-1.2
"""What the municipality may do, and which changes ask members again: tables, no database."""

import pytest

from buurtwacht.groups.material import MATERIAL, MINOR, is_material
from buurtwacht.groups.municipal import ALLOWED, Act, ends_here, official_may
from buurtwacht.groups.rules import FIXED
from buurtwacht.groups.setting_words import CHOICES, PARTS, PRESETS, SETTINGS, said
from buurtwacht.policy import model, presets
from buurtwacht.policy.model import MunicipalRole, Policy

Role = MunicipalRole


@pytest.mark.parametrize(
    ("role", "acts"),
    [
        (Role.ADVISES, {Act.ADVISE}),
        (Role.SUPPORTS, {Act.ADVISE, Act.PLAN}),
        (Role.FIRST_SUPPORTER, {Act.ADVISE, Act.PLAN, Act.REST}),
        (Role.FACILITATES, {Act.ADVISE, Act.PLAN, Act.REST}),
        (Role.SIGNS_CHARTER, {Act.ADVISE, Act.PLAN, Act.REST}),
        (Role.TECHNICAL_MANAGEMENT, set(Act)),
    ],
)
def test_each_role_does_its_part(role, acts):
    assert {act for act in Act if official_may(role, act)} == acts


def test_no_role_is_forgotten():
    assert set(ALLOWED) == set(MunicipalRole)


@pytest.mark.parametrize(
    ("role", "status", "has_coordinator", "may"),
    [
        (Role.FACILITATES, "active", True, False),
        (Role.FACILITATES, "active", False, True),
        (Role.FACILITATES, "forming", True, True),
        (Role.SUPPORTS, "active", False, False),
        (Role.TECHNICAL_MANAGEMENT, "active", True, True),
    ],
)
def test_where_neighbours_run_a_group_they_end_it(role, status, has_coordinator, may):
    assert ends_here(role, status, has_coordinator=has_coordinator) is may


def test_every_setting_is_material_or_not():
    assert set(Policy.__dataclass_fields__) == MATERIAL | MINOR
    assert MATERIAL.isdisjoint(MINOR)


@pytest.mark.parametrize(
    ("changed", "asks"), [([], False), (["most_members"], False), (["photo"], True), (["gate", "police_access"], True)]
)
def test_members_agree_again_to_what_they_agreed_to(changed, asks):
    assert is_material(changed) is asks


def test_every_setting_stands_on_the_page_once_and_in_words():
    shown = [name for _title, names in PARTS for name in names]
    assert sorted(shown) == sorted(set(Policy.__dataclass_fields__) - FIXED)
    assert set(SETTINGS) == set(shown)
    assert set(PRESETS) == set(presets.PRESETS)


@pytest.mark.parametrize("preset", presets.PRESETS)
def test_every_value_of_every_preset_has_words(preset):
    policy = presets.PRESETS[preset]
    assert all(str(said(getattr(policy, name))) for name in SETTINGS)
    assert CHOICES[model.Doubt, "off"] != CHOICES[model.SkinColour, "off"]
