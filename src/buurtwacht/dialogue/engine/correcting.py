# SPDX-License-Identifier: EUPL-1.2
"""What was shared was not right: what should stand there instead, shown before it is told to all."""

from dataclasses import asdict, replace
from typing import TypeVar

from buurtwacht.dialogue.understanding import Command, Response
from buurtwacht.reports.content import Content, PersonCard, VehicleCard

from . import answer_words as words
from .about import About
from .model import Act, Said, State, Step, Turned, asking
from .model import told as remembering

Card = TypeVar("Card", PersonCard, VehicleCard)
LONGEST_TEXT, LONGEST_PLACE = 600, 120


def correct(state: State, said: Said, before: Content, about: About) -> Turned:
    """Show what neighbours would read now; ask what is right where that was not said."""
    right = _corrected(before, said)
    if right == replace(before, title=""):
        return asking(state, Step.CORRECT, words.ask_correction())
    remarks = [*about.remarks(right.text), *about.remarks(right.place)]
    if blocking := next((remark for remark in remarks if remark.blocks), None):
        return asking(remembering(state, blocking), Step.CORRECT, words.cannot_stand_there(blocking))
    waiting = remembering(replace(state, content=right), *remarks[:1])
    return asking(waiting, Step.CORRECTED, words.corrected_preview(about.preview(right), remarks))


def answered(state: State, said: Said, about: About) -> Turned | None:
    """The answer to what is right, or to the preview. None when it is about something else."""
    told = said.understood
    calm = replace(state, step=Step.IDLE, options=(), content=Content(), shown=())
    if "drop" in said.choices or told.no:
        return Turned(calm, words.not_sent())
    if told.response not in (None, Response.CORRECTION) or told.is_thanks:
        return None
    if state.step is Step.CORRECT:
        return correct(state, said, about.told(), about)
    if "correct" in said.choices or told.is_only_yes or told.command is Command.SHARE:
        act = Act(kind="correct", content=state.content, shown=state.shown)
        return Turned(calm, words.corrected(), act)
    return correct(state, said, state.content, about)


def _corrected(before: Content, said: Said) -> Content:
    """What was said now in the place of what was said before; all else stays."""
    told = said.understood
    return replace(
        before,
        title="",
        text=told.words[:LONGEST_TEXT] or before.text,
        behaviours=told.behaviours or before.behaviours,
        place=told.place[:LONGEST_PLACE] or before.place,
        location=said.location or before.location,
        direction=told.direction or before.direction,
        in_sight=told.in_sight or before.in_sight,
        danger=told.danger or before.danger,
        persons=_with_card(before.persons, _more_than_sex(told.person, before)),
        vehicles=_with_card(_moved_along(before, told.place), told.vehicle),
    )


def _moved_along(before: Content, place: str) -> tuple[VehicleCard, ...]:
    """A vehicle that stood where it happened goes along to the place that is right."""
    old = before.place if place else None
    return tuple(replace(card, place="") if card.place == old else card for card in before.vehicles)


def _more_than_sex(told: PersonCard, before: Content) -> PersonCard:
    """That it is a man or a woman the words say already, where there is no card to put right."""
    return PersonCard() if not before.persons and told == PersonCard(sex=told.sex) else told


def _with_card(cards: tuple[Card, ...], told: Card) -> tuple[Card, ...]:
    """The first card with what was said now; a card of its own where there was none."""
    if told.is_empty:
        return cards
    if not cards:
        return (told,)
    right = list(cards)
    right[0] = replace(cards[0], **{name: value for name, value in asdict(told).items() if value})
    return tuple(right)
