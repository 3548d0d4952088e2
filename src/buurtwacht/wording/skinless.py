# SPDX-License-Identifier: EUPL-1.2
"""A text without the words for skin colour, where an alarm cannot wait for two other traits (C9)."""

from .checks.appearance import colours
from .message import WrittenText
from .vocabulary import LANGUAGES, vocabulary

_MOST_ROUNDS = 40  # one colour is taken out in each
# What leads to the words, and says nothing without them: "met een donkere huid", "à la peau noire".
_LEADS = frozenset(
    ("met", "een", "van", "with", "a", "of", "his", "her", "avec", "à", "la", "une", "de", "mit", "einer", "der")
)


def without_skin(text: str) -> tuple[str, tuple[str, ...]]:
    """The text as it can be shared, and the words that were left out, in any language that we read."""
    left_out: list[str] = []
    for _ in range(_MOST_ROUNDS):
        found = _first(text)
        if found is None:
            break
        start, end = found
        left_out.append(text[start:end].strip())
        text = _joined(text[:start], text[end:])
    return text, tuple(left_out)


def _first(text: str) -> tuple[int, int] | None:
    """From sign to sign."""
    for language in sorted(LANGUAGES):
        message = WrittenText(text, vocabulary(language))
        for start, end, last in colours(message):
            if last == end:  # no person follows
                start, end = _with_lead(message, start), _with_rest(message, end)
            return message.tokens[start].start, message.tokens[end - 1].end
    return None


def _with_lead(message: WrittenText, start: int) -> int:
    while start > 0 and message.tokens[start - 1].text.casefold() in _LEADS:
        start -= 1
    return start


def _with_rest(message: WrittenText, end: int) -> int:
    """ "Huidskleur donker": the colour after the word for it."""
    while end < len(message.tokens) and message.has("skin", message.tokens[end]):
        end += 1
    return end


def _joined(before: str, after: str) -> str:
    """Sentences begin with a capital, and no space is left before a comma or a full stop."""
    after = after.lstrip()
    if not before.strip() or before.rstrip()[-1:] in ".!?":
        after = after.lstrip(",;:. ")
        after = after[:1].upper() + after[1:]
    elif after[:1] in ".,;:!?" or not after:
        before = before.rstrip()
    return before + after
