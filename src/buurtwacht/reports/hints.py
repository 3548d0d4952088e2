# SPDX-License-Identifier: EUPL-1.2
"""What the wording check advises about the free text of a draft."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.utils.translation import get_language

from buurtwacht.groups.words import allowed_by
from buurtwacht.wording.advice import Advice, Allowed, Facts
from buurtwacht.wording.check import advise
from buurtwacht.wording.explanations import EXPLANATIONS
from buurtwacht.wording.reasons import Reason
from buurtwacht.wording.skinless import without_skin

from .content import Content
from .draft import Draft
from .left_out import fit_draft
from .looks import description_in, refusal_for_looks, words_for

LANGUAGES = ("nl", "en", "fr", "de")
PERSON_WORDS = ("clothing", "carries", "face", "hair_colour", "hair_style", "tattoo", "transport")
VEHICLE_WORDS = ("make", "colour", "model", "marks", "place", "direction")


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
    reason: str  # as the wording command names it
    new_text: str  # the whole field with the better words in it; empty when there are none

    @property
    def key(self) -> str:
        return f"{self.field}:{self.number}"


def hints_for(draft: Draft, texts: Iterable[tuple[str, str]] | None = None) -> list[Hint]:
    """All remarks, those that must be followed first. `texts` are the names and words of the form's free fields."""
    facts, allowed = facts_of(draft), allowed_by(draft.group.policy)
    texts = (*texts_of(draft.content), *_about_photo(draft)) if texts is None else texts
    found = [hint for field, text in texts for hint in _hints(field, text, facts, allowed)]
    return sorted(_with_looks(draft, found), key=lambda hint: not hint.blocks)


def _with_looks(draft: Draft, found: list[Hint]) -> list[Hint]:
    """What no report may be, looks and nothing else, must change: the same words of the check, but not to refuse.

    Where there is danger nothing must: what comes too early is left out, and `left_out.note_about` says so.
    """
    reason = refusal_for_looks(draft.content, draft.group.policy)
    if reason is None:
        return found
    if left_out := fit_draft(draft)[1]:
        said = {str(EXPLANATIONS[one][0]) for one in (Reason.APPEARANCE_ONLY, Reason.SKIN_COLOUR)}
        return [hint for hint in found if hint.why not in said or not any(one in hint.written for one in left_out)]
    usual = str(EXPLANATIONS[reason][0])
    why, instead = words_for(reason, draft.content)
    if any(hint.why == usual for hint in found):
        texts = {} if description_in(draft.content).is_only_looks(known=False) else dict(texts_of(draft.content))
        return [
            _with_offer(replace(hint, blocks=True, why=why, instead=instead), texts) if hint.why == usual else hint
            for hint in found
        ]
    written = draft.content.text
    return [
        *found,
        Hint("words", len(found), written, "", why, instead, blocks=True, new_text="", reason=reason.public.value),
    ]


def _with_offer(hint: Hint, texts: dict[str, str]) -> Hint:
    """Leaving the colour out is one press of a button."""
    new_text, left_out = without_skin(texts.get(hint.field, ""))
    return replace(hint, better=without_skin(hint.written)[0], new_text=new_text) if left_out else hint


def texts_of(content: Content) -> Iterator[tuple[str, str]]:
    """The names of the free fields of the form, with what was written in them."""
    yield "words", content.text
    yield "supposed", content.supposed
    yield "place", content.place
    for kind, cards, names in (
        ("person", content.persons, PERSON_WORDS),
        ("vehicle", content.vehicles, VEHICLE_WORDS),
    ):
        for number, card in enumerate(cards):
            for name in names:
                if name != "place" or getattr(card, name) != content.place:
                    yield f"{kind}-{number}-{name}", getattr(card, name)


def _about_photo(draft: Draft) -> Iterator[tuple[str, str]]:
    if draft.photo:
        yield "photo_words", draft.photo.description


def facts_of(draft: Draft) -> Facts:
    content = draft.content
    return Facts(
        behaviours=any(sign != "other" for sign in content.behaviours),
        place=bool(content.place or content.location),
        called=bool(content.called_at or draft.in_doubt),
        in_sight=content.in_sight or "now",
        traits=sum(card.traits for card in content.persons),
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
        reason=advice.reason.public.value,
        new_text=advice.applied_to(text) if advice.better else "",
    )
