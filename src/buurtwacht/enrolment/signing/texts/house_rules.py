# SPDX-License-Identifier: EUPL-1.2
"""Which house rules each preset has, in order: those of its source one by one, and what the group changed itself."""

from buurtwacht.policy.model import (
    Approach,
    DossierRule,
    Doubt,
    Letter,
    MemberType,
    MunicipalRole,
    OutcomeRule,
    PhotoRule,
    PlateRule,
    PoliceAccess,
    Policy,
    Raiser,
    Removal,
    SkinColour,
    Vetting,
)
from buurtwacht.policy.presets import PRESETS

from . import calling, conduct, group_life, partners
from .model import Point

POINTS = {point.key: point for point in (*calling.POINTS, *conduct.POINTS, *group_life.POINTS, *partners.POINTS)}

# A rule that depends on a setting stands in the lists as the name of that setting.
BY_SETTING: dict[str, dict[object, str]] = {
    "minimum_age": {False: "age", True: "age_or_parent"},
    "member_types": {1: "lives", 2: "lives_or_business", 3: "lives_or_works"},
    "last_letter": {
        Letter.REACT: "saar_react",
        Letter.REGISTER: "saar_register",
        Letter.REACT_AND_REGISTER: "saar_both",
        Letter.REACT_THEN_REGISTER: "saar_both",
    },
    "doubt": {
        Doubt.OFF: "doubt_off",
        Doubt.COORDINATOR_FIRST: "doubt_coordinator",
        Doubt.WHOLE_GROUP: "doubt_group",
    },
    "raiser": {Raiser.MEMBER: "by_member", Raiser.COORDINATOR: "by_coordinator"},
    "photo": {
        PhotoRule.GROUP: "photo_group",
        PhotoRule.GROUP_IF_OF_VALUE: "photo_of_value",
        PhotoRule.COORDINATOR_RELEASES: "photo_released",
        PhotoRule.POLICE_ONLY: "photo_police",
        PhotoRule.NEVER: "photo_never",
    },
    "plate": {
        PlateRule.GROUP: "plate_group",
        PlateRule.POLICE_ONLY: "plate_police",
        PlateRule.NEVER: "plate_never",
    },
    "skin_colour": {SkinColour.OFF: "describe", SkinColour.AFTER_TWO_TRAITS: "describe_skin"},
    "approach": {
        Approach.IF_SAFE: "if_safe",
        Approach.AT_LEAST_TWO: "at_least_two",
        Approach.IF_SAFE_AT_LEAST_TWO: "at_least_two",
        Approach.FRIENDLY_QUESTION: "friendly",
        Approach.ASK_FOR_COMPANY: "company",
        Approach.REGISTER_ONLY: "register_only",
        Approach.VISIBLE_FROM_HOME: "from_home",
    },
    "removal": {
        Removal.ADMINISTRATORS: "removal_administrators",
        Removal.ADMINISTRATORS_TOGETHER: "removal_together",
        Removal.ADMINISTRATOR: "removal_administrator",
        Removal.MUNICIPALITY: "removal_municipality",
        Removal.TWO_PEOPLE_AND_APPEAL: "removal_two_people",
        Removal.CIRCULAR_LADDER: "removal_ladder",
    },
    "dossier": {
        DossierRule.ON_REQUEST: "dossier_on_request",
        DossierRule.ALWAYS_AFTER_CLOSING: "dossier_always",
        DossierRule.AFTER_CLOSING_CONFIRMED: "dossier_confirmed",
    },
    "municipality": {
        MunicipalRole.SUPPORTS: "municipality_supports",
        MunicipalRole.FIRST_SUPPORTER: "municipality_supports",
        MunicipalRole.FACILITATES: "municipality_supports",
        MunicipalRole.ADVISES: "municipality_advises",
        MunicipalRole.TECHNICAL_MANAGEMENT: "municipality_manages",
        MunicipalRole.SIGNS_CHARTER: "municipality_signs",
    },
    "vetting": {
        Vetting.NONE: "vetting_none",
        Vetting.ADDRESS: "vetting_address",
        Vetting.POLICE: "vetting_police",
        Vetting.COORDINATOR_ONLY: "vetting_coordinator",
    },
    "steering_group": {False: "no_steering_group", True: "steering_group"},
    "outcome": {False: "outcome_not_told", True: "outcome_told"},
    "police_access": {False: "police_open_nothing", True: "police_open_dossier"},
}

_RECOMMENDED = "approach keep_here stop_any_time minimum_age member_types photo plate purpose dossier removal changes"

RULES = {
    "be-politiezone": "minimum_age reachable member_types police_on_call call_first last_letter short skin_colour photo"
    " words no_judge purpose keep_here secrecy removal ownership changes not_liable privacy",
    "nl-binnenbijster": "call_and_say then_tell called_back ending dossier outcome relevant one_caller initiative"
    " approach words no_judge_driving photo purpose doubt questions removal managed",
    "be-gemeente": "minimum_age reachable member_types call_first last_letter approach not_instead short skin_colour"
    " photo words no_judge purpose keep_here_law secrecy removal ownership changes not_liable",
    "nl-ede": "minimum_age member_types initiative last_letter approach current_only tell_called words"
    " no_judge_driving photo skin_colour purpose",
    "be-lanaken": "keep_to_rules initiative call_first last_letter approach photo purpose no_discussion"
    " member_types municipality",
    "nl": f"call_first skin_colour words no_judge doubt {_RECOMMENDED}",
    "be": f"call_first skin_colour words no_patrol {_RECOMMENDED}",
    "be-bin": "call_first raiser last_letter skin_colour no_patrol no_politics photo words privacy keep_here secrecy"
    " outcome minimum_age member_types removal changes stop_any_time",
}


def rules_under(preset: str, policy: Policy) -> tuple[Point, ...]:
    """The house rules of a preset under these settings. A setting that the group changed itself is always told."""
    listed = RULES[preset].split()
    changed = [name for name in BY_SETTING if name not in listed and _differs(preset, policy, name)]
    return tuple(POINTS[_key(name, policy)] for name in (*listed, *changed))


def subject_of(key: str) -> str:
    """What a rule is about: the setting it depends on, or itself. Two rules about one setting replace each other."""
    return next((name for name, keys in BY_SETTING.items() if key in keys.values()), key)


def _differs(preset: str, policy: Policy, name: str) -> bool:
    return _key(name, policy) != _key(name, PRESETS[preset])


def _key(name: str, policy: Policy) -> str:
    """The rule for a setting, or the rule of that name."""
    values = BY_SETTING.get(name)
    return values[_value(name, policy)] if values else name


def _value(name: str, policy: Policy) -> object:
    match name:
        case "minimum_age":
            return policy.parents_may_sign
        case "member_types":
            return 3 if MemberType.WORKS in policy.member_types else min(len(policy.member_types), 2) or 1
        case "outcome":
            return policy.outcome is not OutcomeRule.NO
        case "police_access":
            return PoliceAccess.DOSSIER in policy.police_access
        case _:
            return getattr(policy, name)
