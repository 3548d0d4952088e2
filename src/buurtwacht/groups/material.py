# SPDX-License-Identifier: EUPL-1.2
"""Which settings members agreed to, so that a change of them asks for their agreement again (R038). Pure."""

from collections.abc import Iterable

# What happens with what I write, who sees it, and what may be asked of me.
MATERIAL = frozenset(
    {
        "doubt",
        "raiser",
        "photo",
        "plate",
        "skin_colour",
        "vetting",
        "acceptance",
        "parents_may_sign",
        "steering_group",
        "police_access",
        "dossier",
        "approach",
        "removal",
        "municipality",
        "national_number_authorisation",
        "country",
        "emergency_number",
    }
)
# How the group is run: members are told, and need not agree again.
MINOR = frozenset(
    {
        "fire_and_ambulance_number",
        "non_urgent_number",
        "anonymous_number",
        "online_report_url",
        "municipal_report_url",
        "municipal_number",
        "not_acute",
        "last_letter",
        "doubt_minutes",
        "minimum_age",
        "member_types",
        "most_groups_per_person",
        "gate",
        "admission",
        "most_members",
        "outcome",
        "outcome_days",
        "silence_minutes",
        "silence_grace_minutes",
        "near_metres",
        "widen_minutes",
        "test_alarm",
    }
)


def is_material(changed: Iterable[str]) -> bool:
    """Do members have to agree again after these settings have changed?"""
    return not MATERIAL.isdisjoint(changed)
