# SPDX-License-Identifier: EUPL-1.2
"""Eight presets: five follow one source document each, to the letter; three are what we recommend today.

docs/policies/<preset>.md goes through the source rule by rule.

No preset fills in `not_acute`: no source calls one of the signs no emergency. Source 000 calls the police for
destruction too; source 003 wants "preferably 112-worthy situations" and names some of them, and what it shuts out
(collections, loose tiles, what is over) is none of the signs.
"""

from dataclasses import fields, replace
from functools import lru_cache
from typing import Any, get_args, get_origin, get_type_hints

from .model import (
    Acceptance,
    Admission,
    Approach,
    DossierRule,
    Doubt,
    Gate,
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

_KINDS = get_type_hints(Policy)
_NL: dict[str, Any] = {
    "country": "nl",
    "emergency_number": "112",
    "non_urgent_number": "0900-8844",
    "anonymous_number": "0800-7000",
    "online_report_url": "https://www.politie.nl/aangifte",
}
_BE: dict[str, Any] = {
    "country": "be",
    "emergency_number": "101",
    "non_urgent_number": "",
    "anonymous_number": "",
    "online_report_url": "https://www.police-on-web.be",
}
_LIVES_OR_WORKS = (MemberType.LIVES, MemberType.BUSINESS, MemberType.WORKS)
_COUNCIL_AND_DOSSIER = (PoliceAccess.STEERING_GROUP, PoliceAccess.DOSSIER)

PRESETS: dict[str, Policy] = {
    "be-politiezone": Policy(
        **_BE,
        last_letter=Letter.REACT_AND_REGISTER,
        photo=PhotoRule.GROUP,
        plate=PlateRule.GROUP,
        skin_colour=SkinColour.AFTER_TWO_TRAITS,
        vetting=Vetting.POLICE,
        acceptance=Acceptance.SIGNED_DECLARATION,
        parents_may_sign=True,
        gate=Gate.RECOMMENDED,
        admission=Admission.COORDINATOR,
        most_members=100,
        steering_group=False,
        police_access=(PoliceAccess.VETTING,),
        dossier=DossierRule.ON_REQUEST,
        outcome=OutcomeRule.YES,
        approach=Approach.IF_SAFE,
        removal=Removal.ADMINISTRATORS,
        municipality=MunicipalRole.SUPPORTS,
    ),
    "nl-binnenbijster": Policy(
        **_NL,
        last_letter=Letter.REACT,
        doubt=Doubt.WHOLE_GROUP,
        photo=PhotoRule.GROUP_IF_OF_VALUE,
        plate=PlateRule.GROUP,
        skin_colour=SkinColour.AFTER_TWO_TRAITS,
        vetting=Vetting.NONE,
        acceptance=Acceptance.BY_SIGNING_UP,
        gate=Gate.NONE,
        admission=Admission.COORDINATOR,
        most_members=100,
        steering_group=False,
        police_access=(PoliceAccess.DOSSIER,),
        dossier=DossierRule.ALWAYS_AFTER_CLOSING,
        outcome=OutcomeRule.ALWAYS,
        approach=Approach.AT_LEAST_TWO,
        removal=Removal.ADMINISTRATORS_TOGETHER,
        municipality=MunicipalRole.SUPPORTS,
    ),
    "be-gemeente": Policy(
        **_BE,
        last_letter=Letter.REACT,
        photo=PhotoRule.GROUP,
        plate=PlateRule.GROUP,
        skin_colour=SkinColour.AFTER_TWO_TRAITS,
        vetting=Vetting.NONE,
        acceptance=Acceptance.TICK_BOX,
        gate=Gate.NONE,
        admission=Admission.COORDINATOR,
        most_members=100,
        steering_group=False,
        dossier=DossierRule.ON_REQUEST,
        outcome=OutcomeRule.NO,
        approach=Approach.FRIENDLY_QUESTION,
        removal=Removal.ADMINISTRATOR,
        municipality=MunicipalRole.ADVISES,
    ),
    "nl-ede": Policy(
        **_NL,
        last_letter=Letter.REACT,
        photo=PhotoRule.GROUP_IF_OF_VALUE,
        plate=PlateRule.GROUP,
        skin_colour=SkinColour.AFTER_TWO_TRAITS,
        vetting=Vetting.NONE,
        acceptance=Acceptance.TICK_BOX,
        member_types=(MemberType.LIVES, MemberType.BUSINESS),
        gate=Gate.REQUIRED_OR_STARTER_PACK,
        admission=Admission.COORDINATOR,
        most_members=100,
        steering_group=True,
        police_access=(PoliceAccess.STEERING_GROUP,),
        dossier=DossierRule.ON_REQUEST,
        outcome=OutcomeRule.EXERCISES,
        approach=Approach.ASK_FOR_COMPANY,
        removal=Removal.ADMINISTRATORS,
        municipality=MunicipalRole.FIRST_SUPPORTER,
    ),
    "be-lanaken": Policy(
        **_BE,
        last_letter=Letter.REGISTER,
        photo=PhotoRule.COORDINATOR_RELEASES,
        plate=PlateRule.GROUP,
        skin_colour=SkinColour.AFTER_TWO_TRAITS,
        vetting=Vetting.NONE,
        acceptance=Acceptance.TICK_BOX,
        gate=Gate.RECOMMENDED,
        admission=Admission.AUTOMATIC,
        most_members=100,
        steering_group=False,
        dossier=DossierRule.ON_REQUEST,
        outcome=OutcomeRule.NO,
        approach=Approach.REGISTER_ONLY,
        removal=Removal.MUNICIPALITY,
        municipality=MunicipalRole.TECHNICAL_MANAGEMENT,
    ),
    "nl": Policy(
        **_NL,
        last_letter=Letter.REACT_THEN_REGISTER,
        doubt=Doubt.COORDINATOR_FIRST,
        photo=PhotoRule.POLICE_ONLY,
        plate=PlateRule.GROUP,
        skin_colour=SkinColour.AFTER_TWO_TRAITS,
        vetting=Vetting.ADDRESS,
        acceptance=Acceptance.TICK_BOX,
        member_types=_LIVES_OR_WORKS,
        gate=Gate.COURSE_RECOMMENDED,
        admission=Admission.AUTOMATIC,
        most_members=150,
        steering_group=True,
        police_access=_COUNCIL_AND_DOSSIER,
        dossier=DossierRule.AFTER_CLOSING_CONFIRMED,
        outcome=OutcomeRule.DUE_IN_DAYS,
        approach=Approach.IF_SAFE_AT_LEAST_TWO,
        removal=Removal.TWO_PEOPLE_AND_APPEAL,
        municipality=MunicipalRole.FACILITATES,
    ),
    "be": Policy(
        **_BE,
        last_letter=Letter.REACT_THEN_REGISTER,
        photo=PhotoRule.POLICE_ONLY,
        plate=PlateRule.POLICE_ONLY,
        skin_colour=SkinColour.OFF,
        vetting=Vetting.ADDRESS,
        acceptance=Acceptance.E_SIGNATURE,
        member_types=_LIVES_OR_WORKS,
        gate=Gate.COURSE_RECOMMENDED,
        admission=Admission.AUTOMATIC,
        most_members=150,
        steering_group=True,
        police_access=_COUNCIL_AND_DOSSIER,
        dossier=DossierRule.AFTER_CLOSING_CONFIRMED,
        outcome=OutcomeRule.DUE_IN_DAYS,
        approach=Approach.VISIBLE_FROM_HOME,
        removal=Removal.TWO_PEOPLE_AND_APPEAL,
        municipality=MunicipalRole.FACILITATES,
    ),
    "be-bin": Policy(
        **_BE,
        last_letter=Letter.REGISTER,
        raiser=Raiser.COORDINATOR,
        photo=PhotoRule.NEVER,
        plate=PlateRule.NEVER,
        skin_colour=SkinColour.OFF,
        vetting=Vetting.COORDINATOR_ONLY,
        acceptance=Acceptance.CHARTER,
        member_types=_LIVES_OR_WORKS,
        gate=Gate.RECOMMENDED,
        admission=Admission.COORDINATOR,
        most_members=350,
        steering_group=True,
        police_access=_COUNCIL_AND_DOSSIER,
        dossier=DossierRule.AFTER_CLOSING_CONFIRMED,
        outcome=OutcomeRule.DUE_IN_DAYS,
        outcome_days=1,
        approach=Approach.VISIBLE_FROM_HOME,
        removal=Removal.CIRCULAR_LADDER,
        municipality=MunicipalRole.SIGNS_CHARTER,
    ),
}


def policy_for(preset: str, overrides: dict[str, Any] | None = None) -> Policy:
    """The policy of a group: its preset with the few values that it changed.

    Raises `KeyError` for an unknown preset, `TypeError` or `ValueError` for an override that does not fit.
    """
    return _policy_for(preset, tuple(sorted((k, _frozen(v)) for k, v in (overrides or {}).items())))


@lru_cache(maxsize=1024)
def _policy_for(preset: str, overrides: tuple[tuple[str, Any], ...]) -> Policy:
    policy = PRESETS[preset]
    known = {field.name for field in fields(policy)}
    unknown = [name for name, _ in overrides if name not in known]
    if unknown:
        raise TypeError(f"no such setting: {', '.join(unknown)}")
    return replace(policy, **{name: _like(_KINDS[name], value) for name, value in overrides})


def _like(kind: Any, value: Any) -> Any:
    """A value as the setting keeps it: JSON knows no tuples and no choices."""
    return tuple(get_args(kind)[0](item) for item in value) if get_origin(kind) is tuple else kind(value)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
