# SPDX-License-Identifier: EUPL-1.2
"""The wording check: friendly remarks about a message before neighbours read it (R128, R132, R133, C9).

It helps and explains; it stops only what can hurt somebody: accusing, publishing, naming a neighbour, calling people
together, chasing, and insults. It holds for everybody, police and coordinators too. Pure: no database, no network.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from .advice import EVERYTHING, Advice, Allowed, Facts, remark
from .checks.accusation import accusation
from .checks.appearance import appearance
from .checks.hate import hate
from .checks.listed import listed
from .checks.missing import missing, over
from .checks.name_calling import name_calling
from .checks.origin import origin
from .checks.private import private
from .checks.scorn import scorn
from .checks.shape import pictures, reaction, shouting
from .message import WrittenText
from .reasons import ABOUT_PEOPLE, Reason
from .vocabulary import vocabulary

__all__ = ["Advice", "Allowed", "Facts", "Reason", "advise", "advise_burst"]

MOST_MESSAGES = 3  # one after another, before the program suggests to put them together
BURST = timedelta(minutes=2)
EACH_TIME = frozenset(
    (
        *(Reason.ORIGIN, Reason.ACCUSATION, Reason.PHONE, Reason.PLATE),
        *(Reason.NAMES_NEIGHBOUR, Reason.PERSON, Reason.HOUSE_NUMBER),
    )
)

Check = Callable[[WrittenText], Iterable[Advice]]
CHECKS: tuple[Check, ...] = (
    *(listed, name_calling, hate, scorn, accusation, origin, appearance, missing, over, private, shouting, pictures),
)
LONGEST = 1000  # signs that are read; every field of every form is shorter
BESIDE_HATE = frozenset((Reason.ORIGIN, Reason.MISSING_CALL, Reason.MISSING_BEHAVIOUR, Reason.MISSING_PLACE))
IN_PROSE = frozenset(
    (
        *(Reason.INSULT, Reason.THREAT, Reason.DISCRIMINATION, Reason.PHONE, Reason.PLATE, Reason.INVESTIGATION),
        *(Reason.SHOUTING, Reason.EMOJI, Reason.PAST_EVENT),
    )
)


def advise(
    text: str, *, language: str = "nl", facts: Facts | None = None, allowed: Allowed = EVERYTHING
) -> list[Advice]:
    """What could be better about `text`; remarks that must be followed come first.

    `facts` is what the form already knows. Without it only the words are weighed.
    `allowed` is what the policy lets neighbours read. Past `LONGEST` nothing is read.
    """
    message = WrittenText(text[:LONGEST], vocabulary(language), facts, allowed)
    thanks = list(reaction(message))
    if thanks:
        return thanks
    found = [advice for check in CHECKS for advice in check(message) if _is_due(message, advice)]
    if any(advice.reason is Reason.DISCRIMINATION for advice in found):
        found = [advice for advice in found if not _goes_with_hate(advice)]
    return sorted(_once(found), key=lambda advice: (not advice.blocks, advice.start))


def _goes_with_hate(advice: Advice) -> bool:
    """Said already by what is said of the group: also "voleurs", of all of them."""
    return advice.reason in BESIDE_HATE or (advice.reason is Reason.ACCUSATION and not advice.blocks)


def _is_due(message: WrittenText, advice: Advice) -> bool:
    """What another said is told, not meant; what reads like a newspaper is only weighed for what always hurts."""
    if message.facts is None and _is_elsewhere(message, advice):
        return False
    told = advice.reason in ABOUT_PEOPLE and any(a < advice.end and advice.start < b for a, b in message.quotations)
    return not told


def _is_elsewhere(message: WrittenText, advice: Advice) -> bool:
    if advice.reason in IN_PROSE:
        return False
    return message.is_prose or (advice.reason in ABOUT_PEOPLE and not (advice.blocks or message.is_seen_here))


def _once(found: list[Advice]) -> Iterator[Advice]:
    """Each reason once, the clearest first; those with something to take over at each place."""
    seen: set[tuple[Reason, int]] = set()
    for advice in sorted(found, key=lambda one: (not one.blocks, not one.found, one.start)):
        key = (advice.reason, advice.start if advice.reason in EACH_TIME else 0)
        if key not in seen:
            seen.add(key)
            yield advice


def advise_burst(times: Sequence[datetime]) -> Advice | None:
    """A remark when one person sends too many messages within two minutes, else None. `times` in any order."""
    ordered = sorted(times)
    for first, last in zip(ordered, ordered[MOST_MESSAGES:], strict=False):
        if last - first <= BURST:
            return remark(Reason.MANY_MESSAGES, "", 0, 0)
    return None
