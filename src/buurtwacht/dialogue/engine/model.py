# SPDX-License-Identifier: EUPL-1.2
"""Where a conversation stands, what came in, and what goes out. Plain values: the same in, the same out."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import Any, Self

from buurtwacht.dialogue.understanding import Understood
from buurtwacht.reports.content import Content, Location


class Step(StrEnum):
    """What was asked last."""

    IDLE = "idle"
    GROUP = "group"  # in which of their groups
    CALL = "call"
    WHAT = "what"
    WHERE = "where"
    SIGHT = "sight"
    ELSEWHERE = "elsewhere"  # it is over, or no emergency here: another way than an alert
    NEIGHBOUR = "neighbour"  # is it what a neighbour told already?
    PREVIEW = "preview"
    CHANGE = "change"
    MORE = "more"  # what more is to be told
    WHICH = "which"  # about which report
    CALL_NEWS = "call_news"  # what was new in a second call
    SURE = "sure"  # words that are not sent on without a yes
    ENDING = "ending"  # a false alarm or a mistake
    CLOSING = "closing"  # why it ends
    CORRECT = "correct"  # what is right
    CORRECTED = "corrected"  # a correction that waits for a yes


TELLING = (
    *(Step.CALL, Step.WHAT, Step.WHERE, Step.SIGHT, Step.ELSEWHERE, Step.NEIGHBOUR),
    *(Step.PREVIEW, Step.CHANGE, Step.MORE),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose from: a code, and the few words on a button."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What we say next. What can be missed is not said where each message costs money."""

    text: str
    choices: tuple[Choice, ...] = ()
    can_be_missed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something that is to happen. `kind` names it; who carries it out knows how."""

    kind: str
    answer: str = ""
    entry_kind: str = ""
    content: Content = field(default_factory=Content)
    report: str = ""
    shown: tuple[str, ...] = ()  # what the wording check said about it before
    photo: bool = False  # the photo that waits goes along


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Where a conversation stands. It is kept, encrypted, between one message and the next."""

    step: Step = Step.IDLE
    draft_id: str = ""  # becomes the id of the report, so that sharing twice shares once
    content: Content = field(default_factory=Content)
    in_doubt: bool = False
    insists: bool = False  # says that it is about safety now, though the group calls such signs no emergency
    apart: tuple[str, ...] = ()  # reports nearby that are about something else
    asked: int = 0  # questions after the call
    options: tuple[str, ...] = ()  # the codes of the answers that were offered last, in their order
    held: str = ""  # words that wait for an answer
    report: str = ""  # the report that this is about
    advised: bool = False  # friendly advice was shown: it is shown once
    shown: tuple[str, ...] = ()  # the reasons of the wording check that were said about what is told now
    photo: bool = False
    warned: bool = False  # was told to call because of danger

    @property
    def tells(self) -> bool:
        """Is somebody in the middle of telling something that was not shared?"""
        return self.step in TELLING

    def to_json(self) -> dict[str, Any]:
        plain = {key: value for key, value in asdict(self).items() if value}
        return plain | {"content": self.content.to_json()}

    @classmethod
    def from_json(cls, data: dict[str, Any] | None) -> Self:
        known = {key: value for key, value in (data or {}).items() if key in cls.__dataclass_fields__}
        known["content"] = Content.from_json(known.get("content"))
        known["step"] = Step(known["step"]) if known.get("step") in list(Step) else Step.IDLE
        for name in ("apart", "options", "shown"):
            known[name] = tuple(known.get(name, ()))
        return cls(**known)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One message that came in, understood. `choices` are the codes that were chosen, by button or by number."""

    understood: Understood = field(default_factory=Understood)
    choices: tuple[str, ...] = ()
    location: Location | None = None
    photo: bool = False
    photo_problem: str = ""  # why a photo could not be taken, in a sentence
    cannot_hear: bool = False  # a voice message, a film or a file


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """What a neighbour told already."""

    id: str
    words: str
    clock: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One remark of the wording check about one field."""

    field: str
    why: str
    better: str  # the whole field with the better words; empty when there are none
    blocks: bool
    reason: str = ""  # as the wording command names it


def numbered(numbers: Sequence[int], options: Sequence[str]) -> tuple[str, ...]:
    """The answers that were chosen by their number. One number that was not offered makes the whole message unclear.

    Who writes "1,2" where only "1. I have called" stands did not say that they called.
    """
    known = all(0 < number <= len(options) for number in numbers)
    return tuple(options[number - 1] for number in numbers) if known else ()


def nobody(state: State) -> Near | None:
    return None


def nothing(state: State) -> Sequence[Remark]:
    return ()


def always_an_emergency(content: Content) -> bool:
    return False


def plain_preview(state: State) -> str:
    return " ".join(part for part in (state.content.text, state.content.place) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What must be known to go on. The functions read; they change nothing."""

    number: str
    now: datetime
    zone: tzinfo
    doubt: bool = False
    street: str = ""  # of who speaks
    neighbour: Callable[[State], Near | None] = nobody
    remarks: Callable[[State], Sequence[Remark]] = nothing
    preview: Callable[[State], str] = plain_preview
    share_words: Callable[[State], str] = lambda state: ""
    routes: str = ""  # the other ways, for what is over and for what is no emergency here
    no_emergency: Callable[[Content], bool] = always_an_emergency
    photo_note: str = ""
    script: Callable[[State], str] = lambda state: ""


@dataclass(frozen=True, slots=True)
class Turned:
    """What follows from one message."""

    state: State
    reply: Reply
    act: Act | None = None


def told(state: State, *remarks: Remark) -> State:
    """Remember which remarks were said, to count what comes of them; the words themselves are not kept for it."""
    reasons = {remark.reason for remark in remarks if remark.reason}
    return replace(state, shown=tuple(sorted({*state.shown, *reasons})))


def asking(state: State, step: Step, reply: Reply, act: Act | None = None) -> Turned:
    """Ask this, and remember which answers were offered."""
    return Turned(replace(state, step=step, options=tuple(choice.id for choice in reply.choices)), reply, act)
