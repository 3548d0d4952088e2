# SPDX-License-Identifier: EUPL-1.2
"""From typed words to what they say. Pure, bounded in time, and without an opinion about what comes next."""

import re
from collections.abc import Sequence
from dataclasses import replace

from .calls import call_in
from .corrections import correction_in
from .grammar import Grammar, grammar_of
from .looks import looks_in
from .model import Command, Response, Understood
from .numbers import choices_in, clock_in, without_clock
from .own_words import own_words
from .places import flattened, place_in
from .plain import bare, plain, seen
from .tables import TABLES

_SMALL_TALK = re.compile(r"^(?:ok|🙏) | (?:ok|🙏|hoor|a u b|aub|please|svp|bitte)$")
_NEGATED = re.compile(r"(?:geen|no|kein|keine|pas de|pas d'|sans|zonder|ohne|without|not a) $")
_DIRECTION_WORDS = 4


def understand(text: str, language: str = "nl", streets: Sequence[str] = ()) -> Understood:
    """What this says: in the person's own language, or else in the one in which it says most."""
    text = seen(text)
    found = _in_the_best_language(text, language, streets)
    right = correction_in(text)
    if right is None or found.response is Response.FALSE_ALARM:  # "foutje, het was de buurman"
        return found
    return _as_correction(_in_the_best_language(right, language, streets))


def _in_the_best_language(text: str, language: str, streets: Sequence[str]) -> Understood:
    own = language[:2] if language[:2] in TABLES else "nl"
    first = _read(text, own, streets)
    if not text or _is_clear(first):
        return first
    others = [_read(text, other, streets) for other in TABLES if other != own]
    return max((first, *others), key=_weight)  # the own language, where others say no more


def _read(text: str, language: str, streets: Sequence[str]) -> Understood:
    grammar, simple = grammar_of(language), plain(text)
    if numbers := choices_in(simple):
        return Understood(text=text, numbers=numbers)
    simple = grammar.corrected(simple)
    short = _core(bare(simple))
    flat = flattened(text)
    looks = looks_in(text, flat, language)
    place = None if grammar.skip.match(short) else place_in(text, flat, language, streets)
    call, clock = call_in(simple, grammar)
    is_thanks = bool(grammar.thanks.match(short) or grammar.thanks.match(bare(simple)))
    weapon, wounded = _told(grammar.weapon, simple), _told(grammar.wounded, simple)
    return Understood(
        text=text,
        words=own_words(text, language, looks, place, grammar),
        command=_command(short, grammar),
        yes=bool(grammar.yes.match(short)) and not is_thanks,
        is_only_yes=bool(grammar.only_yes.match(short)),
        affirms=bool(grammar.only_yes.match(short)) and not grammar.agreeing.match(short),
        is_only_a_clock=_is_only_a_clock(simple),
        no=bool(grammar.no.match(short)),
        unknown=bool(grammar.unknown.match(short)),
        skip=bool(grammar.skip.match(short)),
        call=call,
        clock=clock or clock_in(simple),
        behaviours=tuple(code for code, pattern in grammar.behaviours.items() if pattern.search(simple)),
        place=place.words if place else "",
        direction=_direction(text, flat, grammar),
        in_sight=_sight(simple, short, grammar),
        danger={(True, True): "both", (True, False): "weapon", (False, True): "wounded"}.get((weapon, wounded), ""),
        person=looks.person,
        vehicle=looks.vehicle,
        response=_response(simple, short, grammar),
        is_thanks=is_thanks,
        is_greeting=bool(grammar.greetings.match(short)),
        is_question="?" in text,
    )


def _as_correction(told: Understood) -> Understood:
    """What it says is what should have been said: no yes, no command and no choice."""
    plainly = replace(told, command=None, numbers=(), yes=False, is_only_yes=False, affirms=False, no=False)
    return replace(plainly, is_thanks=False, is_greeting=False, response=told.response or Response.CORRECTION)


def _is_clear(found: Understood) -> bool:
    """Does it say something that cannot well be another language by accident?"""
    answers = (found.numbers, found.command, found.yes, found.no, found.unknown, found.skip, found.call, found.response)
    return any(answers) or found.is_thanks or found.is_greeting or bool(found.behaviours)


def _weight(found: Understood) -> int:
    """How much it says."""
    told = (found.call, found.command, found.response, found.place, found.direction, found.in_sight, found.danger)
    answers = (found.yes, found.no, found.unknown, found.skip, found.is_thanks, found.is_greeting)
    cards = found.person.traits + (not found.vehicle.is_empty)
    return sum(map(bool, (*told, *answers))) + 2 * bool(found.call) + len(found.behaviours) + cards


def _core(short: str) -> str:
    """ "Gezien 👍" is "gezien"."""
    before = ""
    while before != short:
        before, short = short, _SMALL_TALK.sub("", short) or short
    return short


def _command(short: str, grammar: Grammar) -> Command | None:
    for command, pattern in (
        (Command.LEAVE, grammar.leave),
        (Command.STOP, grammar.stop),
        (Command.CANCEL, grammar.cancel),
        (Command.RETURN, grammar.come_back),
        (Command.SHARE, grammar.share),
        (Command.CHANGE, grammar.change),
        (Command.HELP, grammar.help),
        (Command.REPORT, grammar.report),
    ):
        if pattern.match(short):
            return command
    return Command.HELP if short == "" and grammar.help.match("?") else None


def _response(simple: str, short: str, grammar: Grammar) -> Response | None:
    for response, found in (
        (Response.POLICE, grammar.police.search(simple) and "?" not in simple),
        (Response.FALSE_ALARM, grammar.false_alarm.search(simple)),
        (Response.CLOSE, grammar.close.match(short)),
        (Response.SEEN, grammar.seen.match(short)),
        (Response.WATCHING, grammar.watching.search(simple)),
        (Response.TWO, grammar.two.search(simple)),
        (Response.CANNOT, grammar.cannot.search(simple)),
    ):
        if found:
            return response
    return None


def _sight(simple: str, short: str, grammar: Grammar) -> str:
    """Still in sight, just gone or long gone; nothing where it says two of them."""
    gone, just, now = (bool(each.search(simple)) for each in (grammar.gone, grammar.just_gone, grammar.now))
    if gone:
        return "" if now else "gone"
    if just:
        return "just_gone"
    return "now" if now or short in ("nu", "now", "jetzt", "maintenant") else ""


def _is_only_a_clock(simple: str) -> bool:
    return bool(clock_in(simple)) and not re.search(r"\w", without_clock(simple))


def _told(pattern: re.Pattern[str], simple: str) -> bool:
    """It is said, and not said to be absent: "geen wapen"."""
    return any(not _NEGATED.search(simple[: found.start()]) for found in pattern.finditer(simple))


def _direction(text: str, flat: str, grammar: Grammar) -> str:
    found = grammar.towards.search(flat)
    if not found:
        return ""
    end = found.end()
    for word in re.finditer(r" [\w'/-]+", flat[end:]):
        if word.start() != end - found.end() or len(flat[found.end() : end].split()) >= _DIRECTION_WORDS:
            break
        end = found.end() + word.end()
    words = " ".join(text[found.start() : end].split())
    return words[:1].upper() + words[1:] if end > found.end() else ""
