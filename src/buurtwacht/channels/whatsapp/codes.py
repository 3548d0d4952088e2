# SPDX-License-Identifier: EUPL-1.2
"""What Meta's error codes mean for a message. Pure.

The codes are those of Meta's page "Error codes" of the Cloud API. A code that is not here is taken for trouble that may
pass: to give up a message needs proof.
"""

from enum import Enum


class Verdict(Enum):
    """What follows from a refusal."""

    LATER = "later"  # trouble that may pass: try again
    SLOWER = "slower"  # we send too much: try again, and slow down
    ELSEWHERE = "elsewhere"  # this person cannot be reached here: take another way
    CLOSED = "closed"  # the person has not spoken for 24 hours: only a template may go
    STOPPED = "stopped"  # our account may not send: stop knocking, tell the operator
    FULL = "full"  # enough new people for today
    FORM = "form"  # the template is broken, paused or not approved: take another one
    MISTAKE = "mistake"  # we asked something that cannot be: a bug of ours


PAIR_LIMIT = 131056  # too much for one reader; others may be told meanwhile

_CODES: dict[Verdict, set[int]] = {
    Verdict.LATER: {1, 2, 131000, 131016, PAIR_LIMIT, 131057},
    Verdict.SLOWER: {4, 80007, 130429, 133016},
    Verdict.ELSEWHERE: {130472, 131021, 131026, 131049, 131050, 131062},
    Verdict.CLOSED: {131047},
    Verdict.STOPPED: {3, 10, 104, 190, 368, 131005, 131031, 131042, 131045, 131048, 133010, *range(200, 300)},
    Verdict.FULL: {131064},
    Verdict.FORM: {132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 132018},
    Verdict.MISTAKE: {33, 100, 131008, 131009, 131051, 131053},
}
_VERDICTS = {code: verdict for verdict, codes in _CODES.items() for code in codes}

NO_SUCH_OBJECT = 33  # Meta's subcode of 100: the id in our settings does not exist, or the token may not see it


def verdict_on(code: int, subcode: int = 0) -> Verdict:
    """What to do after this code."""
    if code == 100 and subcode == NO_SUCH_OBJECT:
        return Verdict.STOPPED
    return _VERDICTS.get(code, Verdict.LATER)
