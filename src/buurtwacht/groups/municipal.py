# SPDX-License-Identifier: EUPL-1.2
"""What the municipality may do in a group, by the policy of that group (C5). Pure.

In no policy does an official read reports, or the names of members.
"""

from enum import StrEnum

from buurtwacht.policy.model import MunicipalRole


class Act(StrEnum):
    """Something that an official could do for a group."""

    ADVISE = "advise"  # write in the log of a group that is being formed, tick its checklist
    PLAN = "plan"  # write down a new group: name, area, house rules, goal, first coordinator
    REST = "rest"  # put a group that nobody coordinates to rest, wake it, or close it
    MANAGE = "manage"  # settings, coordinators, splitting and closing of a group that runs


_SUPPORT = frozenset({Act.ADVISE, Act.PLAN})
_FACILITATE = _SUPPORT | {Act.REST}

ALLOWED: dict[MunicipalRole, frozenset[Act]] = {
    MunicipalRole.ADVISES: frozenset({Act.ADVISE}),  # 002: "nemen geen leiding"
    MunicipalRole.SUPPORTS: _SUPPORT,  # 000 and 001: a partner beside the neighbours
    MunicipalRole.FIRST_SUPPORTER: _FACILITATE,  # 003
    MunicipalRole.FACILITATES: _FACILITATE,  # our advice
    MunicipalRole.SIGNS_CHARTER: _FACILITATE,  # circular of 2019: the mayor signs with the police and the neighbours
    MunicipalRole.TECHNICAL_MANAGEMENT: _FACILITATE | {Act.MANAGE},  # 004: "beheer van de applicatie overnemen"
}


def official_may(role: MunicipalRole, act: Act) -> bool:
    """May an official of the group's organisation do this?"""
    return act in ALLOWED[role]


def ends_here(role: MunicipalRole, status: str, *, has_coordinator: bool) -> bool:
    """May an official put this group to rest, wake it or close it? Where neighbours run it, they decide themselves."""
    if official_may(role, Act.MANAGE):
        return True
    return official_may(role, Act.REST) and (not has_coordinator or status != "active")
