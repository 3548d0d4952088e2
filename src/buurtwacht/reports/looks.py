# SPDX-License-Identifier: EUPL-1.2
"""No report is about how somebody looks and nothing else (R126, N9). Pure; `entries.add_entry` asks it of every entry.

What somebody does comes first: a sign, weapons or wounds, or words for it. Skin colour comes last: after behaviour and
two other traits, and only where the policy knows it (C9).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from django.utils.translation import gettext_lazy as _

from buurtwacht.policy.model import Policy, SkinColour
from buurtwacht.wording.danger import names_weapon
from buurtwacht.wording.descriptions import told_in
from buurtwacht.wording.explanations import EXPLANATIONS
from buurtwacht.wording.reasons import Reason

from .content import Content, PersonCard, VehicleCard
from .content.rules import TRAITS_BEFORE_SKIN_COLOUR

_EARLY = (
    _("Skin colour comes last: after what somebody does and two other things that you see."),
    _("Add two of them, such as clothing and height. Or leave the colour out."),
)
CODES = ("sex", "age", "height", "build", "alone", "skin_colour", "kind", "plate", "country", "occupants")


@dataclass(frozen=True, slots=True)
class Description:
    """What one text tells of somebody, its cards included. `traits` without skin colour."""

    behaviour: bool
    looks: bool
    traits: int
    skin: bool

    def is_only_looks(self, *, known: bool) -> bool:
        """`known`: the report to which this is added has told what somebody does."""
        return self.looks and not (self.behaviour or known)

    def skin_is_early(self, *, known: bool, traits: int = 0) -> bool:
        """Is skin colour told before behaviour and two other traits? `traits`: those the report has told before."""
        enough = self.traits + traits >= TRAITS_BEFORE_SKIN_COLOUR
        return self.skin and not ((self.behaviour or known) and enough)


def is_a_sign(behaviours: Iterable[str]) -> bool:
    """Is one of these signs really one? "Something else" asks for words."""
    return any(sign != "other" for sign in behaviours)


def description_in(content: Content) -> Description:
    """Behaviour counts where it is told: in the story and the direction. Looks count wherever they are written.

    What is only supposed is no behaviour and no trait, but looks and skin colour in it count.
    """
    story = told_in(". ".join(filter(None, (content.text, content.direction))))
    anywhere, supposed = told_in(". ".join(words_in(content))), told_in(content.supposed)
    traits = sum(card.traits for card in content.persons)
    return Description(
        behaviour=_tells_behaviour(content) or story.behaviour,
        looks=any(not card.is_empty for card in content.persons) or anywhere.looks or supposed.looks,
        traits=max(traits, anywhere.traits),
        skin=any(card.skin_colour for card in content.persons) or anywhere.skin or supposed.skin,
    )


def _tells_behaviour(content: Content) -> bool:
    """By a sign, or by danger: ticked, or a weapon or a wound that is named in the story."""
    return is_a_sign(content.behaviours) or bool(content.danger) or names_weapon(content.text)


def refusal_for_looks(content: Content, policy: Policy, *, known: bool = False, traits: int = 0) -> Reason | None:
    """Why this cannot be shared as it is: a reason of the wording check, or None."""
    found = description_in(content)
    if found.is_only_looks(known=known):
        return Reason.APPEARANCE_ONLY
    if found.skin and policy.skin_colour is SkinColour.OFF:
        return Reason.SKIN_COLOUR
    return Reason.APPEARANCE_ONLY if found.skin_is_early(known=known, traits=traits) else None


def words_for(reason: Reason, content: Content, *, known: bool = False) -> tuple[str, str]:
    """Why, and what to do instead. Whoever told what happens is not asked for it again: an alarm must get out."""
    found = description_in(content)
    is_early = reason is Reason.APPEARANCE_ONLY and found.skin and not found.is_only_looks(known=known)
    why, instead = _EARLY if is_early else EXPLANATIONS[reason]
    return str(why), str(instead)


def words_in(content: Content) -> Iterator[str]:
    """Everything that was written of what was seen, wherever it stands."""
    yield from filter(None, (content.title, content.text, content.place, content.direction, content.advice))
    yield from (photo.description for photo in content.photos if photo.description)
    cards: tuple[PersonCard | VehicleCard, ...] = (*content.persons, *content.vehicles)
    for card in cards:
        yield from _words_on(card)


def _words_on(card: PersonCard | VehicleCard) -> Iterator[str]:
    for field in fields(card):
        written = getattr(card, field.name)
        if field.name not in CODES and isinstance(written, str) and written:
            yield written
