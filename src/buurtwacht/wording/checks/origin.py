# SPDX-License-Identifier: EUPL-1.2
"""Where somebody seems to come from is never a ground (C9), unless it is the name of a thing, a place or a plate."""

from collections.abc import Iterator

from buurtwacht.wording.advice import Advice
from buurtwacht.wording.better import Change, Found, by_clause, somebody, without
from buurtwacht.wording.message import WrittenText
from buurtwacht.wording.reasons import Reason
from buurtwacht.wording.tokens import Token

_OWN = 5  # words: "mijn nieuwe huisarts is een Turkse"
_LOOKS_BACK = 4  # words: "spreekt met een vriend Pools"


def origin(message: WrittenText) -> Iterator[Advice]:
    return by_clause(message, Reason.ORIGIN, _found(message))


def _found(message: WrittenText) -> Iterator[Found]:
    for section, change in (("origin", _adjective), ("origin_one", _one), ("origin_more", _more)):
        for _, start, end in message.matches(section):
            if not _is_harmless(message, start) and (section != "origin" or _is_of_somebody(message, start, end)):
                yield start, end, change(message, start, end)


def _is_of_somebody(message: WrittenText, start: int, end: int) -> bool:
    """A person, a car, somebody's looks: not a government or a market."""
    around = [message.word(at) for at in (start - 2, start - 1, end, end + 1)]
    of = ("person", "vehicle", "vague", "looks", "adjective", "skin", "origin", "neighbour")
    return any(message.has(section, word) for section in of for word in around)


def _adjective(message: WrittenText, start: int, end: int) -> Change | None:
    following, previous = message.word(end), message.word(start - 1)
    if message.has("vague", following):
        return somebody(message, start, end + 1, many=message.has("people", following))
    if message.has("vague", previous):
        return somebody(message, start - 1, end, many=message.has("people", previous))
    behind = message.vocabulary.language == "fr" or following is None
    return without(message, start, end) if _is_noun(message, previous if behind else following) else None


def _is_noun(message: WrittenText, word: Token | None) -> bool:
    return message.has("person", word) or message.has("vehicle", word)


def _one(message: WrittenText, start: int, end: int) -> Change:
    return somebody(message, start, end, many=False)


def _more(message: WrittenText, start: int, end: int) -> Change:
    return somebody(message, start, end, many=True)


def _is_harmless(message: WrittenText, at: int) -> bool:
    token, following = message.tokens[at], message.word(at + 1)
    if message.text[token.end : token.end + 1] in ("-", "‑") or message.text[token.start - 1 : token.start] == "-":
        return True  # half of a compound: "hoek Poolse- en Russischestraat"
    if any(message.has(section, following) for section in ("plates", "street", "place", "origin_fine")):
        return True
    near = [message.word(at - 1), message.word(at - 2)]
    if message.has("origin_more", token) and _is_said_of_all(message, at):
        return True
    if message.has("each_one", near[0]) or _is_own(message, at) or message.says("praise_group"):
        return True
    if message.says("kept_fair") and not message.says("behaviour"):
        return True  # "kleding voor vluchtelingen"
    if any(message.has("plates", word) for word in near) or message.has("origin_behind", near[0]):
        return True
    return _is_landmark(message, at) or _is_heard(message, at)


def _is_own(message: WrittenText, at: int) -> bool:
    """ "Mijn huisarts is Turks": somebody of one's own, whom nobody watches."""
    watched = message.says("behaviour") or message.says("suspicion")
    return any(message.has("self", token) for token in message.before(at, 1 if watched else _OWN))


def _is_said_of_all(message: WrittenText, at: int) -> bool:
    """ "Vluchtelingen verdienen rust" is about no one in the street; checks/hate.py weighs what is said."""
    following = message.word(at + 1)
    verb_behind = message.has("statement", following) or (_begins(message, at) and _is_told(message, following))
    return verb_behind or any(message.has("statement_before", token) for token in message.before(at, 3))


def _begins(message: WrittenText, at: int) -> bool:
    return at == 0 or message.tokens[at - 1].ends_sentence


def _is_told(message: WrittenText, verb: Token | None) -> bool:
    """ "Chinezen kopen melkpoeder": a plural verb, and nothing that a neighbour sees."""
    return verb is not None and verb.forms[0].endswith("en") and not message.says("behaviour")


def _is_landmark(message: WrittenText, at: int) -> bool:
    """ "bij de Turkse bakker": a place to find one's way by."""
    names_place = message.has("landmark", message.word(at + 1)) or message.has("landmark", message.word(at))
    return names_place and any(message.has("before_landmark", token) for token in message.before(at, 2))


def _is_heard(message: WrittenText, at: int) -> bool:
    """ "spreekt Pools": a language that was heard is an observation."""
    if not message.has("origin", message.tokens[at]) or message.has("person", message.word(at + 1)):
        return False
    if message.has("vehicle", message.word(at + 1)) or message.has("vague", message.word(at + 1)):
        return False
    return any(message.has("speaks", token) for token in message.before(at, _LOOKS_BACK))
