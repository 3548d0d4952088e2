# SPDX-License-Identifier: EUPL-1.2
"""How the head of a message looks in one file. A file comes from one telephone, so it has one layout.

There is no description of the format. The layouts here are those that telephones were seen to write: in brackets on an
iPhone, with a dash on Android; numbers, separators, twelve or twenty-four hours and the word between date and time as
the language and the region of the telephone have it.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from .marks import MARK, MARKS, SPACE
from .refusals import Reason, Refused

ENOUGH_HEADS = 200
FIELDS = 4  # what `Layout.head` splits into: date, time, author, body
_BEFORE = "(?:上午|下午|午前|午後|오전|오후)"
_AFTER = rf"(?:[AaPp]\.?{SPACE}?[Mm]\.?|[صم]|[πμ]\.?μ\.?|ÖÖ|ÖS|vorm\.|nachm\.|ap\.|ip\.|fm|em|Uhr|uur|ч\.)"
_BETWEEN = rf"{MARK}[./-]{SPACE}?{MARK}"
_DATE = (
    rf"(?:{MARK}\d{{1,4}}{_BETWEEN}\d{{1,2}}{_BETWEEN}\d{{1,4}}(?:\.|{SPACE}г\.)?"
    rf"|\d{{4}}[년年]{SPACE}?\d{{1,2}}[월月]{SPACE}?\d{{1,2}}[일日])"
)
_JOIN = rf"{MARK}[,،]?{MARK}{SPACE}+{MARK}(?:(?!{_BEFORE})[^\W\d_]{{1,6}}\.?{SPACE}+){{0,2}}"
_COLON = rf"(?:[:.]|{SPACE}?h{SPACE}?)"
_TIME = rf"(?:{_BEFORE}{SPACE}?)?\d{{1,2}}{_COLON}\d{{2}}(?:{_COLON}\d{{2}})?{MARK}(?:{SPACE}*{_AFTER})?{MARK}"
_CLOSE = rf"\]{SPACE}?|{SPACE}[-–]{SPACE}|[:,]{SPACE}|{SPACE}(?=[^:\n]{{1,60}}:{SPACE})"  # the last two: long ago
_HEAD = re.compile(rf"{MARK}(\[?)({_DATE})({_JOIN})({_TIME})({_CLOSE})")

# Up to the first colon with a space behind it: names may hold a colon without one.
_AUTHOR = r"(?:([^:\n]++(?::[^ \n][^:\n]*+)*+):(?: |(?=\n)|\Z))?"
_PIECE = re.compile(rf"(\d+)|({SPACE}+)|([{MARKS}]+)|({_BEFORE}|{_AFTER})|(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of one file. `head` splits a text that starts with a newline into date, time, author and body."""

    head: re.Pattern[str]
    sample: tuple[str, str, str, str, str]  # bracket, date, what joins, time, what closes

    def words(self, date: str, time: str, author: str | None) -> str:
        """The head as it stood in the file, for a line that turned out to be no head at all."""
        before, _date, join, _time, after = self.sample
        return f"{before}{date}{join}{time}{after}" + (f"{author}: " if author is not None else "")


def layout_of(lines: Iterable[str]) -> Layout:
    """The layout that most heads among these lines have. Raises `Refused` when there is none."""
    seen: Counter[str] = Counter()
    samples: dict[str, tuple[str, str, str, str, str]] = {}
    for line in lines:
        found = _HEAD.match(line)
        if found is None or bool(found[1]) != found[5].startswith("]"):
            continue
        pattern = _pattern(found)
        seen[pattern] += 1
        samples.setdefault(pattern, (found[1], found[2], found[3], found[4], found[5]))
        if seen.total() >= ENOUGH_HEADS:
            break
    if not seen:
        raise Refused(Reason.NO_CHAT)
    best = seen.most_common(1)[0][0]
    return Layout(re.compile(best + _AUTHOR), samples[best])


def _pattern(found: re.Match[str]) -> str:
    before, date, join, time, after = (_like(part) for part in found.groups())
    return rf"\n{MARK}{before}({date}){join}({time}){after}"


def _like(sample: str) -> str:
    """A pattern for everything that looks like this sample: other numbers, other spaces, the other half of the day."""
    return "".join(_like_piece(piece) for piece in _PIECE.finditer(sample))


def _like_piece(piece: re.Match[str]) -> str:
    digits, spaces, marks, half, other = piece.groups()
    if digits:
        return r"\d{4}" if len(digits) > 2 else r"\d\d?"
    if spaces:
        return f"{SPACE}+"
    if marks:
        return MARK
    if half:
        return _BEFORE if re.match(_BEFORE, half) else _AFTER
    return re.escape(other)
