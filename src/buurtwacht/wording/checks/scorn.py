# SPDX-License-Identifier: EUPL-1.2
"""A group of people and a bad word in one sentence, in no listed order: "Echt smerig volk, die Walen".

A hard word is stopped. A word that is only bad counts where somebody says what they think, and may be sent anyhow.
"""

from collections.abc import Iterator

from buurtwacht.wording.advice import Advice, remark
from buurtwacht.wording.message import WrittenText
from buurtwacht.wording.reasons import Reason

from .hate import is_in_sight, is_meant, is_own

_NEAR = 9  # words between the two
_WANTING = 3  # words, in which what is wanting is named
_MOST_WORDS = 30  # in the whole text: longer ones tell something
_SHORT = 12  # words, in which all is about the same people


def scorn(message: WrittenText) -> Iterator[Advice]:
    if message.says("past") or message.is_report or len(message.tokens) > _MOST_WORDS:
        return
    groups = list(_groups(message))
    if not groups:
        return
    wanting = next(_wanting(message, groups), None) if _is_opinion(message) else None
    fine = {at for _, start, end in message.matches("foul_fine") for at in range(start, end)}
    for blocks, section in ((True, "foul"), (False, "sour")):
        if not blocks and not _is_opinion(message):
            return
        bad = [at for _, at, _ in message.matches(section) if at not in fine]
        found = next(_pairs(message, groups, bad), None) or (None if blocks else wanting)
        if found:
            first, last = message.tokens[found[0]], message.tokens[found[1]]
            yield remark(Reason.DISCRIMINATION, message.text, first.start, last.end, blocks=blocks)
            return


def _wanting(message: WrittenText, groups: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is good, and said not to be there: "Syriërs zijn niet welkom", "vrouwen zijn minder slim"."""
    for start, end in groups:
        behind = list(message.after(end, _NEAR))
        for at, token in enumerate(behind):
            denied = message.has("denial", token) and not message.has("hedge", token)
            section = "good" if denied else "lessened" if message.has("less", token) else ""
            near = behind[at + 1 : at + 1 + _WANTING]
            named = section and any(message.has(one, word) for word in near for one in {section, "good"})
            if named and is_own(message, start, end) and not is_in_sight(message, start, end):
                yield start, end + at


def _is_opinion(message: WrittenText) -> bool:
    seen_now = message.tells_call or message.tells_place or any(token.is_number for token in message.tokens)
    return message.says("opinion") and not (seen_now or message.says("kept_fair") or message.says("praise"))


def _groups(message: WrittenText) -> Iterator[tuple[int, int]]:
    for _, start, end in message.matches("any_group"):
        yield start, end
    for _, start, end in message.matches("one_of_group"):
        if message.has("each", message.word(start - 1)):
            yield start, end


def _pairs(message: WrittenText, groups: list[tuple[int, int]], bad: list[int]) -> Iterator[tuple[int, int]]:
    """The first and last token of a group with what is said of it."""
    for start, end in groups:
        for at in bad:
            if not start <= at < end and _belongs(message, start, at) and _is_said(message, start, end, at):
                yield min(start, at), max(start, at)


def _belongs(message: WrittenText, group: int, bad: int) -> bool:
    """In one sentence and near; or later, about them."""
    first, last = sorted((group, bad))
    between = message.tokens[first:last]
    if not any(token.ends_sentence for token in between):
        return len(between) <= _NEAR
    about = (*message.before(bad, 5), *message.after(bad, 4))
    return bad > group and (len(message.tokens) <= _SHORT or any(message.has("they", token) for token in about))


def _is_said(message: WrittenText, start: int, end: int, bad: int) -> bool:
    """What is denied before a comma says nothing of what stands behind it."""
    between = message.tokens[min(start, bad) : max(start, bad)]
    apart = any(token.is_mark for token in between)
    of_group = is_own(message, start, end) if apart else is_meant(message, start, end)
    return of_group and is_meant(message, bad, bad + 1) and not is_in_sight(message, start, end)
