# SPDX-License-Identifier: EUPL-1.2
"""From what Meta answers to what it means for one message."""

import json
from typing import Any

from buurtwacht.channels.answers import Answer, failure_in
from buurtwacht.channels.base import DeliveryFailed

from .codes import Verdict, verdict_on

PERMANENT = (Verdict.ELSEWHERE, Verdict.CLOSED, Verdict.FULL, Verdict.FORM, Verdict.MISTAKE)
REASONS = {
    Verdict.LATER: "trouble on their side",
    Verdict.SLOWER: "we send too much at a time",
    Verdict.ELSEWHERE: "cannot be reached here",
    Verdict.CLOSED: "no window",
    Verdict.STOPPED: "our account may not send",
    Verdict.FULL: "daily limit",
    Verdict.FORM: "the template cannot be used",
    Verdict.MISTAKE: "we asked something wrong",
}


class NotTaken(DeliveryFailed):
    """Meta said no. `code` is Meta's, `verdict` what we make of it."""

    def __init__(self, code: int, verdict: Verdict, retry_after: float | None = None) -> None:
        super().__init__(f"{code}: {REASONS[verdict]}", permanent=verdict in PERMANENT, retry_after=retry_after)
        self.code = code
        self.verdict = verdict


def refusal_in(answer: Answer, body: bytes) -> DeliveryFailed | None:
    """None when it was taken. No answer makes an address "gone": a wrong setting must not switch off every phone."""
    failure = failure_in(answer)
    if failure is None:
        return None
    code, subcode = _codes_in(body)
    if code:
        return NotTaken(code, verdict_on(code, subcode), failure.retry_after)
    if answer.status in (401, 403):
        return NotTaken(answer.status, Verdict.STOPPED)
    permanent = failure.permanent and not failure.gone
    return DeliveryFailed(failure.reason, permanent=permanent, retry_after=failure.retry_after)


def content_of(body: bytes) -> dict[str, Any]:
    """The JSON object in an answer; empty when there is none."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _codes_in(body: bytes) -> tuple[int, int]:
    error = content_of(body).get("error")
    if not isinstance(error, dict):
        return 0, 0
    code, subcode = error.get("code"), error.get("error_subcode")
    return code if isinstance(code, int) else 0, subcode if isinstance(subcode, int) else 0
