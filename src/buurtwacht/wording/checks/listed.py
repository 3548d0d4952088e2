# SPDX-License-Identifier: EUPL-1.2
"""The reasons that a list of phrases can recognise, each with the guard that keeps good messages out of it."""

from collections.abc import Callable, Iterator

from buurtwacht.wording.advice import Advice, remark
from buurtwacht.wording.message import WrittenText
from buurtwacht.wording.phrases import Phrase
from buurtwacht.wording.reasons import Reason
from buurtwacht.wording.tokens import Token

Guard = Callable[[WrittenText, Phrase, int, int], bool]


def is_abuse(message: WrittenText, start: int, end: int) -> bool:
    """Not denied, not told of somebody who shouted it, and not said with pride of oneself."""
    before = list(message.before(start, 5))
    if any(message.has("denial", token) for token in before[:2]) or message.says("counter"):
        return False
    if message.is_attributed(end):
        return False
    near = message.tokens if message.is_prose else [*before, *message.after(end, 4)]
    shouted = any(message.has("shouts", token) for token in near)
    return not shouted and not any(at <= start and to >= end for _, at, to in message.matches("insult_fine"))


def _is_abuse(message: WrittenText, phrase: Phrase, start: int, end: int) -> bool:
    """Nor denied in between: "je bent niet dom"; in a newspaper only what hurts whoever says it."""
    if message.is_prose and not phrase.blocks:
        return False
    between = message.tokens[start + 1 : end]
    denied = any(message.has("denial", token) and not _is_of(phrase, token) for token in between)
    return not denied and is_abuse(message, start, end)


def _is_of(phrase: Phrase, token: Token) -> bool:
    """Is it a word of the phrase itself, and of nothing that may stand in between?"""
    return any(not part.words.isdisjoint(token.forms) for part in phrase.parts)


def _is_threat(message: WrittenText, phrase: Phrase, start: int, end: int) -> bool:
    """ "De agent schiet hem neer" is told: nobody who speaks, and nobody who is spoken to."""
    aimed = any(message.has("aimed_at", token) for token in message.tokens[start:end])
    told = any(message.has("he", token) or token.may_be_a_name for token in message.before(start, 5))
    return (aimed or not (told or message.is_prose)) and _is_abuse(message, phrase, start, end)


def _is_swearing(message: WrittenText, phrase: Phrase, start: int, end: int) -> bool:
    """ "verdomd lekker" is praise, and who misses a train swears at nobody."""
    mishap = message.says("mishap") and not any(map(message.says, ("swears_at", "any_group", "one_of_group")))
    return not (mishap or message.says("praise")) and is_abuse(message, start, end)


def _always(message: WrittenText, phrase: Phrase, start: int, end: int) -> bool:
    return True


def _is_meant(message: WrittenText, phrase: Phrase, start: int, end: int) -> bool:
    """Said by the writer and not denied: "niet achtervolgen" and "twee mannen achtervolgen een fietser" are fine."""
    around = [*message.before(start, 4), *message.after(end, 2), *message.tokens[start:end]]
    if any(message.has("negation", token) for token in around):
        return False
    if message.has("we", message.tokens[start]):
        return True
    return not any(message.has("he", token) for token in message.before(start, 4))


def _is_not_denied(message: WrittenText, phrase: Phrase, start: int, end: int) -> bool:
    around = [*message.before(start, 3), *message.after(end, 1), *message.tokens[start:end]]
    return not any(message.has("negation", token) for token in around)


def _is_no_alarm(message: WrittenText, phrase: Phrase, start: int, end: int) -> bool:
    """A message that tells of a call, or of a person who does something, is never about cats or tiles.

    That the form asked for a call says nothing: who comes with a tile is told so on the way to the telephone.
    """
    tells_person = any(message.has("person", token) for token in message.tokens)
    chosen = message.facts is not None and message.facts.behaviours
    return not (chosen or message.says("called") or (message.says("behaviour") and tells_person))


def _is_a_name(message: WrittenText, phrase: Phrase, start: int, end: int) -> bool:
    """The first capital of a sentence, a street or the police are no neighbours. "Vrouw van nummer 12" needs help."""
    words = message.tokens[start:end]
    if phrase.blocks and (message.has("person", words[0]) or message.has("neighbour", words[0])):
        return False
    names = [word for word in words if word.may_be_a_name]
    other = ("place", "vehicle", "he", "before_landmark", "negation")
    is_name = any(not any(message.has(section, word) for section in other) for word in names)
    return is_name or not names or any(word.is_number for word in words)


GUARDS: dict[Reason, Guard] = {
    Reason.INSULT: _is_abuse,
    Reason.THREAT: _is_threat,
    Reason.PUBLICATION: _is_not_denied,
    Reason.GATHERING: _is_meant,
    Reason.PURSUIT: _is_meant,
    Reason.DRIVING: _is_meant,
    Reason.NAMES_NEIGHBOUR: _is_a_name,
    Reason.DISCUSSION: _always,
    Reason.CHIT_CHAT: _is_no_alarm,
    Reason.OFF_TOPIC: _is_no_alarm,
    Reason.ANIMAL: _is_no_alarm,
    Reason.LOST_PROPERTY: _is_no_alarm,
    Reason.EVENT: _is_no_alarm,
    Reason.MUNICIPAL: _is_no_alarm,
    Reason.PAST_EVENT: _always,
    Reason.INVESTIGATION: _always,
    Reason.HOUSE_NUMBER: _always,
    Reason.PERSON: _always,
    Reason.QUESTION_CALLED: _always,
}


def listed(message: WrittenText) -> Iterator[Advice]:
    for reason, guard in GUARDS.items():
        yield from _of(message, reason, reason, guard)
    yield from _of(message, "swearing", Reason.INSULT, _is_swearing)
    yield from _of(message, "slur", Reason.INSULT, _is_abuse)


def _of(message: WrittenText, section: str, reason: Reason, guard: Guard) -> Iterator[Advice]:
    for phrase, start, end in message.matches(section):
        if guard(message, phrase, start, end):
            first, last = message.tokens[start].start, message.tokens[end - 1].end
            yield remark(reason, message.text, first, last, blocks=phrase.blocks)
