# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from buurtwacht.reports.content import Content

from .model import Choice, Remark


def no_remarks(text: str) -> Sequence[Remark]:
    return ()


def plainly(content: Content) -> str:
    return " ".join(part for part in (content.text, content.place) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The report that an answer is about, as who answers may know it."""

    id: str
    words: str  # headline and place
    clock: str  # when it was shared
    number: str
    called: bool
    refusal: str = ""  # why nothing more can be said, when it has ended
    police_there: bool = False
    coordinates: bool = False
    reported: bool = False  # it is their own
    waits_for: tuple[Choice, ...] = ()  # what the coordinator can answer to who waits for one
    remarks: Callable[[str], Sequence[Remark]] = no_remarks
    told: Callable[[], Content] = Content  # what stands there now
    preview: Callable[[Content], str] = plainly  # how neighbours would read that
