# SPDX-License-Identifier: EUPL-1.2
"""Putting what somebody said where it belongs in the draft. Nothing that was said gets lost."""

from dataclasses import fields, replace
from datetime import datetime, tzinfo
from typing import TypeVar

from buurtwacht.dialogue.understanding import Call, Understood
from buurtwacht.dialogue.understanding.places import is_only_a_number
from buurtwacht.reports.choices import Danger
from buurtwacht.reports.content import Content, PersonCard, VehicleCard
from buurtwacht.reports.models import Behaviour, Report
from buurtwacht.reports.moments import moment_from

from .model import Facts, Said, State, Step

Card = TypeVar("Card", PersonCard, VehicleCard)
LONGEST_TEXT, LONGEST_PLACE = 600, 120
SIGHTS = {f"sight:{one.value}": one.value for one in Report.InSight}
SIGNS = {f"sign:{one.value}": one.value for one in Behaviour}


def taken_in(state: State, said: Said, facts: Facts) -> State:
    """The state with everything in it that this message says."""
    state = _chosen(state, said, facts)
    state = _called(state, said, facts)
    told, content = said.understood, state.content
    content = replace(
        content,
        behaviours=tuple(dict.fromkeys((*content.behaviours, *told.behaviours))),
        in_sight=_sight(state, said) or content.in_sight,
        danger=_danger(content.danger, told.danger),
        direction=told.direction or content.direction,
        location=said.location or content.location,
        place=_place(state, told, facts) or ("" if said.location else content.place),
    )
    content = _with_looks(content, told)
    return replace(state, content=_with_words(state, content, told), photo=state.photo or said.photo)


def moment_said(clock: str, now: datetime, zone: tzinfo) -> datetime:
    """The moment that somebody means by "21:14", or by "kwart over 9" in the evening."""
    moment = moment_from(clock, now, zone)
    if moment.was_adjusted and clock and int(clock[:2]) < 12:
        later = moment_from(f"{int(clock[:2]) + 12}{clock[2:]}", now, zone)
        return later.at if not later.was_adjusted else moment.at
    return moment.at


def _chosen(state: State, said: Said, facts: Facts) -> State:
    content = state.content
    signs = tuple(SIGNS[choice] for choice in said.choices if choice in SIGNS)
    sights = [SIGHTS[choice] for choice in said.choices if choice in SIGHTS]
    content = replace(
        content,
        behaviours=tuple(dict.fromkeys((*content.behaviours, *signs))),
        in_sight=sights[-1] if sights else content.in_sight,
    )
    doubts = "doubt" in said.choices and facts.doubt and content.called_at is None
    return replace(state, content=content, in_doubt=state.in_doubt or doubts)


def _called(state: State, said: Said, facts: Facts) -> State:
    """Only what says without doubt that somebody called opens the way to the neighbours."""
    told, asked = said.understood, state.step is Step.CALL
    if state.content.called_at:
        return state
    denied = told.call in (Call.NOT_YET, Call.DOUBT)
    claimed = told.call is Call.CALLED or said.choices == ("called",)
    if claimed or (asked and not denied and (told.affirms or told.is_only_a_clock)):
        at = moment_said(told.clock, facts.now, facts.zone)
        return replace(state, content=replace(state.content, called_at=at), in_doubt=False)
    if facts.doubt and told.call is Call.DOUBT and asked:
        return replace(state, in_doubt=True)
    return state


def _sight(state: State, said: Said) -> str:
    told = said.understood
    if told.in_sight:
        return told.in_sight
    if state.step is not Step.SIGHT:
        return ""
    if told.yes:
        return Report.InSight.NOW
    return Report.InSight.JUST_GONE if told.no else ""


def _danger(before: str, told: str) -> str:
    return Danger.BOTH.value if before and told and before != told else told or before


def _place(state: State, told: Understood, facts: Facts) -> str:
    if told.place:
        on = f"{facts.street}, {told.place}" if facts.street and is_only_a_number(told.place) else told.place
        return on if state.step in (Step.WHERE, Step.CHANGE) or not state.content.place else state.content.place
    answered = state.step is Step.WHERE and not state.content.place and not told.says_nothing_new
    return told.text[:LONGEST_PLACE] if answered and not told.behaviours else state.content.place


def _with_looks(content: Content, told: Understood) -> Content:
    person = _merged(content.persons[0] if content.persons else PersonCard(), told.person)
    vehicle = _merged(content.vehicles[0] if content.vehicles else VehicleCard(), told.vehicle)
    return replace(
        content,
        persons=content.persons if person.is_empty else (person, *content.persons[1:]),
        vehicles=content.vehicles if vehicle.is_empty else (vehicle, *content.vehicles[1:]),
    )


def _merged(card: Card, told: Card) -> Card:
    """What was said before stays; what is new is added."""
    new = {field.name: getattr(told, field.name) for field in fields(told) if not getattr(card, field.name)}
    return replace(card, **new)


def _with_words(state: State, content: Content, told: Understood) -> Content:
    words = told.words
    is_place = state.step is Step.WHERE and content.place == told.text[:LONGEST_PLACE]
    if not words or told.says_nothing_new or is_place or words in content.text:
        return content
    text = f"{content.text.rstrip('.')}. {words}" if content.text else words
    return replace(content, text=text[:LONGEST_TEXT])
