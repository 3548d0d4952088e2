# SPDX-License-Identifier: EUPL-1.2
"""Answers to an alert: silent ones are counted, news goes into the thread, and small talk stays with us."""

from dataclasses import replace

from buurtwacht.dialogue.understanding import Call, Response, Understood
from buurtwacht.reports.content import Content
from buurtwacht.reports.models import Entry

from . import answer_words as words
from . import correcting
from .about import About
from .model import Act, Facts, Reply, Said, State, Step, Turned, asking
from .model import told as remembering

Kind = Entry.Kind
SILENT = (Response.SEEN, Response.WATCHING, Response.TWO, Response.CANNOT)
REASONS = {f"close:{reason}": reason for reason in ("police_dealt", "nothing_more", "false_alarm")}


def answer(state: State, said: Said, about: About, facts: Facts) -> Turned:
    """What follows from an answer to this report. A photo with it waits for words, and goes along with them."""
    if about.refusal:
        return _idle(replace(state, report=about.id, photo=False), Reply(about.refusal))
    state = replace(state, report=about.id, photo=state.photo or said.photo)
    turned = _answered(state, said, about, facts)
    if turned.act and turned.act.photo:
        calm = replace(turned.state, photo=False)
        return Turned(calm, words.with_photo(turned.reply, facts.photo_note), turned.act)
    if said.photo and turned.state.photo and turned.state.step is Step.IDLE:
        return replace(turned, reply=words.ask_what_it_shows(turned.reply if turned.act else None))
    return turned


def _answered(state: State, said: Said, about: About, facts: Facts) -> Turned:
    told = said.understood
    if step := _ANSWERED.get(state.step):
        return step(state, said, about, facts)
    for way in (_chosen, _responded, _called):
        if turned := way(state, said, about):
            return turned
    return _news(state, said, about, facts) if told.text or said.location else _help(state, about)


def _chosen(state: State, said: Said, about: About) -> Turned | None:
    for code in said.choices:
        if code in SILENT:
            return _acknowledged(state, code, about)
        if code in {choice.id for choice in about.waits_for}:
            return _idle(state, words.decided(), Act(kind="decide", answer=code.removeprefix("decide:")))
        if code == "police":
            return _idle(state, words.police_noted(), Act(kind="police"))
        if code in REASONS and about.coordinates:
            return _idle(state, words.closed(), Act(kind="close", answer=REASONS[code]))
    return None


def _responded(state: State, said: Said, about: About) -> Turned | None:
    told = said.understood
    if told.response is Response.POLICE:
        return _idle(state, words.police_noted(), Act(kind="police"))
    if told.response is Response.FALSE_ALARM and (about.reported or about.coordinates):
        return asking(replace(state, held=told.text), Step.ENDING, words.ask_ending())
    if told.response is Response.CORRECTION and (about.reported or about.coordinates):
        return correcting.correct(state, said, about.told(), about)
    if told.response is Response.CLOSE and about.coordinates:
        return asking(state, Step.CLOSING, words.ask_closing())
    if about.waits_for and about.coordinates and (told.yes or told.no):
        return asking(state, Step.IDLE, words.ask_decision(about))
    if told.response in SILENT and not told.is_news:
        return _acknowledged(state, told.response, about)
    if told.is_only_yes:
        return _acknowledged(state, Response.SEEN, about)
    return None


def _called(state: State, said: Said, about: About) -> Turned | None:
    told = said.understood
    if told.call is not Call.CALLED:
        return None
    if not about.called:
        content = Content(text=told.words)
        return _idle(state, words.call_noted(about.number), Act(kind="called", content=content))
    if told.words and not told.is_question:
        return _idle(state, words.passed_on(), Act(kind="called", content=Content(text=told.words[:200])))
    return asking(state, Step.CALL_NEWS, words.ask_call_news(about.number))


def _news(state: State, said: Said, about: About, facts: Facts) -> Turned:
    """What somebody sees goes on at once; anything else only when they say that it is about safety."""
    told = said.understood
    remarks = about.remarks(told.text)
    blocking = next((remark for remark in remarks if remark.blocks), None)
    if blocking:
        held = remembering(replace(state, held=blocking.better), blocking)
        return asking(held, Step.SURE, words.not_like_this(blocking))
    if told.is_thanks or not (told.is_news or said.location or told.in_sight):
        held = remembering(replace(state, held=told.text), *remarks[:1])
        return asking(held, Step.SURE, words.only_safety(told.is_thanks, remarks))
    if better := next((remark for remark in remarks if remark.better), None):
        return asking(remembering(replace(state, held=told.text), better), Step.SURE, words.could_be_better(better))
    act = _supplement(told, said, facts, with_words=state.photo)
    act = replace(act, shown=state.shown, photo=state.photo and bool(act.content.text))
    return _idle(state, words.passed_on(), act)


def _supplement(told: Understood, said: Said, facts: Facts, *, with_words: bool) -> Act:
    """A card when it is nothing but a card, else what was seen, with the card in it."""
    persons = () if told.person.traits == bool(told.person.sex) else (told.person,)
    vehicles = () if told.vehicle.is_empty else (told.vehicle,)
    text = told.words or ("" if (persons or vehicles) and not with_words else told.text)
    content = Content(
        text=text[:200],
        place=told.place,
        location=said.location,
        direction="" if told.direction and told.direction.lower() in text.lower() else told.direction,
        seen_at=facts.now,
        persons=persons,
        vehicles=vehicles,
    )
    only_a_card = not (told.behaviours or told.place or told.direction or said.location)
    kind = Kind.VEHICLE if vehicles and only_a_card else Kind.PERSON if persons and only_a_card else Kind.SIGHTING
    return Act(kind="add", entry_kind=str(kind), content=content)


def _sure(state: State, said: Said, about: About, facts: Facts) -> Turned:
    """Words that waited for a yes."""
    calm = replace(state, step=Step.IDLE, held="", options=(), shown=())
    if "send" in said.choices or "adopt" in said.choices or (said.understood.is_only_yes and "send" in state.options):
        text = state.held[:200]
        if "adopt" in said.choices:
            better = next((one.better for one in about.remarks(state.held) if one.better), state.held)
            text = better[:200]
        content = Content(text=text, seen_at=facts.now)
        entry_kind = str(Kind.SIGHTING)
        act = Act(kind="add", entry_kind=entry_kind, content=content, shown=state.shown, photo=state.photo)
        return Turned(calm, words.passed_on(), act)
    if "drop" in said.choices or said.understood.no:
        return Turned(replace(calm, photo=False), words.not_sent())
    return _answered(replace(calm, shown=state.shown), said, about, facts)


def _call_news(state: State, said: Said, about: About, facts: Facts) -> Turned:
    calm, told = replace(state, step=Step.IDLE, options=()), said.understood
    if told.no or told.skip or told.unknown or "drop" in said.choices or told.is_thanks:
        return Turned(calm, words.not_sent())
    if not told.text or told.numbers:
        return asking(state, Step.CALL_NEWS, words.ask_call_news(about.number))
    return Turned(calm, words.passed_on(), Act(kind="called", content=Content(text=told.text[:200])))


def _ending(state: State, said: Said, about: About, facts: Facts) -> Turned:
    calm = replace(state, step=Step.IDLE, options=(), held="")
    if "false_alarm" in said.choices or said.understood.is_only_yes:
        return Turned(calm, words.false_alarm_told(), Act(kind="false_alarm"))
    if "mistake" in said.choices:
        return Turned(calm, words.withdrawn(), Act(kind="withdraw"))
    if "drop" in said.choices or said.understood.no:
        return Turned(calm, words.goes_on())
    return _answered(calm, said, about, facts)


def _closing(state: State, said: Said, about: About, facts: Facts) -> Turned:
    calm = replace(state, step=Step.IDLE, options=())
    if "drop" in said.choices or said.understood.no:
        return Turned(calm, words.goes_on())
    return _answered(calm, said, about, facts)


def _corrected(state: State, said: Said, about: About, facts: Facts) -> Turned:
    calm = replace(state, step=Step.IDLE, options=(), content=Content())
    return correcting.answered(state, said, about) or _answered(calm, said, about, facts)


_ANSWERED = {
    Step.SURE: _sure,
    Step.CALL_NEWS: _call_news,
    Step.ENDING: _ending,
    Step.CLOSING: _closing,
    Step.CORRECT: _corrected,
    Step.CORRECTED: _corrected,
}


def _acknowledged(state: State, response: str, about: About) -> Turned:
    return _idle(state, words.acknowledged(response, about), Act(kind="acknowledge", answer=str(response)))


def _help(state: State, about: About) -> Turned:
    return _idle(state, words.what_to_answer(about))


def _idle(state: State, reply: Reply, act: Act | None = None) -> Turned:
    return asking(replace(state, held="", shown=()), Step.IDLE, reply, act)
