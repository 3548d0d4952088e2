# SPDX-License-Identifier: EUPL-1.2
"""Whatever is said in whatever order: nobody gets past the call, and what was told is not lost."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from buurtwacht.dialogue.engine import Facts, Near, Said, State, Step, tell
from buurtwacht.dialogue.engine.about import About
from buurtwacht.dialogue.engine.answering import answer
from buurtwacht.dialogue.engine.model import numbered
from buurtwacht.dialogue.understanding import understand
from buurtwacht.reports.content import Location
from buurtwacht.reports.rules import says_what_happens, says_where

NOW = datetime(2026, 11, 22, 20, 20, tzinfo=UTC)
TYPED = (
    *(
        "nee",
        "2",
        "3",
        "1,2",
        "weet niet",
        "overslaan",
        "delen",
        "ja straks",
        "ja delen",
        "👍",
        "",
        "?",
        "ok",
        "is goed",
    ),
    *("man voelt aan deuren", "Merelweg 12", "ik zie em", "net weg", "gisteren", "donkere jas", "kenteken V-38-XB"),
    *("nog niet gebeld", "iemand heeft vast gebeld", "112 bellen?", "ik bel nu", "ik twijfel", "mes", "veranderen"),
    *("bedankt", "melding", "help", "wat een gedoe", "21u14x", "politie is er", "vals alarm"),
)
CALLS = ("ja", "j", "1", "112 gebeld", "ja gebeld", "gebeld 21:14")
ANYTHING = st.text(max_size=20)
NO_YES = st.text(alphabet="bcdfgkl 23?!", max_size=20)
CODES = (
    *("not_called", "share", "more", "change", "change:what", "change:where", "change:sight", "change:looks", "adopt"),
    *(
        "sign:hides",
        "sign:nonsense",
        "sight:now",
        "sight:just_gone",
        "sight:gone",
        "same",
        "different",
        "send",
        "group:x",
    ),
)
NEIGHBOUR = Near(id="01900000-0000-7000-8000-000000000001", words="Iets", clock="21:10")


def near(state: State) -> Near | None:
    return None if NEIGHBOUR.id in state.apart else NEIGHBOUR


def facts(*, doubt: bool = False, neighbour: bool = False) -> Facts:
    told = {"neighbour": near} if neighbour else {}
    return Facts(number="112", now=NOW, zone=ZoneInfo("Europe/Amsterdam"), doubt=doubt, street="Merelweg", **told)


@st.composite
def messages(draw, typed=(*TYPED, *CALLS), codes=(*CODES, "called", "doubt", "cancel"), free=ANYTHING):
    text = draw(st.one_of(st.sampled_from(typed), free))
    choices = tuple(draw(st.lists(st.sampled_from(codes), max_size=2)))
    location = draw(st.sampled_from((None, None, Location(52.0, 5.6))))
    return text, choices, location, draw(st.booleans())


def said(state: State, message) -> Said:
    text, choices, location, photo = message
    told = understand(text, "nl", ("Merelweg",))
    by_number = numbered(told.numbers, state.options)
    return Said(understood=told, choices=choices or by_number, location=location, photo=photo)


def talk(talked, known):
    """Every turn of a conversation, with the state before it."""
    state = State(draft_id="01900000-0000-7000-8000-000000000000")
    for message in talked:
        turned = tell(state, said(state, message), known)
        yield state, turned
        state = State.from_json(turned.state.to_json())
        assert state == turned.state, "what is kept is what there was"
        if not state.draft_id:
            return


def test_a_number_that_was_not_offered_is_no_call():
    refused = [("nee", (), None, False)] * 2
    turns = [turned for _before, turned in talk([*refused, ("1,2", (), None, False)], facts())]

    assert turns[1].state.options == ("called",), "only the call is left to choose"
    assert (turns[2].state.step, turns[2].state.content.called_at) == (Step.CALL, None)


@given(st.lists(messages(typed=TYPED, codes=CODES, free=NO_YES), max_size=14), st.booleans())
@settings(max_examples=60, deadline=None)
def test_without_a_call_nothing_is_ever_shared(talked, neighbour):
    for _before, turned in talk(talked, facts(neighbour=neighbour)):
        assert turned.act is None or turned.act.kind != "share"
        assert turned.state.content.called_at is None
        assert not turned.state.in_doubt


@given(st.lists(messages(), max_size=14), st.booleans(), st.booleans())
@settings(max_examples=60, deadline=None)
def test_what_is_shared_is_complete_and_was_shown(talked, doubt, neighbour):
    for before, turned in talk(talked, facts(doubt=doubt, neighbour=neighbour)):
        if turned.act and turned.act.kind == "share":
            content = turned.state.content
            assert content.called_at or (doubt and turned.state.in_doubt)
            assert says_what_happens(content)
            assert says_where(content)
            assert content.in_sight in ("now", "just_gone")
            assert before.step is Step.PREVIEW
        if turned.state.in_doubt:
            assert doubt


@given(
    st.lists(
        messages(codes=tuple(code for code in CODES if not code.startswith("change:") and code != "adopt")), max_size=12
    )
)
@settings(max_examples=60, deadline=None)
def test_what_was_told_is_not_lost(talked):
    for before, turned in talk(talked, facts()):
        now = turned.state
        if not now.draft_id:
            return
        assert now.draft_id == before.draft_id
        if before.step is Step.CHANGE:
            continue  # what they clear themselves, by its number
        assert set(before.content.behaviours) <= set(now.content.behaviours)
        assert before.content.text in now.content.text
        assert bool(now.content.place or now.content.location) >= bool(before.content.place or before.content.location)
        assert len(now.content.persons) >= len(before.content.persons)
        assert len(now.content.vehicles) >= len(before.content.vehicles)
        assert turned.reply.text or turned.act


@given(st.lists(messages(), max_size=10), st.booleans(), st.booleans(), st.booleans())
@settings(max_examples=40, deadline=None)
def test_any_answer_to_an_alert_gets_an_answer(talked, called, coordinates, reported):
    about = About(
        id=NEIGHBOUR.id, words="Iets", clock="21:10", number="112", called=called, coordinates=coordinates,
        reported=reported,
    )  # fmt: skip
    state = State()
    for message in talked:
        turned = answer(state, said(state, message), about, facts())
        assert turned.reply.text
        if turned.act:
            assert turned.act.kind not in ("close", "decide") or coordinates
            assert turned.act.kind not in ("false_alarm", "withdraw") or reported or coordinates
        state = turned.state
