# SPDX-License-Identifier: EUPL-1.2
"""What the policy keeps out of a description. Nothing is refused here: what may not be told is simply not kept."""

from dataclasses import replace

from buurtwacht.policy.model import PlateRule, Policy, SkinColour

from .cards import PersonCard
from .model import Content

TRAITS_BEFORE_SKIN_COLOUR = 2


def filtered(content: Content, policy: Policy, *, known: bool = False) -> Content:
    """The content without what may be told to nobody (C8, C9). `known`: its report has told what somebody does."""
    says_behaviour = known or bool(content.behaviours)
    persons = tuple(_person(card, policy, says_behaviour=says_behaviour) for card in content.persons)
    vehicles = content.vehicles
    if policy.plate is PlateRule.NEVER:
        vehicles = tuple(replace(card, plate="", plate_is_partial=False) for card in vehicles)
    return replace(
        content,
        persons=tuple(card for card in persons if not card.is_empty),
        vehicles=tuple(card for card in vehicles if not card.is_empty),
    )


def may_tell_skin_colour(card: PersonCard, policy: Policy, *, says_behaviour: bool) -> bool:
    """Only after behaviour and two other traits, and only where the policy allows it at all (C9)."""
    if policy.skin_colour is not SkinColour.AFTER_TWO_TRAITS:
        return False
    return says_behaviour and card.traits >= TRAITS_BEFORE_SKIN_COLOUR


def _person(card: PersonCard, policy: Policy, *, says_behaviour: bool) -> PersonCard:
    return card if may_tell_skin_colour(card, policy, says_behaviour=says_behaviour) else replace(card, skin_colour="")
