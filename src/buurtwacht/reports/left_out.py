# SPDX-License-Identifier: EUPL-1.2
"""Where there is danger an alarm does not wait for traits: skin colour that was told too early is left out (C9). Pure.

So nothing is shared with skin colour before behaviour and two other traits, and nobody is held up by that. Who wrote it
hears what was left out, and how to add it; `looks_gate` does this for every entry, whatever form it comes from.
"""

from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from buurtwacht.policy.model import Policy, SkinColour
from buurtwacht.wording.danger import tells_danger
from buurtwacht.wording.explanations import EXPLANATIONS
from buurtwacht.wording.reasons import Reason
from buurtwacht.wording.skinless import without_skin

from .content import Content, PersonCard, PhotoSeal, VehicleCard
from .draft import Draft
from .looks import CODES, description_in, refusal_for_looks, words_in
from .models import Behaviour

_WORDS = ("title", "text", "supposed", "place", "direction", "advice")
Card = TypeVar("Card", PersonCard, VehicleCard)


@dataclass(frozen=True, slots=True)
class Fit:
    """What can be shared at once, and the words for skin colour that were left out of it."""

    content: Content
    words: tuple[str, ...] = ()


def tells_of_danger(content: Content) -> bool:
    """Ticked, violence among the signs, or words that may mean it."""
    if content.danger or Behaviour.VIOLENCE.value in content.behaviours:
        return True
    return tells_danger(". ".join((*words_in(content), content.supposed)))


def fit_at_once(content: Content, policy: Policy, *, danger: bool = False, known: bool = False, traits: int = 0) -> Fit:
    """The content as it can go out now. The same where there is no danger, or where nothing came too early.

    `danger`, `known` and `traits`: what the report to which this is added has told before.
    """
    if refusal_for_looks(content, policy, known=known, traits=traits) is None:
        return Fit(content)
    if description_in(content).is_only_looks(known=known) or not (danger or tells_of_danger(content)):
        return Fit(content)
    left_out: list[str] = []
    told: dict[str, Any] = {name: _without(getattr(content, name), left_out) for name in _WORDS}
    told["persons"] = tuple(replace(_card(card, left_out), skin_colour="") for card in content.persons)
    told["vehicles"] = tuple(_card(card, left_out) for card in content.vehicles)
    photos = [replace(one, description=_without(one.description, left_out)) for one in content.photos]
    return Fit(replace(content, **told, photos=tuple(photos)), tuple(dict.fromkeys(left_out)))


def fit_draft(draft: Draft) -> tuple[Draft, tuple[str, ...]]:
    """The same for a draft, the words of its photo included."""
    policy, photo = draft.group.policy, draft.photo
    if photo is None:
        fit = fit_at_once(draft.content, policy)
        return replace(draft, content=fit.content), fit.words
    seal = PhotoSeal(id="", digest="", description=photo.description)
    fit = fit_at_once(replace(draft.content, photos=(seal,)), policy)
    photo = replace(photo, description=fit.content.photos[0].description)
    return replace(draft, content=replace(fit.content, photos=()), photo=photo), fit.words


def note_about(words: tuple[str, ...], policy: Policy) -> str:
    """For whoever wrote it, and for nobody else."""
    told = ", ".join(words)
    first = _("Your neighbours do not read “%(words)s”, so that the alarm could go at once.") % {"words": told}
    return f"{first} {how_to_add(policy)}"


def note_on_entry(written: Content, shared: Content, policy: Policy) -> str:
    """The same for what was added to a report, or corrected; empty when nothing of it was left out."""
    if not description_in(written).skin or description_in(shared).skin:
        return ""
    return f"{_('Your neighbours do not read the skin colour.')} {how_to_add(policy)}"


def how_to_add(policy: Policy) -> str:
    if policy.skin_colour is SkinColour.OFF:
        return str(EXPLANATIONS[Reason.SKIN_COLOUR][0])
    return _("Tell two other things about the person, such as clothing and height. Then you can add skin colour.")


def _without(text: str, left_out: list[str]) -> str:
    fit, words = without_skin(text)
    left_out += words
    return fit


def _card(card: Card, left_out: list[str]) -> Card:
    names = [field.name for field in fields(card) if field.name not in CODES]
    told: dict[str, Any] = {
        name: _without(value, left_out) for name in names if isinstance(value := getattr(card, name), str)
    }
    return replace(card, **told)
