# SPDX-License-Identifier: EUPL-1.2
"""What can be understood from a few typed words."""

from dataclasses import dataclass, field
from enum import StrEnum

from buurtwacht.reports.content import PersonCard, VehicleCard


class Command(StrEnum):
    """Words that are about the conversation itself."""

    LEAVE = "leave"  # no messages on this channel any more
    STOP = "stop"  # the same, but in the middle of telling something it first ends that
    CANCEL = "cancel"  # ends the telling only
    RETURN = "return"  # messages again
    REPORT = "report"  # something new
    SHARE = "share"
    CHANGE = "change"
    HELP = "help"


class Call(StrEnum):
    """What was said about calling the police. Only `CALLED` opens the way to the neighbours."""

    CALLED = "called"
    NOT_YET = "not_called"
    DOUBT = "doubt"


class Response(StrEnum):
    """Short answers to an alert."""

    SEEN = "seen"
    WATCHING = "watching"
    TWO = "two"
    CANNOT = "cannot"
    POLICE = "police"
    FALSE_ALARM = "false_alarm"
    CLOSE = "close"
    CORRECTION = "correction"  # what stands behind its first words is in the rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """Everything that a message may say at once. What was not said is empty."""

    text: str = ""  # as it was typed, without what nobody sees
    words: str = ""  # what is left of it: neither about the call, nor a place, nor how somebody looks
    numbers: tuple[int, ...] = ()  # choices, when the message is nothing but numbers
    command: Command | None = None
    yes: bool = False
    is_only_yes: bool = False  # the whole message is a yes: "ja, straks" is not
    affirms: bool = False  # the whole message says "that is so", and not only "all right"
    is_only_a_clock: bool = False
    no: bool = False
    unknown: bool = False
    skip: bool = False
    call: Call | None = None
    clock: str = ""  # "21:14", when a time was said with the call
    behaviours: tuple[str, ...] = ()
    place: str = ""
    direction: str = ""
    in_sight: str = ""
    danger: str = ""
    person: PersonCard = field(default_factory=PersonCard)
    vehicle: VehicleCard = field(default_factory=VehicleCard)
    response: Response | None = None
    is_thanks: bool = False
    is_greeting: bool = False
    is_question: bool = False

    @property
    def describes(self) -> bool:
        """Does it say how somebody or something looks?"""
        return not (self.person.is_empty and self.vehicle.is_empty)

    @property
    def says_nothing_new(self) -> bool:
        """Is it only an answer, a command or small talk?"""
        if self.is_news:
            return False
        answers = (
            self.numbers,
            self.command,
            self.yes,
            self.no,
            self.unknown,
            self.skip,
            self.call,
            self.is_only_a_clock,
        )
        return (
            any(answers)
            or self.response not in (None, Response.CORRECTION)
            or self.is_thanks
            or self.is_greeting
            or bool(self.in_sight)
        )

    @property
    def is_news(self) -> bool:
        """Is there something in it that neighbours can use?"""
        return bool(self.behaviours or self.place or self.direction or self.danger or self.describes)

    @property
    def says_a_report(self) -> bool:
        """Is it a report by itself: what happens, and where; or danger?"""
        return bool(self.danger or (self.behaviours and self.place))
