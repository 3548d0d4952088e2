# SPDX-License-Identifier: EUPL-1.2
"""What could stand there instead: somebody, a person, people, in each language."""

from collections.abc import Iterable, Iterator

from .advice import Advice, remark
from .message import WrittenText
from .reasons import Reason

Change = tuple[int, int, str]  # from, to, and the words that come there

_ONE = {
    "nl": ("iemand", "persoon", "personen"),
    "fr": ("quelqu’un", "personne", "personnes"),
    "de": ("jemand", "Person", "Personen"),
    "en": ("someone", "person", "people"),
}
_A = {
    "nl": {"een", "zo'n", "'n", "n"},
    "fr": {"un", "une"},
    "de": {"ein", "eine", "einen", "einem", "einer"},
    "en": {"a", "an"},
}
_THE = {
    "nl": {"de", "die", "deze", "dat", "dit", "het", "twee", "drie", "vier"},
    "fr": {"le", "la", "les", "ce", "cet", "cette", "ces", "des", "deux", "trois"},
    "de": {"der", "die", "das", "den", "dem", "diese", "dieser", "zwei", "drei"},
    "en": {"the", "that", "this", "those", "these", "two", "three"},
}


def somebody(message: WrittenText, start: int, end: int, *, many: bool) -> Change:
    """Tokens `start` to `end` name a person in a way we cannot know: say somebody, the person, or people."""
    language = message.vocabulary.language
    someone, person, people = _ONE[language]
    article = message.word(start - 1)
    form = article.forms[0] if article else ""
    if many:
        return _change(message, start, end, people)
    if form in _A[language] or (form in _THE[language] and language in ("fr", "de")):
        return _change(message, start - 1, end, someone)  # French and German articles have a gender
    counted = form in _THE[language] or (article is not None and article.is_number)
    return _change(message, start, end, person if counted else someone)


def without(message: WrittenText, start: int, end: int) -> Change:
    """Leave tokens `start` to `end` out, with the space that belongs to them."""
    token, following = message.tokens[start], message.word(end)
    if following is None:
        previous = message.word(start - 1)
        return (previous.end if previous else token.start), message.tokens[end - 1].end, ""
    return token.start, following.end, _as(token.text, following.text) if _begins(message, start) else following.text


def _change(message: WrittenText, start: int, end: int, words: str) -> Change:
    first = message.tokens[start]
    return first.start, message.tokens[end - 1].end, _as(first.text, words) if _begins(message, start) else words


def _begins(message: WrittenText, at: int) -> bool:
    return at == 0 or message.tokens[at - 1].ends_sentence


def _as(model: str, words: str) -> str:
    return words[:1].upper() + words[1:] if model[:1].isupper() else words


def rewritten(text: str, start: int, end: int, changes: list[Change]) -> str:
    """`text[start:end]` after the changes that lie in it."""
    parts, at = [], start
    for begin, finish, words in sorted(changes):
        if begin < at:
            continue
        parts += [text[at:begin], words]
        at = finish
    return "".join([*parts, text[at:end]]).strip()


Found = tuple[int, int, Change | None]  # the tokens that a remark is about, and what could come there


def by_clause(message: WrittenText, reason: Reason, found: Iterable[Found]) -> Iterator[Advice]:
    """One remark for each clause, with all its changes; about the words alone where there is nothing better to say."""
    clauses: dict[tuple[int, int], list[Found]] = {}
    for one in found:
        clauses.setdefault(message.clause(one[0]), []).append(one)
    for (start, end), ones in clauses.items():
        changes = [change for _, _, change in ones if change]
        words = tuple((message.tokens[first].start, message.tokens[last - 1].end) for first, last, _ in ones)
        if len(changes) == len(ones):
            better = rewritten(message.text, start, end, changes)
            yield remark(reason, message.text, start, end, better=better, words=words)
        else:
            yield remark(reason, message.text, *words[0], words=words)
