# SPDX-License-Identifier: EUPL-1.2
"""What the wording check advises about the free text of a draft."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.utils.translation import get_language

from buurtwacht.policy.model import PlateRule, SkinColour
from buurtwacht.wording.advice import Advice, Allowed, Facts
from buurtwacht.wording.check import advise

from .content import Content
from .draft import Draft

LANGUAGES = ("nl", "en", "fr", "de")
PERSON_WORDS = ("clothing", "carries", "face", "hair_colour", "hair_style", "tattoo", "transport")
VEHICLE_WORDS = ("make", "colour", "model", "marks", "direction")


@dataclass(frozen=True, slots=True)
class Hint:
    """One remark about one field of the form: what was written, what is better, and why."""

    field: str
    number: int  # among the remarks about this field
    written: str
    better: str
    why: str
    instead: str
    blocks: bool
    new_text: str  # the whole field with the better words in it; empty when there are none

    @property
    def key(self) -> str:
        return f"{self.field}:{self.number}"


def hints_for(draft: Draft, texts: Iterable[tuple[str, str]] | None = None) -> list[Hint]:
    """All remarks, those that must be followed first. `texts` are the names and words of the form's free fields."""
    facts, allowed = facts_of(draft), allowed_in(draft)
    texts = texts_of(draft.content) if texts is None else texts
    found = [hint for field, text in texts for hint in _hints(field, text, facts, allowed)]
    return sorted(found, key=lambda hint: not hint.blocks)


def texts_of(content: Content) -> Iterator[tuple[str, str]]:
    """The names of the free fields of the form, with what was written in them."""
    yield "words", content.text
    yield "place", content.place
    for kind, cards, names in (
        ("person", content.persons, PERSON_WORDS),
        ("vehicle", content.vehicles, VEHICLE_WORDS),
    ):
        for number, card in enumerate(cards):
            for name in names:
                yield f"{kind}-{number}-{name}", getattr(card, name)


def facts_of(draft: Draft) -> Facts:
    content = draft.content
    return Facts(
        behaviours=any(sign != "other" for sign in content.behaviours),
        place=bool(content.place or content.location),
        called=bool(content.called_at or draft.in_doubt),
        in_sight=content.in_sight or "now",
        traits=sum(card.traits for card in content.persons),
    )


def allowed_in(draft: Draft) -> Allowed:
    policy = draft.group.policy
    return Allowed(
        skin_colour=policy.skin_colour is not SkinColour.OFF,
        plates=policy.plate is PlateRule.GROUP,
    )


def _hints(field: str, text: str, facts: Facts, allowed: Allowed) -> Iterator[Hint]:
    if not text.strip():
        return
    language = (get_language() or "nl")[:2]
    # Only the story itself must say what happens; a card or a place need not.
    known = (
        facts
        if field == "words"
        else replace(facts, behaviours=True, place=True, called=True, in_sight="now", traits=2)
    )
    advices = advise(text, language=language if language in LANGUAGES else "nl", facts=known, allowed=allowed)
    for number, advice in enumerate(advices):
        yield _hint(field, number, text, advice)


def _hint(field: str, number: int, text: str, advice: Advice) -> Hint:
    return Hint(
        field=field,
        number=number,
        written=advice.found or text,
        better=advice.better,
        why=str(advice.why),
        instead=str(advice.instead),
        blocks=advice.blocks,
        new_text=advice.applied_to(text) if advice.better else "",
    )
