# SPDX-License-Identifier: EUPL-1.2
"""The reasons that a list of phrases can recognise, each with the guard that keeps good messages out of it."""

from collections.abc import Callable, Iterator

from buurtwacht.wording.advice import Advice, remark
from buurtwacht.wording.message import WrittenText
from buurtwacht.wording.phrases import Phrase
from buurtwacht.wording.reasons import Reason

Guard = Callable[[WrittenText, Phrase, int, int], bool]


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
    """A message that tells of a call, or of a person who does something, is never about cats or tiles."""
    tells_person = any(message.has("person", token) for token in message.tokens)
    return not (message.tells_call or (message.says("behaviour") and tells_person))


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
    Reason.INSULT: _always,
    Reason.PUBLISH: _is_not_denied,
    Reason.RALLY: _is_meant,
    Reason.PURSUIT: _is_meant,
    Reason.TRAFFIC: _is_meant,
    Reason.NAMED_NEIGHBOUR: _is_a_name,
    Reason.DISCUSSION: _always,
    Reason.OFF_TOPIC: _is_no_alarm,
    Reason.MUNICIPAL: _is_no_alarm,
    Reason.NOT_ACUTE: _always,
    Reason.PLATE_SEARCH: _always,
    Reason.HOUSE_NUMBER: _always,
    Reason.PERSON: _always,
    Reason.QUESTION_CALLED: _always,
}


def listed(message: WrittenText) -> Iterator[Advice]:
    for reason, guard in GUARDS.items():
        for phrase, start, end in message.vocabulary.of(reason).matches(message.tokens):
            if guard(message, phrase, start, end):
                yield remark(
                    reason,
                    message.text,
                    message.tokens[start].start,
                    message.tokens[end - 1].end,
                    blocks=phrase.blocks,
                )
