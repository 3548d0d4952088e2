# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.groups.models import PolicyVersion
from buurtwacht.groups.rules import BOUNDS, FIXED, check_settings
from buurtwacht.groups.services import change_settings, create_group, create_organisation, give_role, take_role
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError
from buurtwacht.policy.model import Policy
from buurtwacht.policy.presets import PRESETS


def test_a_group_changes_a_few_values(cast):
    group = change_settings(cast.group, {"doubt": "off", "police_access": ["dossier"]}, by=cast.anna)
    assert group.policy.doubt == "off"
    assert group.policy.police_access == ("dossier",)
    assert group.policy.emergency_number == "112"
    [version] = PolicyVersion.objects.filter(group=group)
    assert (version.number, version.changed_by) == (1, cast.anna)
    [line] = Line.objects.filter(action="group.settings_changed")
    assert line.facts == {"version": 1, "changed": 2, "material": True}


def test_the_same_again_is_no_new_version(cast):
    change_settings(cast.group, {"doubt_minutes": 20})
    change_settings(cast.group, {"doubt_minutes": 20, "silence_minutes": PRESETS["nl"].silence_minutes})
    assert PolicyVersion.objects.filter(group=cast.group).count() == 1
    change_settings(cast.group, {})
    assert list(PolicyVersion.objects.values_list("number", "overrides")) == [(1, {"doubt_minutes": 20}), (2, {})]


def test_another_preset_is_a_new_version(cast):
    group = change_settings(cast.group, {}, preset="nl-ede")
    assert group.policy.gate == "required_or_starter_pack"


@pytest.mark.parametrize(
    "overrides",
    [
        {"emergency_number": "0900"},
        {"country": "be"},
        {"fire_and_ambulance_number": ""},
        {"nonsense": 1},
        {"doubt": "sometimes"},
        {"doubt": 1},
        {"doubt_minutes": 0},
        {"doubt_minutes": "20"},
        {"doubt_minutes": True},
        {"doubt_minutes": 10**9},
        {"parents_may_sign": "no"},
        {"police_access": "dossier"},
        {"police_access": ["everything"]},
        {"non_urgent_number": "1\n2"},
        {"non_urgent_number": "x" * 201},
        {"non_urgent_number": None},
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_changes(cast, overrides):
    with pytest.raises(DomainError):
        change_settings(cast.group, overrides)
    cast.group.refresh_from_db()
    assert cast.group.overrides == {}
    assert not PolicyVersion.objects.exists()


def test_an_unknown_preset_is_refused():
    with pytest.raises(DomainError):
        check_settings("wild-west", {})


@pytest.mark.parametrize("preset", PRESETS)
def test_each_preset_fits_its_own_rules(preset):
    """Whatever one preset says, a group of another may say too."""
    policy = PRESETS[preset]
    own = {name: getattr(policy, name) for name in Policy.__dataclass_fields__ if name not in FIXED}
    for base in PRESETS:
        check_settings(base, own)


def test_every_number_has_its_bounds():
    numbers = {name for name, field in Policy.__dataclass_fields__.items() if field.type in (int, "int")}
    assert set(BOUNDS) == numbers


def test_a_new_organisation_and_group(db, cast):
    zone = create_organisation(name="Politiezone Maasland", kind="police_zone", time_zone="Europe/Brussels")
    group = create_group(zone, name="Eikenwijk", preset="be", by=cast.eva)
    assert (zone.slug, group.slug, group.policy.emergency_number) == ("politiezone-maasland", "eikenwijk", "101")
    assert list(group.policy_versions.values_list("number", "preset")) == [(1, "be")]
    for again in (
        lambda: create_organisation(name="Politiezone Maasland"),
        lambda: create_group(zone, name="Eikenwijk"),
        lambda: create_group(zone, name="!!!"),
    ):
        with pytest.raises(DomainError, match="already"):
            again()


def test_roles_are_given_and_taken_once(cast):
    for _twice in range(2):
        give_role(cast.organisation, cast.chantal, "auditor", by=cast.eva)
    for _twice in range(2):
        take_role(cast.organisation, cast.chantal, "auditor", by=cast.eva)
    assert list(Line.objects.values_list("action", flat=True)) == ["role.given", "role.taken"]
    with pytest.raises(ValueError, match="not a role"):
        give_role(cast.organisation, cast.chantal, "king")
