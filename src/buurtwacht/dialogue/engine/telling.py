# SPDX-License-Identifier: EUPL-1.2
"""Telling what one sees, in the order of SAAR: call first, then as few questions as possible, then share."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from buurtwacht.dialogue.understanding import Call, Command
from buurtwacht.reports import rules
from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Behaviour, Report

from . import words
from .another_way import another_way, heard_about_it
from .model import Act, Facts, Remark, Reply, Said, State, Step, Turned, asking
from .model import told as remembering
from .taking_in import Card, taken_in

MOST_QUESTIONS = 3  # after these we offer to share what there is: nobody who is frightened is held up


def tell(state: State, said: Said, facts: Facts) -> Turned:
    """Take in what was said, and ask the first thing that is still missing."""
    told = said.understood
    if told.command in (Command.STOP, Command.LEAVE, Command.CANCEL) or "cancel" in said.choices:
        return Turned(State(report=state.report), words.cancelled(facts.number))
    if state.step is Step.PREVIEW and ("share" in said.choices or told.command is Command.SHARE):
        return Turned(state, Reply(""), Act(kind="share"))
    if state.step is Step.PREVIEW and told.is_only_yes and "share" in state.options:
        return Turned(state, Reply(""), Act(kind="share"))
    if state.step is Step.PREVIEW and told.no and told.says_nothing_new and not (told.words or told.call):
        return Turned(State(report=state.report), words.cancelled(facts.number))
    if state.step is Step.NEIGHBOUR and ("same" in said.choices or told.is_only_yes):
        return Turned(state, Reply(""), Act(kind="join", report=state.held))
    if state.step is Step.ELSEWHERE:
        heard = heard_about_it(state, said)
        if heard is None:
            return Turned(State(report=state.report), words.cancelled(facts.number))
        state = heard
    if detour := _detour(state, said, facts):
        return detour
    before, state = state, taken_in(_adopted(state, said, facts), said, facts)
    return next_question(_apart(state, said), said, facts, before)


def next_question(state: State, said: Said, facts: Facts, before: State | None = None) -> Turned:
    """The first thing that is still missing; when nothing is, the message as neighbours will read it."""
    before, content = before or state, state.content
    if turned := another_way(state, facts):
        return turned
    if content.called_at is None and not state.in_doubt:
        return _ask_to_call(state, said, facts, before)
    state = _filled(state, facts) if state.asked >= MOST_QUESTIONS else _not_known(state, before, said, facts)
    content = state.content
    again = before.step if before.step in (Step.WHAT, Step.WHERE, Step.SIGHT) else None
    if not rules.says_what_happens(content):
        return _ask(state, Step.WHAT, words.ask_what(again=again is Step.WHAT, photo=state.photo))
    if not rules.says_where(content):
        return _ask(state, Step.WHERE, words.ask_where(again=again is Step.WHERE))
    if not content.in_sight:
        if state.asked:
            return _ask(state, Step.SIGHT, words.ask_sight(again=again is Step.SIGHT))
        state = replace(state, content=replace(content, in_sight=Report.InSight.NOW))
    if content.in_sight == Report.InSight.GONE:
        return asking(state, Step.ELSEWHERE, words.elsewhere(facts.routes))
    if near := facts.neighbour(state):
        return asking(replace(state, held=near.id), Step.NEIGHBOUR, words.neighbour_told(near, facts.number))
    return show(state, facts)


def show(state: State, facts: Facts, sentence: str = "") -> Turned:
    """The message as neighbours will read it, with what could be better about it."""
    remarks = facts.remarks(state)
    remark = _worth_showing(remarks, state)
    state = replace(remembering(state, *([remark] if remark else [])), advised=state.advised or remark is not None)
    reply = words.preview(
        facts.preview(state), facts.share_words(state), remark, sentence, facts.photo_note * state.photo
    )
    return asking(state, Step.PREVIEW, reply, Act(kind="calling"))


def _detour(state: State, said: Said, facts: Facts) -> Turned | None:
    """Buttons of the preview that lead to another question first."""
    told = said.understood
    if state.step not in (Step.PREVIEW, Step.CHANGE, Step.MORE):
        return None
    if "more" in said.choices:
        return asking(state, Step.MORE, words.ask_more())
    if "change" in said.choices or told.command is Command.CHANGE:
        return asking(state, Step.CHANGE, words.ask_what_to_change())
    cleared = next((code for code in said.choices if code in _CLEARED), None)
    if cleared is None:
        return None
    state = replace(state, content=_CLEARED[cleared](state.content), asked=1, step=Step.CHANGE)
    return next_question(state, said, facts)


_CLEARED: dict[str, Callable[[Content], Content]] = {
    "change:what": lambda content: replace(content, text="", behaviours=()),
    "change:where": lambda content: replace(content, place="", location=None),
    "change:sight": lambda content: replace(content, in_sight=""),
    "change:looks": lambda content: replace(content, persons=(), vehicles=()),
}


def _ask(state: State, step: Step, reply: Reply) -> Turned:
    return asking(replace(state, asked=state.asked + 1), step, reply)


def _ask_to_call(state: State, said: Said, facts: Facts, before: State) -> Turned:
    """The first question of all. Danger leaves no other answers than having called."""
    told = said.understood
    if state.content.danger:
        reply = words.danger(facts.number, facts.script(state))
    elif told.call is Call.NOT_YET or {"not_called", "safety"} & {*said.choices} or _refuses(before, said):
        reply = words.call_now(facts.number, facts.script(state))
    else:
        reply = words.ask_called(facts.number, doubt=facts.doubt, again=before.step is Step.CALL)
    act = Act(kind="calling") if rules.says_where(state.content) else None
    return asking(replace(state, warned=bool(state.content.danger)), Step.CALL, reply, act)


def _refuses(before: State, said: Said) -> bool:
    return before.step is Step.CALL and said.understood.no


def _filled(state: State, facts: Facts) -> State:
    """Three questions were enough: what is still missing is said to be unknown."""
    return _without_sight(_without_where(_without_what(state, facts), facts), facts)


def _not_known(state: State, before: State, said: Said, facts: Facts) -> State:
    """Who does not know the answer is not asked twice."""
    told = said.understood
    if (told.unknown or told.skip) and before.step in _UNKNOWN:
        return _UNKNOWN[before.step](state, facts)
    return state


def _without_what(state: State, facts: Facts) -> State:
    if rules.says_what_happens(state.content):
        return state
    content = replace(state.content, behaviours=(Behaviour.OTHER.value,), text=words.something_is_wrong())
    return replace(state, content=content)


def _without_where(state: State, facts: Facts) -> State:
    place = "" if rules.says_where(state.content) else words.somewhere(facts.street)
    return replace(state, content=replace(state.content, place=place or state.content.place))


def _without_sight(state: State, facts: Facts) -> State:
    return replace(state, content=replace(state.content, in_sight=state.content.in_sight or Report.InSight.NOW))


_UNKNOWN: dict[Step, Callable[[State, Facts], State]] = {
    Step.WHAT: _without_what,
    Step.WHERE: _without_where,
    Step.SIGHT: _without_sight,
}


def _apart(state: State, said: Said) -> State:
    """What the neighbour told is something else; or it is going on now after all."""
    content = state.content
    if state.step is Step.NEIGHBOUR and state.held and _says_apart(said):
        return replace(state, apart=(*state.apart, state.held), held="")
    if state.step is Step.ELSEWHERE and ("sight:now" in said.choices or said.understood.in_sight == "now"):
        return replace(state, content=replace(content, in_sight=Report.InSight.NOW))
    return state


def _says_apart(said: Said) -> bool:
    """It is something else; who does not know is told twice rather than never."""
    return "different" in said.choices or said.understood.no or said.understood.unknown


def _adopted(state: State, said: Said, facts: Facts) -> State:
    """With the better words in the place of what was written."""
    if "adopt" not in said.choices:
        return state
    remark = next((one for one in facts.remarks(state) if one.better), None)
    return replace(state, content=with_field(state.content, remark.field, remark.better)) if remark else state


def with_field(content: Content, field: str, better: str) -> Content:
    """The content with another text in one of its fields, which are named as in the form."""
    if field in _OWN_WORDS:
        own: dict[str, Any] = {_OWN_WORDS[field]: better}
        return replace(content, **own)
    kind, number, name = field.split("-", 2)
    told: dict[str, Any] = {name: better}
    if kind == "person":
        return replace(content, persons=_changed(content.persons, int(number), told))
    return replace(content, vehicles=_changed(content.vehicles, int(number), told))


_OWN_WORDS = {"words": "text", "supposed": "supposed", "place": "place"}


def _changed(cards: tuple[Card, ...], number: int, told: dict[str, Any]) -> tuple[Card, ...]:
    return tuple(replace(card, **told) if at == number else card for at, card in enumerate(cards))


def _worth_showing(remarks: Sequence[Remark], state: State) -> Remark | None:
    """What must change, always; other advice once."""
    blocking = next((one for one in remarks if one.blocks), None)
    return blocking or (None if state.advised else next(iter(remarks), None))
