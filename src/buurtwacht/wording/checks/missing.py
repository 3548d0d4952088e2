# SPDX-License-Identifier: EUPL-1.2
"""What neighbours need and do not get: what happens, where, and whether somebody called."""

from collections.abc import Iterator

from buurtwacht.wording.advice import Advice, remark
from buurtwacht.wording.message import WrittenText
from buurtwacht.wording.reasons import Reason


def missing(message: WrittenText) -> Iterator[Advice]:
    """From the facts of the form where there are any; from the words only where they raise suspicion."""
    suspicion = next(iter(message.matches("suspicion")), None)
    if message.facts is None and suspicion is None:
        return
    if message.facts is None and message.tells_behaviour and message.tells_place:
        return
    start, end = (0, 0)
    if suspicion:
        start, end = message.tokens[suspicion[1]].start, message.tokens[suspicion[2] - 1].end
    if not message.tells_behaviour:
        yield remark(Reason.MISSING_BEHAVIOUR, message.text, start, end)
    if not message.tells_place:
        yield remark(Reason.MISSING_PLACE, message.text, start, end)
    if not message.tells_call:
        yield remark(Reason.MISSING_CALL, message.text, start, end)


def over(message: WrittenText) -> Iterator[Advice]:
    """The form says that nobody is in sight any more (R104)."""
    if message.facts is not None and message.facts.in_sight == "gone":
        yield remark(Reason.PAST_EVENT, message.text, 0, 0)
