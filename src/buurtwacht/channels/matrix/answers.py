# SPDX-License-Identifier: EUPL-1.2
"""What a homeserver's answer means. Its words are never passed on: names of people and rooms stand in them."""

import json
import re
from typing import Any

from buurtwacht.channels.answers import LONGEST_WAIT, Answer, failure_in
from buurtwacht.channels.base import DeliveryFailed

FORBIDDEN = "M_FORBIDDEN"
NOT_FOUND = "M_NOT_FOUND"
TOO_MUCH = "M_LIMIT_EXCEEDED"
TOO_LARGE = "M_TOO_LARGE"
_CODE = re.compile(r"[A-Z][A-Z_]{2,39}")


class MatrixRefused(DeliveryFailed):
    """The homeserver said no, with a `code` of its own; "" when it gave none."""

    def __init__(self, code: str, reason: str, *, permanent: bool, retry_after: float | None = None) -> None:
        super().__init__(reason, permanent=permanent, retry_after=retry_after)
        self.code = code


def said_in(body: bytes) -> dict[str, Any]:
    """The object in an answer; an empty one for anything else."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def refusal_in(answer: Answer, said: dict[str, Any]) -> MatrixRefused | None:
    """None for a yes. A 404 is about an address in our settings: whether a room is gone needs better proof."""
    failure = failure_in(answer)
    if failure is None:
        return None
    code = _code(said)
    wait = failure.retry_after
    if code == TOO_MUCH:
        wait = _seconds(said.get("retry_after_ms")) or wait
    permanent = answer.status == 413 or code == TOO_LARGE
    reason = f"{answer.status}: {code}" if code else failure.reason
    return MatrixRefused(code, reason, permanent=permanent, retry_after=wait)


def _code(said: dict[str, Any]) -> str:
    code = said.get("errcode")
    return code if isinstance(code, str) and _CODE.fullmatch(code) else ""


def _seconds(milliseconds: object) -> float | None:
    if not isinstance(milliseconds, int | float) or milliseconds < 0:
        return None
    return min(milliseconds / 1000, LONGEST_WAIT)
