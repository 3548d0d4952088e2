# SPDX-License-Identifier: EUPL-1.2
"""Whole groups of people brought down: patterns with a group in them, and the guards for those who say the contrary."""

from collections.abc import Iterator
from itertools import zip_longest

from buurtwacht.wording.advice import Advice, remark
from buurtwacht.wording.message import WrittenText
from buurtwacht.wording.reasons import Reason
from buurtwacht.wording.tokens import Token

_LOOKS_BACK, _LOOKS_ON = 5, 3
_NOT_SEEN = ("vile", "low", "removed", "despise", "spite", "harsher", "ought")


def hate(message: WrittenText) -> Iterator[Advice]:
    for section, counts in (
        ("hate", is_meant),
        ("hate_denying", is_own),
        ("hate_they", _is_about_them),
        ("hate_they_denying", _is_named),
    ):
        for _, start, end in message.matches(section):
            if counts(message, start, end) and not is_in_sight(message, start, end):
                yield _remark(message, start, end)
                return


def _remark(message: WrittenText, start: int, end: int) -> Advice:
    first, last = message.tokens[start].start, message.tokens[end - 1].end
    return remark(Reason.DISCRIMINATION, message.text, first, last, blocks=True)


def is_in_sight(message: WrittenText, start: int, end: int) -> bool:
    """ "Twee vrouwen stelen een fiets": counted people who do something, no hard word, no ought."""
    counted = any(message.has("counted", token) or token.is_number for token in message.before(start, 1))
    words = message.tokens[start:end]
    return counted and not any(message.has(section, word) for section in _NOT_SEEN for word in words)


def is_meant(message: WrittenText, start: int, end: int) -> bool:
    """Not denied: "ik haat moslims niet", "niet alle moslims zijn dom"."""
    around = [*message.before(start, _LOOKS_BACK), *message.tokens[start:end], *_same_clause(message, end)]
    if message.says("disclaimer") or _is_rhetorical(message):
        around = message.tokens[start:end]
    return is_own(message, start, end) and (
        _is_rhetorical(message) or not any(message.has("denial", token) for token in around)
    )


def _same_clause(message: WrittenText, end: int) -> Iterator[Token]:
    for token in message.after(end, _LOOKS_ON):
        if message.has("joins", token):
            return
        yield token


def is_own(message: WrittenText, start: int, end: int) -> bool:
    """Not told to contradict it: "wie zegt dat vrouwen dom zijn, heeft het mis"."""
    if message.says("disclaimer"):  # "ik ben geen racist, maar": what follows is the writer's own
        return True
    if message.is_attributed(end) or (
        message.is_prose and message.says("shouts")
    ):  # "de leraar die een leerling een vuile Turk noemde"
        return False
    hedges = list(_hedges(message, start))
    if hedges and not (_is_rhetorical(message) and not any(message.has("says", token) for token in hedges)):
        return False
    return not any(message.says(section) for section in ("counter", "praise_group"))


def _hedges(message: WrittenText, start: int) -> Iterator[Token]:
    """The words before `start` that make it what another says; not "I think", which is the writer's own."""
    near = list(message.before(start, _LOOKS_BACK + 1))
    for token, before in zip_longest(near[:_LOOKS_BACK], near[1:]):
        if message.has("hedge", token) and not message.has("speaker", before):
            yield token


def _is_named(message: WrittenText, start: int, end: int) -> bool:
    """ "Er wonen hier moslims. Ik kan ze niet uitstaan."."""
    many = any(at < start for _, at, _ in message.matches("any_group"))
    one = (to for _, at, to in message.matches("one_of_group") if at < start)
    named = many or any(token.ends_sentence for to in one for token in message.tokens[to:start])
    return named and is_own(message, start, end)


def _is_about_them(message: WrittenText, start: int, end: int) -> bool:
    return _is_named(message, start, end) and is_meant(message, start, end)


def _is_rhetorical(message: WrittenText) -> bool:
    """ "Zijn moslims niet gewoon ziek?": the no asks for a yes."""
    return "?" in message.text and bool(message.tokens) and message.has("asking", message.tokens[0])
